import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { removeWhatIsDue } from '#domain/deletions/removal-commands.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { readMailFolder } from '#mail/folder.ts';
import { add, slot } from '../fixtures/directory.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { accountOf, type PersonName } from '../fixtures/people.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const DATA = process.env.PLADS_TEST_DATA ?? '';
const FOLDERS = { pictures: join(DATA, 'pictures'), mails: join(DATA, 'mail') };

/** A fresh organisation with a slot, so that nothing is taken from other tests. */
function organisationOf(name: string, owners: number[], editors: number[] = []): Promise<string> {
  return withPortalDatabase((db) => {
    const id = add(db, { name, description: 'Vi laver saft.' }, { postcode: '4330', town: 'Hvalsø' });
    slot(db, id, { title: `Hjælper hos ${name}`, scheme: 'smaajob', tasks: 'Du skyller flasker.' });
    for (const owner of owners) insertMember(db, owner, id, 'owner');
    for (const editor of editors) insertMember(db, editor, id, 'editor');
    return slugOf(name);
  });
}

const account = (name: PersonName) => withPortalDatabase((db) => accountOf(db, name));

/** The grace is over, and the worker comes by. */
const timePasses = () =>
  withPortalDatabase(async (db) => {
    db.$client.exec(`update organisation_deletions set due_at = '2026-01-01' where organisation_id in
      (select id from organisations where name like 'Farvel%')`);
    return removeWhatIsDue(db, FOLDERS);
  });

async function signedIn(browser: Browser, name: PersonName, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  await login(context, name);
  return context;
}

for (const javaScriptEnabled of [true, false]) {
  const suffix = javaScriptEnabled ? 'med' : 'uden';
  test(`an owner deletes an organisation, changes her mind, and then does not, ${suffix} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const [lone, birgit, ida] = [await account('lone'), await account('birgit'), await account('ida')];
    const name = `Farvel Saft ${suffix}`;
    const slug = await organisationOf(name, [lone, ida], [birgit]);
    const context = await signedIn(browser, 'lone', javaScriptEnabled);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}`);
    await page.getByRole('link', { name: 'Indstillinger' }).click();
    await page.getByRole('link', { name: 'Slet virksomheden' }).click();
    await page.getByRole('button', { name: `Slet ${name}` }).click();
    await expect(page.getByRole('alert')).toContainText('Skal udfyldes.');
    await page.getByLabel(`Skriv “${name}” for at slette`).fill('Farvel');
    await page.getByRole('button', { name: `Slet ${name}` }).click();
    await expect(page.getByRole('alert')).toContainText('Det er ikke navnet.');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel(`Skriv “${name}” for at slette`).fill(name);
    await page.getByRole('button', { name: `Slet ${name}` }).click();
    await expect(page.getByRole('status')).toContainText('Virksomheden er ikke længere på Plads.');
    if (javaScriptEnabled) await expectAccessible(page);

    // Nobody meets it, and its own people meet the way back.
    const visitor = (await browser.newContext()).request;
    for (const path of [`/virksomheder/${slug}`, `/pladser/${slugOf(`Hjælper hos ${name}`)}`])
      expect((await visitor.get(path)).status(), path).toBe(404);
    expect((await visitor.get(`/api/v1/organisations/${slug}`)).status()).toBe(404);
    expect(await (await visitor.get(`/api/v1/organisations?q=${encodeURIComponent(name)}`)).text()).not.toContain(slug);
    expect(await (await visitor.get('/sitemap/1.xml')).text()).not.toContain(slug);
    expect(await (await visitor.get('/pladser/feed.xml')).text()).not.toContain(slug);
    await page.goto(`/medlem/${slug}/folk`);
    await expect(page).toHaveURL(`/medlem/${slug}/slet`);
    await expect
      .poll(() => readMailFolder(FOLDERS.mails, 99).find((mail) => mail.subject.includes(name)))
      .toMatchObject({ to: 'ida@personer.example', subject: `${name} bliver slettet fra Plads` });

    await page.getByRole('button', { name: `Behold ${name}` }).click();
    await expect(page.getByRole('status')).toHaveText(`${name} er på Plads igen.`);
    expect((await visitor.get(`/virksomheder/${slug}`)).status()).toBe(200);

    await page.goto(`/medlem/${slug}/slet`);
    await page.getByLabel(`Skriv “${name}” for at slette`).fill(name.toUpperCase());
    await page.getByRole('button', { name: `Slet ${name}` }).click();
    await expect(page.getByRole('heading', { name: 'Virksomheden bliver slettet' })).toBeVisible();
    expect((await timePasses()).organisations).toBeGreaterThan(0);
    for (const path of [`/virksomheder/${slug}`, `/en/pladser/${slugOf(`Hjælper hos ${name}`)}`])
      expect((await visitor.get(path)).status(), path).toBe(410);
    expect((await context.request.get(`/medlem/${slug}`)).status()).toBe(404);
    await page.goto(`/en/virksomheder/${slug}`);
    await expect(page.getByRole('heading', { level: 1, name: 'The page is deleted' })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await context.close();
  });
}

