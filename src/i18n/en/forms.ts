import type { forms as danish } from '../da/forms.ts';
import type { Text } from '../index.ts';

export const forms: Record<keyof typeof danish, Text> = {
  'form.optional': '(may be left empty)',
  'form.problem': 'Error:',
  'form.problems': { one: 'One thing has to be mended', other: '{count} things have to be mended' },
  'form.meanwhile': 'It now says: {value}',
  'form.meanwhile.empty': 'The field is now empty.',
  'form.problem.missing': 'Has to be filled in.',
  'form.problem.invalid': 'We cannot read this. Write it another way.',
  'form.problem.too-long': 'Is too long. Write at most {most} characters.',
  'form.problem.too-short': 'Is too short. Write at least {least} characters.',
  'form.problem.cpr-number':
    'Holds something that looks like a CPR number. Remove it: nothing about citizens may stand here.',
  'form.problem.names-a-group': 'Names a diagnosis or a benefit. Write what you offer instead of whom it is for.',
  'form.problem.not-an-email': 'Write an e-mail address such as name@example.com.',
  'form.problem.not-a-website': 'Write a website such as https://example.com.',
  'form.problem.not-a-phone': 'Write 8 digits, or country code and number.',
  'form.problem.not-a-cvr': 'Write a valid CVR number of 8 digits. Look it up at virk.dk.',
  'form.problem.not-a-p-number': 'Write a P-number of 10 digits.',
  'form.problem.not-a-postcode': 'Write a postcode of 4 digits.',
  'form.problem.not-a-date': 'Choose a date, or write it as 2026-12-31.',
  'form.problem.not-a-number': 'Write a number.',
  'form.problem.not-a-choice': 'Choose one of the options.',
  'form.versions': 'Two versions: {label}',
  'form.version.mine': 'Use mine',
  'form.version.now': 'Use the one that is there now',
};
