import { describe, expect, test } from 'vitest';
import { commitmentChange, commitmentWithdrawal } from '#domain/commitments/schema.ts';
import { contactInput, profileInput } from '#domain/organisations/schema.ts';
import { slotDraft } from '#domain/slots/schema.ts';

/* What organisations tell of themselves may speak of a diagnosis, and of nobody's. */
const FIELDS = {
  'a profile': profileInput.shape.description,
  'a contact’s role': contactInput.shape.role,
  'a slot’s tasks': slotDraft.shape.tasks,
  'a slot’s title': slotDraft.shape.title,
  'a commitment': commitmentChange.shape.statement,
  'why it is withdrawn': commitmentWithdrawal.shape.reason,
};
const codeOf = (field: keyof typeof FIELDS, text: string) => FIELDS[field].safeParse(text).error?.issues[0]?.message;

describe.each(Object.keys(FIELDS) as (keyof typeof FIELDS)[])('%s', (field) => {
  test.each([
    ['Ring om 010203-0000', 'cpr-number'],
    ['Hun er født 12.03.1984', 'birth-date'],
    ['Birgit har sclerose og passer drivhuset', 'persons-health'],
  ])('“%s” is refused', (text, code) => {
    expect(codeOf(field, text)).toBe(code);
  });

  test.each(['Vi tager imod fra 1. marts 2027', 'Stiftet 12.03.1984', 'Birgit viser rundt på tirsdag'])(
    '“%s” may stand',
    (text) => {
      expect(codeOf(field, text)).toBeUndefined();
    },
  );
});

test('a profile may say whom a workplace knows well', () => {
  expect(codeOf('a profile', 'Vi har erfaring med autisme og ADHD.')).toBeUndefined();
});