test('an editor and everybody else cannot, whatever they send', async ({ browser }) => {
  test.slow();
  const [lone, birgit] = [await account('lone'), await account('birgit')];
  const slug = await organisationOf('Blivende Saft', [lone], [birgit]);
  const owner = await signedIn(browser, 'lone');
  const page = await owner.newPage();
  await page.goto(`/medlem/${slug}/slet`);
  for (const name of ['birgit', 'jens', 'yrsa'] as const) {
    const other = await signedIn(browser, name);
    for (const action of ['askForOrganisation', 'keepOrganisation']) {
      const answer = await other.request.post(`/medlem/${slug}/slet?_action=deletions.${action}`, {
        form: { organisation: slug, name: 'Blivende Saft' },
        headers: { 'sec-fetch-site': 'same-origin' },
        maxRedirects: 0,
      });
      expect([403, 404], `${name} ${action}`).toContain(answer.status());
    }
    for (const rest of ['/slet', '/haendelser', '/data', '/synlighed', '/indstillinger', '/data/slots.csv'])
      expect((await other.request.get(`/medlem/${slug}${rest}`)).status(), `${name} ${rest}`).toBe(
        name === 'birgit' ? 200 : 404,
      );
    await other.close();
  }
  const editor = await (await signedIn(browser, 'birgit')).newPage();
  await editor.goto(`/medlem/${slug}/slet`);
  await expect(editor.getByText('Kun en ejer kan slette virksomheden eller fortryde det.')).toBeVisible();
  await expect(editor.getByRole('button', { name: /^Slet/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Slet Blivende Saft' })).toBeVisible();
  await owner.close();
});

test('the pages of settings and of deletion are fine in every form', async ({ page, context }) => {
  const slug = await organisationOf('Pæn Saft', [await login(context, 'lone')]);
  await expectFineInBoth(page, `/medlem/${slug}/slet`);
  await expectFineInBoth(page, `/medlem/${slug}/indstillinger`);
});

for (const javaScriptEnabled of [true, false]) {
  const name = javaScriptEnabled ? 'lone' : 'jens';
  test(`the last owner is shown the ways out, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const own = `Eneste Saft ${name}`;
    await organisationOf(own, [await account(name)]);
    const context = await signedIn(browser, name, javaScriptEnabled);
    const page = await context.newPage();
    await page.goto('/konto');
    await page.getByRole('link', { name: 'Slet din konto' }).click();
    await expect(page.getByRole('heading', { name: 'Du er eneste ejer' })).toBeVisible();
    await page.getByRole('link', { name: `Giv ${own} videre` }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Folk' })).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/konto/slet');
    await context.close();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`somebody deletes their account and comes back in time, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const email = `farvel-${javaScriptEnabled}@personer.example`;
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await signInByMail(email, 'Farah');
    await page.goto('/konto/slet');
    await page.getByRole('button', { name: 'Slet min konto' }).click();
    await expect(page.getByRole('alert')).toContainText('Sæt kryds, hvis du vil slette din konto.');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Ja, jeg vil slette min konto').check();
    await page.getByRole('button', { name: 'Slet min konto' }).click();
    await expect(page.getByRole('status')).toContainText('Din konto bliver slettet.');
    await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible();
    await expect
      .poll(() =>
        readMailFolder(FOLDERS.mails, 200)
          .filter(({ to }) => to === email)
          .map(({ subject }) => subject),
      )
      .toContain('Din konto på Plads bliver slettet');

    await signInByMail(email);
    await expect(page).toHaveURL('/konto/slet');
    await expect(page.getByRole('heading', { name: 'Din konto bliver slettet' })).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/konto/slet');
    await page.goto('/konto/slet');
    await page.getByRole('button', { name: 'Behold min konto' }).click();
    await expect(page.getByRole('status')).toHaveText('Din konto bliver ikke slettet.');
    await context.close();

    async function signInByMail(to: string, name?: string): Promise<void> {
      const before = linksTo(to);
      await page.goto('/log-ind');
      await page.getByLabel('Mailadresse').fill(to);
      await page.getByRole('button', { name: 'Send mig et link' }).click();
      await expect.poll(() => linksTo(to).length).toBeGreaterThan(before.length);
      await page.goto(linksTo(to)[0] ?? '');
      if (name) await page.getByLabel('Dit navn').fill(name);
      await page
        .getByRole('main')
        .getByRole('button', { name: name ? 'Lav kontoen' : 'Log ind' })
        .click();
      await expect(page).toHaveURL(/\/konto/);
    }
  });
}

/** The newest first. */
const linksTo = (to: string): string[] =>
  readMailFolder(FOLDERS.mails, 300)
    .filter((mail) => mail.to === to)
    .flatMap((mail) => /\/log-ind\/link\/\w+/.exec(mail.text)?.[0] ?? []);
