import type { Text } from '../index.ts';

export const returns = {
  'jobCentre.nav.returns': 'What it is worth',
  'returns.intro':
    'What may it be worth when a placement turns into paid hours? All assumptions stand here. Change them and see what happens.',
  'returns.persons': 'Persons',
  'returns.hoursWeekly': 'Paid hours a week',
  'returns.savedPerHour': 'Benefit saved for each paid hour, kr.',
  'returns.taxPerHour': 'Tax on each paid hour, kr.',
  'returns.costPerWeek': 'The placement costs a week, kr.',
  'returns.placementWeeks': 'The placement lasts, weeks',
  'returns.weeksAYear': 'Weeks with pay in a year',
  'returns.lastingPercent': 'So many still have the hours, per cent',
  'returns.calculate': 'Calculate',
  'returns.result': 'Result',
  'returns.gainAYear': 'Gain in a year',
  'returns.cost': 'Cost of the placement',
  'returns.net': 'Left after a year',
  'returns.paidBack': 'Paid back',
  'returns.paidBack.weeks': { one: 'after {count} week with pay', other: 'after {count} weeks with pay' },
  'returns.paidBack.never': 'never with these numbers',
  'returns.kroner': '{amount} kr.',
  'returns.missing': 'Numbers are missing. Plads makes none up: the municipality puts them in, with their source.',
  'returns.formula':
    'Gain: persons × hours × weeks × (benefit + tax) × share who have the hours. Cost: persons × weeks × cost a week.',
  'returns.source': 'Source: {source} ({day})',
  'returns.assumptions': 'The municipality’s assumptions',
  'returns.assumptions.hint': 'All consultants see them. Always say where the number is from.',
  'returns.value': 'Number',
  'returns.sourceField': 'Source',
  'returns.sourceField.hint': 'A report, a law or the municipality’s own figures, with the year.',
  'form.problem.assumption-range': 'Write a number from 0 to 1,000,000.',
} satisfies Record<string, Text>;
