import { expect, test } from 'vitest';
import { z } from 'zod';
import { chosenVersions, readForm, typedValues } from '#lib/form-data.ts';

const schema = z.object({
  name: z.string().trim(),
  nickname: z.string().nullable(),
  hours: z.number(),
  weeks: z.number().nullable(),
  days: z.array(z.string()),
  goals: z.array(z.number()),
  quiet: z.boolean(),
  loud: z.boolean().default(true),
  logo: z.file().nullable(),
  slug: z.string().transform((text) => text.toLowerCase()),
  ladder: z.array(z.object({ fromWeek: z.number(), hours: z.number() })),
});

function formOf(fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test('text becomes what the schema takes', () => {
  const logo = new File(['x'], 'logo.png');
  const read = readForm(
    schema,
    formOf([
      ['name', ' Birgit\r\nHolm '],
      ['nickname', ''],
      ['hours', '2,5'],
      ['weeks', ''],
      ['days', 'mon'],
      ['days', 'tue'],
      ['goals', '8'],
      ['quiet', 'true'],
      ['loud', 'false'],
      ['logo', logo],
      ['slug', 'Abc'],
      ['ladder.2.fromWeek', '4'],
      ['ladder.2.hours', '5,5'],
      ['ladder.0.fromWeek', '0'],
      ['ladder.0.hours', '2'],
      ['ladder.1.fromWeek', ''],
      ['ladder.1.hours', ''],
    ]),
  );
  expect(read).toEqual({
    name: 'Birgit\nHolm',
    nickname: null,
    hours: 2.5,
    weeks: null,
    days: ['mon', 'tue'],
    goals: [8],
    quiet: true,
    loud: false,
    logo,
    slug: 'Abc',
    ladder: [
      { fromWeek: 0, hours: 2 },
      { fromWeek: 4, hours: 5.5 },
    ],
  });
});

test('what is not there is empty, not made up', () => {
  expect(readForm(schema, formOf([['logo', new File([], '')]]))).toEqual({
    name: '',
    nickname: null,
    hours: undefined,
    weeks: null,
    days: [],
    goals: [],
    quiet: false,
    loud: false,
    logo: null,
    slug: '',
    ladder: [],
  });
});

test('a number that is none stays wrong', () => {
  expect(schema.shape.hours.safeParse(readForm(schema, formOf([['hours', 'to']])).hours).success).toBe(false);
});

test('passwords and files are not among what was typed', () => {
  const form = formOf([
    ['name', 'Birgit'],
    ['days', 'mon'],
    ['days', 'tue'],
    ['newPassword', 'hemmelig'],
    ['logo', new File(['x'], 'logo.png')],
  ]);
  expect(typedValues(form)).toEqual({ name: ['Birgit'], days: ['mon', 'tue'] });
});

test('of two versions the one that was chosen is read, field by field', () => {
  const chosen = chosenVersions(
    formOf([
      ['name', 'Birgit'],
      ['take.name', 'mine'],
      ['now.name', 'Birgit Holm'],
      ['days', 'mon'],
      ['take.days', 'now'],
      ['now.days', 'tue'],
      ['now.days', 'wed'],
      ['nickname', 'Bibs'],
      ['take.nickname', 'now'],
      ['slug', 'abc'],
    ]),
  );
  expect(readForm(schema, chosen)).toMatchObject({ name: 'Birgit', days: ['tue', 'wed'], nickname: null, slug: 'abc' });
});
