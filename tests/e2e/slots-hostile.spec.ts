import type { APIRequestContext } from '@playwright/test';
import type { SlotDraft } from '#domain/slots/schema.ts';
import { addDays, today } from '#domain/time.ts';
import { draftAt, hostOf, slotAt } from '../fixtures/host.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

const WHOLE: SlotDraft = {
  title: 'Vask og læg sammen',
  scheme: 'smaajob',
  tasks: 'Du vasker og lægger sammen.',
  hoursMin: 2,
  hoursMax: 6,
  expiresOn: addDays(today(), 60),
};

const dataOf = (id: number) =>
  withPortalDatabase((db) => {
    const row = db.$client.prepare('select data from slot_drafts where id = ?').pluck().get(id);
    return row === undefined ? undefined : (JSON.parse(row as string) as SlotDraft);
  });
const countSlots = (organisationId: number) =>
  withPortalDatabase((db) =>
    db.$client.prepare('select count(*) from slots where organisation_id = ?').pluck().get(organisationId),
  );

const send = (request: APIRequestContext, action: string, form: Record<string, string | number>) =>
  request.post(`/?_action=${action}`, { form, headers: { 'Sec-Fetch-Site': 'same-origin' }, maxRedirects: 0 });

test('what is no answer is refused with words, and the draft stays as it was', async ({ context, request }) => {
  const { id: host } = await hostOf('Vaskeriet i Ejby', await login(context, 'lone'));
  const draft = await draftAt(host, WHOLE);
  const tries: [action: string, fields: Record<string, string>][] = [
    ['slotDrafts.hours', { hoursMin: 'mange' }],
    ['slotDrafts.hours', { hoursMin: '1e308' }],
    ['slotDrafts.hours', { hoursMax: '-1' }],
    ['slotDrafts.hours', { hoursMax: 'NaN' }],
    ['slotDrafts.hours', { weeks: '99999999999999999999' }],
    ['slotDrafts.hours', { 'ladder.0.hours': '5' }],
    ['slotDrafts.hours', { 'ladder.0.hours': 'x', 'ladder.0.fromWeek': '{}' }],
    ['slotDrafts.hours', Object.fromEntries(Array.from({ length: 40 }, (_, row) => [`ladder.${row}.hours`, '2']))],
    ['slotDrafts.work', { title: 'x'.repeat(121) }],
    ['slotDrafts.work', { title: 'x', tasks: 'y'.repeat(100_000) }],
    ['slotDrafts.work', { title: 'Kun for 0102030000' }],
    ['slotDrafts.work', { tasks: 'For dig med ADHD' }],
    ['slotDrafts.place', { expiresOn: '2026-02-31' }],
    ['slotDrafts.place', { positions: '1.5' }],
    ['slotDrafts.place', { positions: '101' }],
    ['slotDrafts.place', { workplaceId: 'her' }],
    ['slotDrafts.support', { support: 'x'.repeat(300) }],
    ['slotDrafts.rules', { 'answers.ordinaryStaff': '-3' }],
    ['slotDrafts.rules', { 'answers.publiclyFunded': 'måske' }],
    ['slotDrafts.work', { title: 'x', go: 'sideways' }],
    ['slotDrafts.work', { title: 'x', edition: 'ny' }],
  ];
  for (const [action, fields] of tries) {
    const response = await send(context.request, action, { draft, edition: 1, go: 'later', ...fields });
    expect(response.status(), JSON.stringify([action, fields]).slice(0, 200)).toBe(422);
  }
  expect(await dataOf(draft)).toEqual(WHOLE);
  expect((await send(request, 'slotDrafts.discard', { draft })).status()).toBe(403);
});

test('a step that asks for what is not there says so, and keeps what it can', async ({ context }) => {
  const { id: host } = await hostOf('Vaskeriet i Lejre', await login(context, 'lone'));
  const draft = await draftAt(host, WHOLE);
  const place = { draft, edition: 1, go: 'next', expiresOn: addDays(today(), -3), workplaceId: 999_999 };
  const response = await send(context.request, 'slotDrafts.place', place);
  expect(response.status()).toBe(422);
  expect(
    (await send(context.request, 'slotDrafts.support', { draft, edition: 2, go: 'next', support: 'ukendt' })).status(),
  ).toBe(422);
  const rules = { draft, edition: 3, go: 'next', 'answers.confirmed': 'opfundet', 'answers.ordinaryStaff': 4 };
  await send(context.request, 'slotDrafts.rules', rules);
  // Nothing is kept of an answer that no rule of the scheme asks for.
  expect((await dataOf(draft))?.answers).toEqual({});
});

