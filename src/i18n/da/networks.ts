import type { Text } from '../index.ts';

export const networks = {
  'networks.title': 'Netværk',
  'networks.intro': 'Her mødes virksomheder, institutioner og foreninger om at gøre plads til flere.',
  'networks.none': 'Der er ingen netværk endnu.',
  'network.members': { one: 'medlem', other: 'medlemmer' },
  'network.openSlots': { one: 'ledig plads', other: 'ledige pladser' },
  'network.kept': { one: 'løfte holdt', other: 'løfter holdt' },
  'network.seeMembers': { one: 'Se medlemmet', other: 'Se alle {count} medlemmer' },
  'network.seeSlots': { one: 'Se {count} ledig plads', other: 'Se {count} ledige pladser' },
  'network.website': 'Netværkets hjemmeside',
  'network.some': 'Nogle af medlemmerne',
} satisfies Record<string, Text>;
