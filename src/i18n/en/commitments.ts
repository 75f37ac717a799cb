import type { commitments as danish } from '../da/commitments.ts';
import type { Text } from '../index.ts';

export const commitments: Record<keyof typeof danish, Text> = {
  'commitments.title': 'Commitments',
  'commitment.goal': 'World goal {goal}',
  'commitment.evidence': 'See: {label}',
  'commitment.reason': 'Reason:',
  'commitment.status.active': 'Under way',
  'commitment.status.kept': 'Kept',
  'commitment.status.late': 'Late',
  'commitment.status.withdrawn': 'Withdrawn',
  'commitment.count.active': { one: '{count} under way', other: '{count} under way' },
  'commitment.count.kept': { one: '{count} kept', other: '{count} kept' },
  'commitment.count.late': { one: '{count} late', other: '{count} late' },
  'commitment.count.withdrawn': { one: '{count} withdrawn', other: '{count} withdrawn' },
  'commitment.when.active': 'Reviewed on {day}',
  'commitment.when.late': 'Was to be reviewed on {day}',
  'commitment.when.kept': 'Kept {month}',
  'commitment.when.withdrawn': 'Withdrawn {month}',
  'commitment.history': { one: 'Changed once', other: 'Changed {count} times' },
  'commitment.history.made': '{day}: promised',
  'commitment.history.changed': '{day}: rewritten. Before, it said:',
  'commitment.history.moved': '{day}: review moved forward to {to}',
  'commitment.history.extended': '{day}: given more time, from {from} to {to}.',
};