test('somebody else’s drafts and slots are not there', async ({ browser, context, page }) => {
  const theirs = await hostOf('Elverdammens Værksted', await login(context, 'lone'));
  const draft = await draftAt(theirs.id, WHOLE);
  const { id } = await slotAt(theirs.id, { title: 'Rens børster' });
  const other = await browser.newContext();
  const own = await hostOf('Jens’ Egen', await login(other, 'jens'));
  const step = { draft, edition: 1, go: 'next' };
  const steps = ['scheme', 'work', 'hours', 'place', 'support', 'rules', 'publish', 'discard'];
  for (const verb of steps) expect((await send(other.request, `slotDrafts.${verb}`, step)).status(), verb).toBe(404);
  for (const verb of ['pause', 'resume', 'renew', 'close', 'fill', 'change'])
    expect((await send(other.request, `slots.${verb}`, { slot: id, edition: 1, filled: 1 })).status(), verb).toBe(404);
  expect((await send(other.request, 'slotDrafts.copy', { slot: id })).status()).toBe(404);
  expect(
    (await send(other.request, 'slotDrafts.begin', { organisation: theirs.slug, scheme: 'smaajob' })).status(),
  ).toBe(404);
  for (const slug of [theirs.slug, own.slug])
    for (const rest of [
      `kladde/${draft}/opgaver`,
      `kladde/${draft}/tjek`,
      `kladde/${draft}/raad`,
      `${id}`,
      `${id}/ret`,
      `${id}/vitas`,
    ])
      expect((await other.request.get(`/medlem/${slug}/pladser/${rest}`)).status(), rest).toBe(404);
  for (const rest of ['kladde/x/opgaver', 'kladde/1e9/opgaver', `kladde/${draft}/andet`, '0x1', '99999999999'])
    expect((await context.request.get(`/medlem/${theirs.slug}/pladser/${rest}`)).status(), rest).toBe(404);
  expect(await dataOf(draft)).toEqual(WHOLE);
  await page.goto(`/medlem/${theirs.slug}/pladser/${id}`);
  await expect(page.getByText('Åben', { exact: true })).toBeVisible();
  await other.close();
});

test('a form that is sent twice does its work once', async ({ context }) => {
  const host = await hostOf('Vaskeriet i Osted', await login(context, 'lone'));
  const draft = await draftAt(host.id, WHOLE);
  const step = { draft, edition: 1, go: 'next', title: 'Stryg og fold', tasks: 'Du stryger.' };
  const saved = await Promise.all([1, 2].map(() => send(context.request, 'slotDrafts.work', step)));
  expect(saved.map((response) => response.status())).toEqual([303, 303]);
  const answers = await Promise.all(
    [1, 2, 3].map(() => send(context.request, 'slotDrafts.publish', { draft, edition: 2 })),
  );
  expect(answers.map((response) => response.status())).toEqual([303, 303, 303]);
  expect(new Set(answers.map((response) => response.headers().location)).size).toBe(1);
  expect(await countSlots(host.id)).toBe(1);
  // Back in the browser leads on, too.
  const back = await context.request.get(`/medlem/${host.slug}/pladser/kladde/${draft}/timer`, { maxRedirects: 0 });
  expect([back.status(), back.headers().location]).toEqual([303, answers[0]?.headers().location]);
});

test('the steps cannot be skipped: publishing leads to the one that lacks something', async ({ context, page }) => {
  const host = await hostOf('Vaskeriet i Gevninge', await login(context, 'lone'));
  const { hoursMax: _, ...unfinished } = WHOLE;
  const draft = await draftAt(host.id, unfinished);
  const refused = await send(context.request, 'slotDrafts.publish', { draft, edition: 1 });
  expect(refused.headers().location).toBe(`/medlem/${host.slug}/pladser/kladde/${draft}/timer?mangler=1`);
  expect(await countSlots(host.id)).toBe(0);
  await page.goto(`/medlem/${host.slug}/pladser/kladde/${draft}/tjek`);
  await expect(page.getByRole('alert')).toContainText('Flest timer om ugen: Skal udfyldes.');
  await page.getByLabel('Flest timer om ugen').fill('9');
  await page.getByRole('button', { name: 'Næste', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor, hvornår og hvem?');
  expect((await dataOf(draft))?.hoursMax).toBe(9);
});
