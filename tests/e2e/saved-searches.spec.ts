import type { Page } from '@playwright/test';
import { alertOfSearches } from '#domain/saved-searches/alert-commands.ts';
import type { Finders } from '#domain/saved-searches/hits.ts';
import { expectFine, expectFineInBoth } from '../fixtures/fine.ts';
import { sayWilling } from '../fixtures/host.ts';
import { idOf } from '../fixtures/people.ts';
import { openPortalWithMail, type PortalWithMail } from '../fixtures/portal-with-mail.ts';
import { until } from '../fixtures/programs.ts';
import { findersOf, openNew } from '../fixtures/saved-searches.ts';
import { expect, test } from '../fixtures/test.ts';

/* Saving searches, and hearing of what is new, on a directory of its own with every e-mail at a real mail server. */
test.describe.configure({ mode: 'serial' });

let portal: PortalWithMail;
let finders: Finders;

test.beforeAll(async () => {
  portal = await openPortalWithMail();
  finders = findersOf(portal.db);
});
test.afterAll(() => portal.stop());

/** A round of the worker now, and not only within a minute: the portal's own may be at work and leave nothing to do. */
const lookAround = () => alertOfSearches(portal.db, finders);

/** The addresses in an e-mail's text that lead to such a path. */
const linksTo = (text: string | undefined, path: string): string[] =>
  [...(text ?? '').matchAll(/http:\/\/localhost:\d+(\/\S+)/g)]
    .map(([, found]) => found ?? '')
    .filter((found) => found.startsWith(path));

const saved = (page: Page, name: string) => page.getByRole('article', { name });

