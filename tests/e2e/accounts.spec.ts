import { forms } from '#actions/forms.ts';
import { ACCESS } from '#lib/access.ts';
import type { AnyForm } from '#lib/forms.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const formNames = Object.entries(forms).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`));

test('whoever is signed in gets pages that nobody else may keep, until the session is ended', async ({ context }) => {
  const keeping = async () => (await context.request.get('/')).headers()['cache-control'];
  expect(await keeping()).not.toBe('private, no-store');
  const id = await login(context, 'ida');
  expect(await keeping()).toBe('private, no-store');
  await withPortalDatabase((db) => db.$client.prepare('delete from sessions where account_id = ?').run(id));
  expect(await keeping()).not.toBe('private, no-store');
  expect(await context.cookies()).toEqual([]);
});

test('what is for development is not there, whoever asks', async ({ context }) => {
  await login(context, 'yrsa');
  for (const [route] of Object.entries(ACCESS).filter(([, access]) => access === 'development'))
    expect((await context.request.get(route.replace('/[...locale]', ''))).status(), route).toBe(404);
});

test('a form from another site is refused, and one that says nothing of where it comes from', async ({ request }) => {
  const refused: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost' },
    {},
  ];
  for (const headers of refused) {
    const response = await request.post('/?_action=accounts.anything', { form: { name: 'x' }, headers });
    expect(response.status(), JSON.stringify(headers)).toBe(403);
    expect(await response.text()).toContain('Det kan du ikke gøre her');
  }
});

test('a form that does not exist is not found, and scripts have no way of their own', async ({ request }) => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  expect((await request.post('/?_action=accounts.anything', { form: {}, headers })).status()).toBe(404);
  for (const name of ['accounts.anything', ...formNames])
    expect((await request.post(`/_actions/${name}`, { form: {}, headers })).status(), name).toBe(404);
});

test('every form refuses a visitor who is not signed in, unless it is for everybody', async ({ request }) => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  for (const [noun, verbs] of Object.entries(forms)) {
    for (const [verb, { access }] of Object.entries<AnyForm>(verbs)) {
      if (access === 'public') continue;
      const response = await request.post(`/?_action=${noun}.${verb}`, { form: {}, headers, maxRedirects: 0 });
      expect(response.status(), `${noun}.${verb}`).toBe(403);
    }
  }
});

test('a closed page leads to signing in, and a form on it is not lost on the way', async ({ request }) => {
  const closed = await request.get('/en/konto?x=1', { maxRedirects: 0 });
  expect(closed.status()).toBe(302);
  expect(closed.headers().location).toBe('/en/log-ind?naeste=%2Fkonto%3Fx%3D1');
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const form = { name: 'Ida', locale: 'da' };
  expect((await request.post('/konto?_action=accounts.correct', { form, headers, maxRedirects: 0 })).status()).toBe(
    403,
  );
});

for (const javaScriptEnabled of [true, false]) {
  test(`one’s own name and language, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await login(context, javaScriptEnabled ? 'birgit' : 'jens');
    const page = await context.newPage();
    await page.goto('/konto');
    await page.getByLabel('Dit navn').fill('B'.repeat(101));
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page).toHaveTitle(/^Fejl: Din konto/);
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByLabel('Dit navn')).toHaveValue('B'.repeat(101));
    await expect(page.getByLabel('English')).toBeChecked();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('link', { name: 'Dit navn: Er for lang. Skriv højst 100 tegn.' }).click();
    await expect(page.getByLabel('Dit navn')).toBeFocused();
    await page.getByLabel('Dit navn').fill('Birgit Holm');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page).toHaveURL('/konto');
    await expect(page.getByRole('status')).toHaveText('Det er gemt.');
    await expect(page.getByLabel('Dit navn')).toHaveValue('Birgit Holm');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('status')).toHaveCount(0);
    await context.close();
  });
}

test('a person ends a session elsewhere, and signs out here', async ({ browser }) => {
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  await login(there, 'karim');
  await login(here, 'karim');
  const page = await here.newPage();
  await page.goto('/konto');
  await expect(page.getByText('Denne browser')).toHaveCount(1);
  await page.getByRole('form', { name: 'Log ud: Chrome, Linux' }).getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText('Den er logget ud.');
  expect((await there.request.get('/konto', { maxRedirects: 0 })).status()).toBe(302);
  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('status')).toHaveText('Du er logget ud.');
  expect((await here.request.get('/konto', { maxRedirects: 0 })).status()).toBe(302);
  await Promise.all([here.close(), there.close()]);
});

test('the account page is accessible in both languages, light and dark, and fits a phone', async ({
  page,
  context,
}) => {
  await login(context, 'tove');
  for (const path of ['/konto', '/en/konto']) {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  }
});

test('health tells where e-mails go and whether any is stuck', async ({ request }) => {
  const { mail } = await (await request.get('/healthz/ready')).json();
  expect(mail).toMatchObject({ by: 'files', setAside: 0 });
});
