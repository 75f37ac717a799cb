import type { needs as danish } from '../da/needs.ts';
import type { Text } from '../index.ts';

export const needs: Record<keyof typeof danish, Text> = {
  'need.count': { one: '{count} place', other: '{count} places' },
  'need.state.open': 'Wanted',
  'need.state.met': 'Found',
  'need.state.withdrawn': 'Withdrawn',
  'need.state.expired': 'Expired',
  'need.missing': { one: '{count} missing', other: '{count} missing' },
  'need.suggestion': 'Can you open a slot like this?',
  'form.problem.radius-range': 'Write a number of kilometres from 1 to 100.',
  'form.problem.one-line': 'Write it on one line.',
  'form.problem.unknown-postcode': 'There is no such postcode.',
  'form.problem.month-past': 'Choose this month or one to come.',
  'form.problem.need-closed': 'The need has been closed already.',
};
