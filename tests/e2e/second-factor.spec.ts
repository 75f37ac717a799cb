import { generateHOTP } from '@oslojs/otp';
import type { Page } from '@playwright/test';
import { newcomer, signIn } from '../fixtures/newcomers.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** What an app would show that was given the key on the page. @param ahead steps of half a minute */
async function codeOf(page: Page, ahead = 0): Promise<{ key: string; code: string }> {
  const key = ((await page.getByRole('main').locator('code').textContent()) ?? '').replaceAll(' ', '');
  return { key, code: codeFor(key, ahead) };
}

function codeFor(key: string, ahead = 0): string {
  const bits = [...key].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return generateHOTP(bytes, BigInt(Math.floor(Date.now() / 30_000) + ahead), 6);
}

const codesOn = (page: Page) =>
  page.getByRole('region', { name: 'Dine nødkoder' }).getByRole('listitem').allTextContents();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a consultant finishes signing in by setting up an app, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const { id } = await newcomer(context, `karla-${how}`, { staff: 'administrator' });
    const page = await context.newPage();
    const accessible = async () => javaScriptEnabled && expectAccessible(page);
    await page.goto('/admin/brugere');
    await expect(page).toHaveURL('/konto/totrin?naeste=%2Fadmin%2Fbrugere');
    await accessible();
    await page.getByRole('button', { name: 'Brug en app' }).click();
    await expect(page.getByRole('img', { name: /QR-kode/ })).toBeVisible();
    await accessible();
    await page.getByLabel('Kode fra appen').fill('12');
    await page.getByRole('button', { name: 'Slå til' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv de 6 cifre fra appen.');
    await accessible();
    const { key, code } = await codeOf(page);
    await page.getByLabel('Kode fra appen').fill(code);
    await page.getByRole('button', { name: 'Slå til' }).click();
    await expect(page.getByRole('status')).toContainText('Det er slået til.');
    const codes = await codesOn(page);
    expect(codes).toHaveLength(10);
    await accessible();
    await page.getByRole('link', { name: 'Gå videre' }).click();
    await expect(page).toHaveURL('/admin/brugere');
    await page.goto('/konto/totrin');
    expect(await codesOn(page), 'they are shown once').toEqual([]);
    await expect(page.getByText('Du har 10 nødkoder tilbage')).toBeVisible();

    await signIn(context, id);
    await page.goto('/konto');
    await expect(page).toHaveURL('/log-ind/totrin?naeste=%2Fkonto');
    await page.getByLabel('Kode').fill(code);
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await expect(page.getByRole('alert'), 'a code is not taken twice').toContainText('Koden passer ikke');
    await accessible();
    await page.getByLabel('Kode').fill(codeFor(key, 1));
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await expect(page).toHaveURL('/konto');

    await signIn(context, id);
    await page.goto('/admin/brugere');
    await page.getByLabel('Kode').fill(codes[3] ?? '');
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await expect(page).toHaveURL('/admin/brugere');
    await page.goto('/konto/totrin');
    await expect(page.getByText('Du har 9 nødkoder tilbage')).toBeVisible();
    await page.getByRole('button', { name: 'Lav nye nødkoder' }).click();
    expect((await codesOn(page)).some((one) => codes.includes(one))).toBe(false);
    await page.getByRole('button', { name: 'Slå fra' }).click();
    await expect(page.getByRole('button', { name: 'Brug en app' })).toBeVisible();
    await context.close();
  });
}

test('setting it up in English; on paper the recovery codes stand alone', async ({ page, context }) => {
  await newcomer(context, 'knud');
  await page.goto('/en/konto/totrin');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use an app' }).click();
  await expectAccessible(page);
  const { code } = await codeOf(page);
  await page.getByLabel('Code from the app').fill(code);
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
});

test('a member who switched it on is asked at every closed page, in English too, and may sign out', async ({
  page,
  context,
}) => {
  const { id } = await newcomer(context, 'kirsten');
  await page.goto('/konto/totrin');
  await page.getByRole('button', { name: 'Brug en app' }).click();
  await page.getByLabel('Kode fra appen').fill((await codeOf(page)).code);
  await page.getByRole('button', { name: 'Slå til' }).click();
  await signIn(context, id);
  await page.goto('/en');
  await expect(page.getByRole('link', { name: 'Sign in' }), 'nobody yet').toBeVisible();
  await page.goto('/en/konto');
  await expect(page).toHaveURL('/en/log-ind/totrin?naeste=%2Fkonto');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL('/en');
});