const openWays = async (page: Page, name: string) => {
  const ways = saved(page, name).locator('details');
  if (!(await ways.evaluate((element: HTMLDetailsElement) => element.open)))
    await saved(page, name).getByText('Ret eller fjern').click();
};

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with' : 'without';
  const person = javaScriptEnabled ? 'ida' : 'birgit';
  const email = `${person}@personer.example`;

  test(`somebody saves a search, gets an e-mail of what is new, and stops it, ${mode} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const word = javaScriptEnabled ? 'ribsbuske' : 'stikkelsbær';
    const context = await browser.newContext({ javaScriptEnabled, baseURL: portal.url });
    const page = await context.newPage();
    await page.goto('/pladser');
    await expect(page.getByText('Gem søgningen')).toHaveCount(0);
    await portal.login(context, person, { secondFactor: false });

    await page.goto(`/pladser?q=${word}&place=4330+Hvals%C3%B8&radiusKm=25`);
    if (javaScriptEnabled) await expectFine(page);
    await page.getByRole('link', { name: 'Gem søgningen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gem søgningen');
    expect(new URL(page.url()).search).not.toMatch(/4330|Hvals|25/);
    await expect(page.getByText('Du søgte ud fra et sted. Det bliver ikke gemt')).toBeVisible();
    const name = page.getByLabel('Navn');
    await expect(name).toHaveValue(`Ledige pladser med “${word}”`);
    await name.fill('Til 010203-0000');
    await page.getByRole('button', { name: 'Gem søgningen' }).click();
    await expect(page.getByRole('alert')).toContainText('CPR-nummer');
    if (javaScriptEnabled) await expectFine(page);
    await name.fill('Bær og buske');
    await page.getByLabel('Med det samme').check();
    await page.getByRole('button', { name: 'Gem søgningen' }).click();
    await expect(page.getByRole('status')).toHaveText('Søgningen er gemt.');
    await expect(saved(page, 'Bær og buske')).toContainText(`Ledige pladser med “${word}”`);
    await expect(saved(page, 'Bær og buske')).toContainText('Mail med det samme');

    await lookAround();
    openNew(portal.db, `Plukke ${word}`);
    await lookAround();
    const mail = await portal.mailTo(email);
    expect(mail.subject).toBe('1 ny i dine søgninger');
    expect(mail.text).toContain(`- Plukke ${word} · Hvalsø Grønt · Hvalsø:`);
    expect(String(mail.html)).toContain(`Plukke ${word} · Hvalsø Grønt · Hvalsø</a>`);
    const [hit = ''] = linksTo(mail.text, '/pladser/plukke');
    await page.goto(hit);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Plukke ${word}`);
    openNew(portal.db, `Vande ${word}`);
    expect(await lookAround()).toBe(0);
    expect(portal.countMails(email)).toBe(1);

    const [stop = ''] = linksTo(mail.text, '/soegning?noegle=');
    const reader = await (await browser.newContext({ javaScriptEnabled, baseURL: portal.url })).newPage();
    await reader.goto(stop);
    await expect(reader.getByText('Søgningen hedder “Bær og buske”.')).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(reader, stop);
    await reader.getByRole('button', { name: 'Stop mails om søgningen' }).click();
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Du får dem ikke mere');
    if (javaScriptEnabled) await expectFine(reader);
    await reader.goto('/soegning?noegle=abc');
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke');
    await page.goto('/konto');
    await page.getByRole('link', { name: 'Gemte søgninger' }).click();
    await expect(saved(page, 'Bær og buske')).toContainText('Ingen mail');

    await openWays(page, 'Bær og buske');
    await saved(page, 'Bær og buske').getByLabel('Hver mandag').check();
    await saved(page, 'Bær og buske').getByRole('button', { name: 'Gem valget' }).click();
    await expect(saved(page, 'Bær og buske')).toContainText('Mail hver mandag');
    await openWays(page, 'Bær og buske');
    await saved(page, 'Bær og buske').getByRole('textbox', { name: 'Navn' }).fill('');
    await saved(page, 'Bær og buske').getByRole('button', { name: 'Gem navnet' }).click();
    await expect(page.getByRole('alert')).toContainText('Navn: Skal udfyldes.');
    await saved(page, 'Bær og buske').getByRole('textbox', { name: 'Navn' }).fill('Kun buske');
    await saved(page, 'Bær og buske').getByRole('button', { name: 'Gem navnet' }).click();
    await expect(saved(page, 'Kun buske')).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/konto/soegninger');

    // All of that kind stop by the foot of the e-mail.
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/afmeld/et-klik') },
    });
    const [all = ''] = linksTo(mail.text, '/afmeld?noegle=');
    await reader.goto(all);
    await expect(reader.getByText('De handler om: Nyt i dine gemte søgninger.')).toBeVisible();
    await reader.getByRole('button', { name: 'Stop de mails' }).click();
    await page.goto('/konto/beskeder');
    await expect(page.getByLabel('Nyt i dine gemte søgninger')).not.toBeChecked();

    await page.goto('/konto/soegninger');
    await openWays(page, 'Kun buske');
    await saved(page, 'Kun buske').getByRole('button', { name: 'Fjern søgningen' }).click();
    await expect(page.getByRole('status')).toHaveText('Søgningen er fjernet.');
    await expect(page.getByText('Du har ikke gemt nogen søgninger.')).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/konto/soegninger');
  });

  test(`a consultant saves a search for employers and reads its feed, ${mode} JavaScript`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled, baseURL: portal.url });
    await portal.login(context, 'karim');
    const page = await context.newPage();
    const offers = javaScriptEnabled ? 'willing' : 'open';
    await page.goto(`/jobcenter/arbejdsgivere?place=4330+Hvals%C3%B8&radiusKm=50&offers=${offers}`);
    if (javaScriptEnabled) await expectFine(page);
    await page.getByRole('link', { name: 'Gem søgningen' }).click();
    await page.getByLabel('Navn').fill(`Arbejdsgivere ${mode}`);
    await page.getByLabel('Hver dag').check();
    await page.getByRole('button', { name: 'Gem søgningen' }).click();
    const card = saved(page, `Arbejdsgivere ${mode}`);
    await expect(card).toBeVisible();
    expect(portal.db.$client.prepare('select query from saved_searches order by id desc').pluck().get()).toBe(
      `offers=${offers}`,
    );

    const makeFeed = async (button: string): Promise<string> => {
      await openWays(page, `Arbejdsgivere ${mode}`);
      await card.getByRole('button', { name: button }).click();
      await expect(page.getByRole('status')).toHaveText('Feedadressen er lavet.');
      return (await card.getByRole('group', { name: 'Feed' }).locator('code').textContent()) ?? '';
    };
    const first = await makeFeed('Lav en feedadresse');
    if (javaScriptEnabled) await expectFine(page);
    const stranger = await browser.newContext();
    const bookshop = idOf(portal.db, 'organisations', 'Bogladen i Roskilde');
    if (javaScriptEnabled) sayWilling(portal.db, bookshop, { hoursMin: 3, hoursMax: 10 });
    const feed = await stranger.request.get(first);
    expect(feed.headers()).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    });
    const body = await feed.text();
    expect(body).toContain(`<title>Arbejdsgivere ${mode} · Plads</title>`);
    expect(body).toContain(javaScriptEnabled ? 'Bogladen' : 'Hvalsø Grønt');
    expect(body).toContain('/virksomheder/');
    await page.reload();
    await expect(card).toContainText('Har et feed');
    await expect(card.locator('code')).toHaveCount(0);

    const second = await makeFeed('Lav en ny feedadresse');
    expect(second).not.toBe(first);
    expect((await stranger.request.get(first)).status()).toBe(404);
    expect((await stranger.request.get(second)).status()).toBe(200);
    expect((await stranger.request.get(`${portal.url}/en/soegning.xml?noegle=${'a'.repeat(40)}`)).status()).toBe(404);
    await until(() => portal.log().includes('"path":"/soegning.xml"'), 'the line of the request');
    for (const key of [first, second]) expect(portal.log()).not.toContain(key.split('=')[1]);
  });
}

test('the page that saves a search is fine in both languages, and nobody’s who did not sign in', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto('/konto/soegninger/ny?type=slots&q=have');
  await expect(page).toHaveURL(/\/log-ind/);
  await portal.login(context, 'jens', { secondFactor: false });
  await expectFineInBoth(page, '/konto/soegninger/ny?type=slots&q=have&sted=1');
  expect((await page.goto('/konto/soegninger/ny?type=employers'))?.status()).toBe(404);
});
