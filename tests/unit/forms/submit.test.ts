import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#domain/errors.ts';
import { type AnyForm, defineForm, submit, type Visit } from '#lib/forms.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';

const birgit: Viewer = {
  id: 1,
  name: 'Birgit Holm',
  email: 'birgit@hvalsoegroent.example',
  locale: 'da',
  memberOf: [{ organisationId: 4, slug: 'hvalsoe-groent', name: 'Hvalsø Grønt', role: 'editor' }],
  coordinates: [],
  consultant: false,
  administrator: false,
  secondFactorShown: false,
  secondFactorReady: false,
  secondFactorOn: false,
  demo: false,
};

const GOOD = { name: 'Birgit', email: 'birgit@eksempel.dk', hours: '2,5' };
const db = emptyDirectory();

const schema = z.object({
  name: z.string().min(1, 'missing').max(10, 'too-long'),
  email: z.email('not-an-email'),
  hours: z.number('not-a-number'),
});

interface Sending {
  fields?: Record<string, string>;
  viewer?: Viewer | undefined;
  /** What the form's verb does. */
  run?: () => void;
  may?: AnyForm['may'];
}

async function send(sending: Sending) {
  const { fields = GOOD, run = () => {}, may } = sending;
  const form: AnyForm = defineForm({
    access: 'member',
    schema,
    ...(may && { may }),
    run: () => {
      run();
      return { to: '/medlem' };
    },
  });
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  const viewer = 'viewer' in sending ? sending.viewer : birgit;
  return submit(form, { db, viewer, locale: 'da' } as Visit<Viewer | undefined>, sent);
}

test('a good form runs its verb and says where to go', async () => {
  expect(await send({})).toEqual({ kind: 'done', to: '/medlem' });
});

test('a form with problems names each field once, and gives back what was typed', async () => {
  const fields = { name: 'x'.repeat(11), email: 'birgit', hours: '' };
  expect(await send({ fields })).toEqual({
    kind: 'problems',
    status: 422,
    problems: [
      { field: 'name', key: 'form.problem.too-long', values: { most: 10 } },
      { field: 'email', key: 'form.problem.not-an-email', values: {} },
      { field: 'hours', key: 'form.problem.missing', values: {} },
    ],
    typed: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
  });
});

test('nobody gets to the fields who may not send the form', async () => {
  let ran = false;
  const run = () => {
    ran = true;
  };
  const outsiders: (Viewer | undefined)[] = [undefined, { ...birgit, memberOf: [] }];
  for (const viewer of outsiders)
    expect(await send({ fields: {}, run, viewer })).toEqual({ kind: 'refused', status: 403 });
  expect(await send({ run, may: () => false })).toEqual({ kind: 'refused', status: 403 });
  expect(ran).toBe(false);
});

test('what a verb refuses for becomes a status and words; everything else stays an error', async () => {
  const refusing = (error: Error) =>
    send({
      run: () => {
        throw error;
      },
    });
  expect(await refusing(new NotFound())).toEqual({ kind: 'refused', status: 404 });
  expect(await refusing(new Forbidden())).toEqual({ kind: 'refused', status: 403 });
  expect(await refusing(new Conflict('too-long', 'name'))).toMatchObject({
    status: 409,
    problems: [{ field: 'name', key: 'form.problem.too-long' }],
  });
  expect(await refusing(new Invalid({ hours: 'not-a-number' }))).toMatchObject({
    status: 422,
    problems: [{ field: 'hours', key: 'form.problem.not-a-number' }],
    typed: { name: ['Birgit'] },
  });
  await expect(refusing(new Error('disk full'))).rejects.toThrow('disk full');
});
