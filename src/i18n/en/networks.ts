import type { networks as danish } from '../da/networks.ts';
import type { Text } from '../index.ts';

export const networks: Record<keyof typeof danish, Text> = {
  'networks.title': 'Networks',
  'networks.intro': 'Where businesses, institutions and associations meet to make room for more people.',
  'networks.none': 'There are no networks yet.',
  'network.members': { one: 'member', other: 'members' },
  'network.openSlots': { one: 'open slot', other: 'open slots' },
  'network.kept': { one: 'commitment kept', other: 'commitments kept' },
  'network.seeMembers': { one: 'See the member', other: 'See all {count} members' },
  'network.seeSlots': { one: 'See {count} open slot', other: 'See {count} open slots' },
  'network.website': 'The network’s website',
  'network.some': 'Some of the members',
};
