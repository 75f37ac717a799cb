import type { portfolios as danish } from '../da/portfolios.ts';
import type { Text } from '../index.ts';

export const portfolios: Record<keyof typeof danish, Text> = {
  'form.problem.too-many-tags': 'Write 10 tags at most.',
  'form.problem.link-days-range': 'Write a number of days from 1 to 90.',
  'form.problem.list-full': 'The list is full: it holds 500 businesses.',
  'import.problem.birth-date': 'Looks like a date of birth. Take it out: nothing about citizens may stand here.',
  'import.problem.persons-health': 'Says something about a person’s health or benefit. Take it out.',
  'import.problem.too-many-tags': '10 tags at most for each.',
};
