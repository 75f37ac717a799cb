import type { Text } from '../index.ts';

export const needs = {
  'need.count': { one: '{count} plads', other: '{count} pladser' },
  'need.state.open': 'Efterlyst',
  'need.state.met': 'Fundet',
  'need.state.withdrawn': 'Trukket tilbage',
  'need.state.expired': 'Udløbet',
  'need.missing': { one: '{count} mangler', other: '{count} mangler' },
  'need.suggestion': 'Kan I åbne en plads som denne?',
  'form.problem.radius-range': 'Skriv et antal kilometer fra 1 til 100.',
  'form.problem.one-line': 'Skriv det på én linje.',
  'form.problem.unknown-postcode': 'Det postnummer findes ikke.',
  'form.problem.month-past': 'Vælg denne måned eller en, der kommer.',
  'form.problem.need-closed': 'Efterlysningen er allerede lukket.',
} satisfies Record<string, Text>;
