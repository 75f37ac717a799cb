import { seal } from '#db/secrets.ts';
import { pauseSlot } from '#domain/slots/commands.ts';
import { addSearches } from '#domain/visibility/commands.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { accountOf, idOf } from '../fixtures/people.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const SLUG = 'groentvaerkstedet-hvalsoe';

test('the log says who did what, filtered and in both languages', async ({ page, context }) => {
  test.slow();
  await login(context, 'lone');
  await page.goto(`/medlem/${SLUG}/indstillinger`);
  await page.getByRole('link', { name: 'Hvem gjorde hvad' }).click();
  const kinds = page.getByRole('navigation', { name: 'Vælg, hvad du vil se' });
  await expect(kinds.getByRole('link', { name: 'Alt' })).toHaveAttribute('aria-current', 'page');
  await kinds.getByRole('link', { name: 'Pladser' }).click();
  await expect(page.getByText(/åbnede pladsen “/).first()).toBeVisible();
  await expect(page.getByText(/satte jer på listen/)).toHaveCount(0);
  await kinds.getByRole('link', { name: 'Profil' }).click();
  await expect(page.getByText('En liste fra et netværk satte jer på listen.')).toBeVisible();
  await expectFineInBoth(page, `/medlem/${SLUG}/haendelser`);
  await expectFineInBoth(page, `/medlem/${SLUG}/haendelser?kind=people&page=9`);
});

