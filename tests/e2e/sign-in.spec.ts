import { join } from 'node:path';
import { readMailFolder } from '#mail/folder.ts';
import { until } from '../fixtures/programs.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const FOLDER = join(process.env.PLADS_TEST_DATA ?? '', 'mail');

/** The text of the newest e-mail to that address, once it is there. */
async function mailTo(address: string): Promise<string> {
  const found = () => readMailFolder(FOLDER, 100).find(({ to }) => to === address)?.text;
  await until(() => found() !== undefined, `an e-mail to ${address}`);
  return found() ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  test(`making an account by a link, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const email = `ny-${javaScriptEnabled}@personer.example`;
    await page.goto('/log-ind');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Mailadresse').fill(email);
    await page.getByRole('button', { name: 'Send mig et link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se i din indbakke');
    if (javaScriptEnabled) await expectAccessible(page);
    const link = /\/log-ind\/link\/\w+/.exec(await mailTo(email))?.[0] ?? '';
    await page.goto(link);
    await page.goto(link);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Dit navn').fill('Ny Person');
    await page.getByRole('button', { name: 'Lav kontoen' }).click();
    await expect(page).toHaveURL('/konto');
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke mere');
    await context.close();
  });
}

test('an invented person signs in with one click, and by password in English', async ({ page }) => {
  await page.goto('/log-ind');
  await page.getByRole('button', { name: /^Log ind som Petra/ }).click();
  await expect(page).toHaveURL('/konto');
  await page.getByRole('button', { name: 'Log ud', exact: true }).click();
  await page.goto('/en/log-ind/adgangskode');
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('ejer@demo.example');
  await page.getByLabel('Password').fill('prøv-plads-uden-alvor');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/en/konto');
});

test('a wrong password says the same whether the address has an account or not', async ({ request }) => {
  const answers = [];
  for (const email of ['ejer@demo.example', 'ingen@demo.example']) {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const form = { email, password: 'forkert-adgangskode' };
    const response = await request.post('/log-ind/adgangskode?_action=signIn.byPassword', { form, headers });
    answers.push([response.status(), (await response.text()).replaceAll(email, '')]);
  }
  expect(answers[0]?.[0]).toBe(409);
  expect(answers[1]).toEqual(answers[0]);
});
