import type { Text } from '../index.ts';

export const commitments = {
  'commitments.title': 'Løfter',
  'commitment.goal': 'Verdensmål {goal}',
  'commitment.evidence': 'Se: {label}',
  'commitment.reason': 'Begrundelse:',
  'commitment.status.active': 'I gang',
  'commitment.status.kept': 'Holdt',
  'commitment.status.late': 'Forsinket',
  'commitment.status.withdrawn': 'Trukket tilbage',
  'commitment.count.active': { one: '{count} i gang', other: '{count} i gang' },
  'commitment.count.kept': { one: '{count} holdt', other: '{count} holdt' },
  'commitment.count.late': { one: '{count} forsinket', other: '{count} forsinkede' },
  'commitment.count.withdrawn': { one: '{count} trukket tilbage', other: '{count} trukket tilbage' },
  'commitment.when.active': 'Gennemgås {day}',
  'commitment.when.late': 'Skulle være gennemgået {day}',
  'commitment.when.kept': 'Holdt {month}',
  'commitment.when.withdrawn': 'Trukket tilbage {month}',
} satisfies Record<string, Text>;