test('everything can be taken along, by its own people only', async ({ page, context, browser }) => {
  test.slow();
  await login(context, 'lone');
  await page.goto(`/medlem/${SLUG}/data`);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent alt' }).click();
  expect((await waiting).suggestedFilename()).toBe(`${SLUG}.json`);
  const slots = await context.request.get(`/medlem/${SLUG}/data/slots.csv`);
  expect(slots.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(slots.headers()['cache-control']).toBe('private, no-store');
  expect((await slots.text()).split('\n')[0]).toContain('slug;title;scheme');
  expect((await context.request.get(`/medlem/${SLUG}/data/accounts.csv`)).status()).toBe(404);
  const account = await (await context.request.get('/konto/data/plads.json')).json();
  expect(account.account[0].email).toBe('lone@personer.example');
  const visitor = await browser.newContext();
  for (const path of [`/medlem/${SLUG}/data/slots.csv`, '/konto/data/plads.json'])
    expect((await visitor.request.get(path, { maxRedirects: 0 })).status(), path).toBe(302);
  await expectFineInBoth(page, `/medlem/${SLUG}/data`);
  await expectFineInBoth(page, '/konto/data');
});

for (const javaScriptEnabled of [true, false]) {
  test(`somebody chooses their e-mails, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await login(context, javaScriptEnabled ? 'birgit' : 'jens');
    const page = await context.newPage();
    await page.goto('/konto');
    await page.getByRole('link', { name: 'Mails til dig' }).click();
    for (const kind of ['Pladser, der snart udløber', 'Henvendelser']) {
      await expect(page.getByLabel(kind)).toBeChecked();
      await page.getByLabel(kind).uncheck();
    }
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er gemt.');
    await expect(page.getByLabel('Henvendelser')).not.toBeChecked();
    await expect(page.getByLabel('Løfter, der snart skal gøres op')).toBeChecked();
    if (javaScriptEnabled) await expectFineInBoth(page, '/konto/beskeder');
    await context.close();
  });

  test(`a link stops e-mails without signing in, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const kind = javaScriptEnabled ? 'commitments' : 'requests';
    const key = await keyFor(kind);
    await page.goto(`/afmeld?noegle=${key}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Vil du ikke have de mails?' })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Stop de mails' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Du får dem ikke mere' })).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, `/afmeld?noegle=${key}`);
    await page.goto(`/afmeld?noegle=${key}`);
    await page.getByRole('button', { name: 'Fortryd, send dem igen' }).click();
    await expect(page.getByRole('button', { name: 'Stop de mails' })).toBeVisible();
    await context.close();
  });
}

/** As an e-mail to Yrsa carries it. */
const keyFor = (kind: string): Promise<string> =>
  withPortalDatabase((db) =>
    seal(db, JSON.stringify({ kind, accountId: accountOf(db, 'yrsa') })).toString('base64url'),
  );

test('a mail program stops e-mails with one click: no cookie, no origin, no redirect', async ({
  playwright,
  baseURL,
}) => {
  const program = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const address = `/afmeld/et-klik?noegle=${await keyFor('slots')}`;
  const opened = await program.get(address, { maxRedirects: 0 });
  expect(opened.status()).toBe(303);
  expect(opened.headers().location).toContain('/afmeld?noegle=');
  expect(await refusals('slots')).toBe(0);
  for (let again = 0; again < 2; again++) {
    const answer = await program.post(address, { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 });
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toBe('Du får dem ikke mere\n');
  }
  expect(await refusals('slots')).toBe(1);
  const wrong = await program.post('/en/afmeld/et-klik?noegle=forkert', { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(wrong.status()).toBe(404);
  expect(await wrong.text()).toBe('The link does not work\n');
  // The page itself takes nothing from elsewhere.
  const elsewhere = await program.post(`/afmeld?noegle=x&_action=notifications.unsubscribe`, { form: { noegle: 'x' } });
  expect(elsewhere.status()).toBe(403);
  await program.dispose();
});

const refusals = (kind: string) =>
  withPortalDatabase(
    (db) =>
      db.$client
        .prepare('select count(*) from mail_refusals where kind = ? and account_id = ?')
        .pluck()
        .get(kind, accountOf(db, 'yrsa')) as number,
  );

test('a wrong key is met with clear words', async ({ page }) => {
  const answer = await page.goto('/afmeld?noegle=forkert');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Linket virker ikke' })).toBeVisible();
  await expectFineInBoth(page, '/afmeld?noegle=forkert');
});

test('searches on the pages are counted, whether they are answered from memory or not', async ({
  playwright,
  baseURL,
}) => {
  test.slow();
  const browser = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { 'sec-fetch-site': 'same-origin' },
  });
  for (let again = 0; again < 7; again++) await browser.get('/en/virksomheder?q=hegn&place=4330');
  await browser.dispose();
  const counted = () =>
    withPortalDatabase(
      (db) =>
        db.$client
          .prepare(`select word, count from search_counts where word = 'hegn' and organisation_id = ?`)
          .get(idOf(db, 'organisations', 'Grøntværkstedet Hvalsø')) ?? null,
    );
  await expect.poll(counted, { timeout: 90_000, intervals: [2_000] }).toEqual({ word: 'hegn', count: 7 });
});

test('an organisation sees where it is seen, by which words, and what hides it', async ({ page, context }) => {
  await login(context, 'lone');
  await withPortalDatabase((db) => {
    const id = idOf(db, 'organisations', 'Grøntværkstedet Hvalsø');
    const slot = db.$client
      .prepare(`select id from slots where organisation_id = ? and state = 'open' order by id desc`)
      .pluck()
      .get(id) as number;
    pauseSlot(db, 'test', slot);
    addSearches(db, [
      { slug: SLUG, word: 'gartner', count: 12 },
      { slug: SLUG, word: 'hemmeligt', count: 4 },
    ]);
  });
  await page.goto(`/medlem/${SLUG}`);
  await page.getByRole('link', { name: 'Synlighed' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bliver I set?' })).toBeVisible();
  await expect(page.getByText('1 plads er på pause.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Åbn igen' })).toHaveAttribute('href', `/medlem/${SLUG}/pladser`);
  await expect(page.getByRole('row', { name: /gartner/ })).toContainText('12');
  await expect(page.getByText('hemmeligt')).toHaveCount(0);
  await page.getByRole('link', { name: 'Jeres egen side' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Grøntværkstedet Hvalsø' })).toBeVisible();
  await expectFineInBoth(page, `/medlem/${SLUG}/synlighed`);
});
