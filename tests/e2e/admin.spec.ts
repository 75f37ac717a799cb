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
    await expect(page.getByText('Finder arbejdspladser for Jobcenter Lejre')).toBeVisible();
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
    for (const verb of ['find', 'endSessions', 'suspend', 'reinstate', 'resetSecondFactor']) {
      const form = { account: 1, email: 'yrsa@personer.example' };
      const sent = await other.request.post(`/?_action=accounts.${verb}`, { form, headers });
      expect(sent.status(), `${name} ${verb}`).toBe(403);
    }
    await other.close();
  }
});
