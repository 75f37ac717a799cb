import { insertMember } from '#domain/accounts/steps.ts';
import { postNeed, withdrawNeed } from '#domain/needs/commands.ts';
import type { NeedInput } from '#domain/needs/schema.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { addDays, today } from '#domain/time.ts';
import { add } from '../fixtures/directory.ts';
import { expectFine } from '../fixtures/fine.ts';
import { sayOffers, sayWilling } from '../fixtures/host.ts';
import { login, viewerInDemo, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

/** An organisation that could open what Karim is looking for. @returns its slug */
const hostOf = (name: string, owner: number) =>
  withPortalDatabase((db) => {
    const at = { postcode: '4060', town: 'Kirke Såby', lat: 55.65, lng: 11.87 };
    const id = add(db, { name }, at);
    insertMember(db, owner, id, 'owner');
    sayOffers(db, id, ['animals', 'outdoors']);
    sayWilling(db, id, { hoursMin: 2, hoursMax: 10 });
    return slugOf(name);
  });

const post = (given: Partial<NeedInput> = {}) =>
  withPortalDatabase((db) =>
    postNeed(db, viewerInDemo(db, 'karim'), {
      places: 2,
      hoursMin: 4,
      hoursMax: 6,
      scheme: 'smaajob',
      support: ['animals', 'outdoors'],
      postcode: '4060',
      radiusKm: 5,
      fromMonth: addDays(today(), 62).slice(0, 7),
      line: 'Gerne med heste',
      ...given,
    }),
  );

for (const javaScriptEnabled of [true, false]) {
  test(`a need becomes a slot, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const name = javaScriptEnabled ? 'Abbetved Ridecenter' : 'Abbetved Dyrepension';
    const slug = await hostOf(name, await login(context, 'lone'));
    const line = `Gerne med heste, ${javaScriptEnabled ? 'store' : 'små'}`;
    const id = await post({ line });

    await page.goto(`/medlem/${slug}`);
    const wanted = page.getByRole('region', { name: 'Kan I åbne en plads som denne?' });
    await wanted.getByRole('listitem').filter({ hasText: line }).getByRole('link', { name: 'Åbn en plads' }).click();
    await expect(wanted).toContainText('2 pladser');
    if (javaScriptEnabled) await expectFine(page);
    // To look at it begins nothing.
    await expect.poll(() => draftsOf(slug)).toBe(0);
    await page.getByRole('button', { name: 'Begynd på pladsen' }).click();
    await expect(page.getByText('Det efterlyste er skrevet ind.')).toBeVisible();
    await page.getByLabel('Hvad skal pladsen hedde?').fill('Hjælper i stalden');
    await page.getByLabel('Hvad skal man lave?').fill('Du fodrer og muger ud sammen med os.');
    const next = page.getByRole('button', { name: 'Næste', exact: true });
    await next.click();
    await expect(page.getByLabel('Færreste timer om ugen')).toHaveValue('4');
    await expect(page.getByLabel('Flest timer om ugen')).toHaveValue('6');
    await next.click();
    await expect(page.getByLabel('Hvor mange er der plads til?')).toHaveValue('2');
    await next.click();
    await expect(page.getByLabel('Udendørs', { exact: true })).toBeChecked();
    await next.click();
    await page.getByRole('button', { name: 'Åbn pladsen for alle' }).click();
    await expect(page.getByRole('status').first()).toHaveText('Pladsen er åben. Tak!');

    // Nothing is asked for twice.
    await page.goto(`/medlem/${slug}/pladser/ny?efterlysning=${id}`);
    await expect(page.getByText('Den efterlysning er ikke åben for jer mere.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Kan I åbne en plads som denne?' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Brug eksemplet/ }).first()).toBeVisible();
    await context.close();
  });
}

test('what is withdrawn, declined, or asked of others begins no slot', async ({ page, context }) => {
  const slug = await hostOf('Abbetved Hundeskole', await login(context, 'lone'));
  const path = (id: number | string) => `/medlem/${slug}/pladser/ny?efterlysning=${id}`;
  const [withdrawn, declined, far] = [await post(), await post(), await post({ postcode: '8000' })];
  await page.goto(path(withdrawn));
  await withPortalDatabase((db) => withdrawNeed(db, viewerInDemo(db, 'karim'), withdrawn));
  // Withdrawn while somebody looks at it.
  await page.getByRole('button', { name: 'Begynd på pladsen' }).click();
  await expect(page.getByText('Den efterlysning er ikke åben for jer mere.')).toBeVisible();
  await page.goto(`/medlem/${slug}`);
  const answer = await page.request.post(`/medlem/${slug}?_action=needs.decline`, {
    form: { organisation: slug, need: declined },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(answer.status()).toBe(200);
  for (const id of [withdrawn, declined, far, 999_999, 'x', '-1']) {
    await page.goto(path(id));
    await expect(page.getByText('Den efterlysning er ikke åben for jer mere.'), String(id)).toBeVisible();
  }
  await expectFine(page);
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const begin = (organisation: string) =>
    page.request.post(`${path(far)}&_action=slotDrafts.answerNeed`, { form: { organisation, need: far }, headers });
  expect((await begin(slug)).status()).toBe(409);
  expect((await begin('elverdammens-toemrerfirma')).status()).toBe(404);
  expect(await draftsOf(slug)).toBe(0);
});

const draftsOf = (slug: string): Promise<number> =>
  withPortalDatabase(
    (db) =>
      db.$client
        .prepare(
          'select count(*) from slot_drafts join organisations on organisations.id = organisation_id where slug = ?',
        )
        .pluck()
        .get(slug) as number,
  );
