import type { members as danish } from '../da/members.ts';
import type { Text } from '../index.ts';

export const members: Record<keyof typeof danish, Text> = {
  'member.title': 'What you look after',
  'member.none':
    'You look after no organisation yet. Find your page and ask to take it over, or ask a network to let you in.',
  'member.none.find': 'Find your page',
  'member.none.network': 'See the networks',
  'member.youAre.owner': 'You are an owner: you decide who takes part.',
  'member.youAre.editor': 'You are an editor: you keep pages and slots.',
  'member.switch': 'Switch organisation',
  'member.all': 'See them all',
  'member.seePublic': 'See the page as others see it',
  'member.nav.overview': 'Overview',
  'member.nav.profile': 'Profile',
  'member.nav.commitments': 'Commitments',
  'member.nav.slots': 'Slots',
  'member.nav.people': 'People',
  'member.open': 'Open now',
  'member.open.none': 'No open slots or commitments.',
  'member.openSlots': { one: '{count} open slot', other: '{count} open slots' },
  'member.activeCommitments': { one: '{count} commitment under way', other: '{count} commitments under way' },
  'member.waiting': 'Waiting',
  'member.waiting.none': 'Nothing is waiting.',
  'member.drafts': { one: '{count} draft', other: '{count} drafts' },
  'member.pausedSlots': { one: '{count} slot on hold', other: '{count} slots on hold' },
  'member.invitations': { one: '{count} unanswered invitation', other: '{count} unanswered invitations' },
  'member.late': 'Late',
  'member.late.none': 'Nothing is late.',
  'member.expiredSlots': { one: '{count} expired slot', other: '{count} expired slots' },
  'member.lateCommitments': { one: '{count} late commitment', other: '{count} late commitments' },
};
