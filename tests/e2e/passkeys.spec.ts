import type { BrowserContext, Page } from '@playwright/test';
import { newcomer, signIn } from '../fixtures/newcomers.ts';
import { withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** A device of the browser's own that holds passkeys and verifies its owner. */
async function withDevice(context: BrowserContext, page: Page, isUserVerified = true) {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    verify: (isVerified: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: isVerified }),
  };
}

async function make(page: Page, name: string) {
  await page.goto('/konto/noegler');
  await page.getByLabel('Navn', { exact: true }).last().fill(name);
  await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
  await expect(page.getByRole('status')).toHaveText('Adgangsnøglen er lavet.');
}

test('a passkey is made, named, signs in, and is removed', async ({ page, context }) => {
  const { id } = await newcomer(context, 'petrea', { staff: 'administrator' });
  const device = await withDevice(context, page);
  await page.goto('/konto/noegler');
  await expectAccessible(page);
  await make(page, 'Min telefon');
  await expectAccessible(page);
  expect(await device.credentials()).toHaveLength(1);
  await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
  await expect(page.getByRole('alert')).toHaveText('Der er allerede en adgangsnøgle til kontoen på den enhed.');

  await page.getByText('Ret Min telefon').click();
  await page.getByRole('form', { name: 'Giv Min telefon et nyt navn' }).getByLabel('Navn').fill('Arbejdstelefon');
  await page.getByRole('button', { name: 'Gem navnet' }).click();
  await expect(page.getByText('Ret Arbejdstelefon')).toBeVisible();

  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await page.goto('/admin/brugere');
  await expect(page).toHaveURL('/log-ind?naeste=%2Fadmin%2Fbrugere');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
  await expect(page, 'both steps in one').toHaveURL('/admin/brugere');
  const counter = () =>
    withPortalDatabase((db) => db.$client.prepare('select counter from passkeys where account_id = ?').pluck().get(id));
  expect(await counter()).toBe((await device.credentials())[0]?.signCount);

  await page.goto('/konto/noegler');
  await page.getByText('Ret Arbejdstelefon').click();
  await page.getByRole('button', { name: 'Fjern' }).click();
  await expect(page.getByRole('status')).toHaveText('Adgangsnøglen er fjernet.');
  await page.goto('/admin/brugere');
  await expect(page, 'no second step is left').toHaveURL('/konto/totrin?naeste=%2Fadmin%2Fbrugere');
});

test('a passkey is the second step of who signed in by a link', async ({ page, context }) => {
  const { id } = await newcomer(context, 'peder', { staff: 'administrator' });
  await withDevice(context, page);
  await page.goto('/admin/brugere');
  await page.getByRole('link', { name: 'Lav en adgangsnøgle' }).click();
  await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
  await page.getByRole('link', { name: 'Gå videre' }).click();
  await expect(page).toHaveURL('/admin/brugere');
  await signIn(context, id);
  await page.goto('/en/admin/brugere');
  await expect(page).toHaveURL('/en/log-ind/totrin?naeste=%2Fadmin%2Fbrugere');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL('/en/admin/brugere');
});

test('a device that does not verify its owner gets nobody in, and the page says so', async ({ page, context }) => {
  await newcomer(context, 'pernille');
  const device = await withDevice(context, page);
  await make(page, 'Nøgle');
  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await device.verify(false);
  await page.goto('/en/log-ind');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toHaveText(/It did not work with a passkey/);
  await expectAccessible(page);
  expect((await context.request.get('/konto', { maxRedirects: 0 })).status()).toBe(302);
});

test('without JavaScript signing in is whole, and the page says what passkeys need', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await newcomer(context, 'palle');
  const page = await context.newPage();
  await page.goto('/log-ind');
  await expect(page.getByRole('button', { name: 'Send mig et link' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Brug en adgangsnøgle' })).toBeHidden();
  await page.goto('/konto/noegler');
  await expect(page.getByText('Adgangsnøgler kræver en nyere browser')).toBeVisible();
  await context.close();
});

test('questions for passkeys are for pages of ours, and nothing is asked by GET', async ({ request }) => {
  expect((await request.post('/passkeys/show', { headers: { Origin: 'https://evil.example' } })).status()).toBe(403);
  expect((await request.get('/passkeys/show')).status()).toBe(404);
  const own = { 'Sec-Fetch-Site': 'same-origin' };
  expect((await request.post('/passkeys/register', { headers: own })).status()).toBe(403);
  const asked = await request.post('/passkeys/show', { headers: own });
  expect(asked.headers()['cache-control']).toBe('private, no-store');
  expect(await asked.json()).toMatchObject({ options: { rpId: 'localhost', userVerification: 'required' } });
});
