import { expectFine, expectFineInBoth } from '../fixtures/fine.ts';
import { newcomer } from '../fixtures/newcomers.ts';
import { login } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`an administrator finds a user, signs them out, closes and opens the account, ${how} JavaScript`, async ({
    browser,
  }) => {
    const [theirs, own] = [await browser.newContext(), await browser.newContext({ javaScriptEnabled })];
    const { email } = await newcomer(theirs, `sigurd-${how}`, { staff: 'consultant', secondFactor: true });
    await login(own, 'yrsa');
    const isIn = async () => (await theirs.request.get('/konto', { maxRedirects: 0 })).status() === 200;
    const page = await own.newPage();
    const accessible = async () => javaScriptEnabled && expectAccessible(page);
    await page.goto('/admin/brugere');
    await accessible();
    await page.getByLabel('Brugerens mailadresse').fill('ingen@nye.example');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('alert')).toContainText('Ingen konto har den adresse.');
    await accessible();
    await page.getByLabel('Brugerens mailadresse').fill(email.toUpperCase());
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL(/\?bruger=\d+$/);
    await expect(
      page.getByRole('definition').filter({ hasText: 'Finder arbejdspladser for Jobcenter Lejre' }),
    ).toBeVisible();
    await accessible();
    expect(await isIn()).toBe(true);
    await page.getByRole('button', { name: 'Log ud alle steder' }).click();
    await expect(page.getByRole('status')).toHaveText('Brugeren er logget ud alle steder.');
    expect(await isIn(), 'from the next request on').toBe(false);
    await page.getByRole('button', { name: 'Luk kontoen' }).click();
    await expect(page.getByText('Lukket', { exact: true })).toBeVisible();
    await accessible();
    await page.getByRole('button', { name: 'Åbn kontoen igen' }).click();
    await expect(page.getByRole('status')).toHaveText('Kontoen er åben igen.');
    await Promise.all([theirs.close(), own.close()]);
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`an administrator invites colleagues and takes a role away, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const [theirs, own] = [await browser.newContext(), await browser.newContext({ javaScriptEnabled })];
    const { email } = await newcomer(theirs, `klaus-${how}`, { staff: 'consultant', secondFactor: true });
    await login(own, 'yrsa');
    const page = await own.newPage();
    await page.goto('/admin/brugere');
    const invite = page.getByRole('region', { name: 'Inviter en kollega' });
    await invite.getByLabel('Mailadresse').fill(`ny-${how}@kommune.example`);
    await invite.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Skal udfyldes');
    await invite.getByLabel('Finder arbejdspladser for Jobcenter Lejre').check();
    await invite.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('alert')).toContainText('Jeg ved, hvem personen er');
    await invite.getByLabel('Jeg ved, hvem personen er').check();
    await invite.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('status')).toHaveText(`Invitationen til ny-${how}@kommune.example er sendt.`);
    if (javaScriptEnabled) await expectFineInBoth(page, '/admin/brugere');
    await page.getByRole('link', { name: 'Se de invitationer, der er sendt' }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `ny-${how}@kommune.example` })
        .filter({ hasText: 'Jobcenter Lejre' }),
    ).toBeVisible();

    const works = async () => (await theirs.request.get('/jobcenter', { maxRedirects: 0 })).status();
    expect(await works()).toBe(200);
    const [before] = await theirs.cookies();
    await page.goto('/admin/brugere');
    await page.getByLabel('Brugerens mailadresse').fill(email);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('Tag rollen fra personen: Finder arbejdspladser').click();
    if (javaScriptEnabled) await expectFine(page);
    await page.getByRole('button', { name: 'Tag rollen' }).click();
    await expect(page.getByRole('alert')).toContainText('Ja, personen skal ikke kunne det mere');
    await page.getByLabel('Ja, personen skal ikke kunne det mere').check();
    await page.getByRole('button', { name: 'Tag rollen' }).click();
    await expect(page.getByRole('status')).toHaveText('Rollen er taget fra personen.');
    await expect(page.getByText('Kun sin egen konto')).toBeVisible();
    expect(await works(), 'from the next request on').toBe(404);
    const [after] = await theirs.cookies();
    expect(after?.value).not.toBe(before?.value);
    await Promise.all([theirs.close(), own.close()]);
  });
}

test('it reads the same in English, and is not there for anybody else', async ({ page, context, browser }) => {
  await login(context, 'yrsa');
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto('/en/konto');
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByLabel('The user’s e-mail address').fill('yrsa@personer.example');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText('This is you.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close the account' })).toHaveCount(0);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const name of ['karim', 'tove', 'birgit', 'ida'] as const) {
    const other = await browser.newContext();
    await login(other, name);
    expect((await other.request.get('/admin/brugere')).status(), name).toBe(404);
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const verbs = ['find', 'invite', 'endSessions', 'suspend', 'reinstate', 'resetSecondFactor'];
    for (const verb of [...verbs, 'dismissStaff', 'dismissCoordinator']) {
      const form = { account: 1, email: 'yrsa@personer.example', role: 'consultant', network: 1, sure: 'true' };
      const sent = await other.request.post(`/?_action=accounts.${verb}`, { form, headers });
      expect(sent.status(), `${name} ${verb}`).toBe(403);
    }
    await other.close();
  }
});
