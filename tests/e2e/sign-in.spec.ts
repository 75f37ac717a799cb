import { linkIn, mailTo } from '../fixtures/mailbox.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

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
    const link = linkIn(await mailTo(email));
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

test('signing in is accessible in English in every state: empty, wrong, too often, over', async ({ page }) => {
  test.slow();
  const submit = (name: string) => page.getByRole('main').getByRole('button', { name }).click();
  await page.goto('/en/log-ind');
  await expectAccessible(page);
  await submit('Send me a link');
  await expect(page.getByRole('alert')).toContainText('E-mail address: Has to be filled in.');
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('ann@nye.example');
  await submit('Send me a link');
  await expect(page).toHaveURL('/en/log-ind/kode');
  await expectAccessible(page);
  for (const [code, words] of [
    ['', 'Has to be filled in.'],
    ['12', 'Write the 8 digits from the e-mail.'],
    ['00000000', 'The code is not right'],
  ] as const) {
    await page.getByLabel('Code from the e-mail').fill(code);
    await submit('Sign in');
    await expect(page.getByRole('alert')).toContainText(words);
    await expectAccessible(page);
  }
  const link = linkIn(await mailTo('ann@nye.example'));
  expect(link, 'in the language of the page that asked').toMatch(/^\/en\//);
  await page.goto(link);
  await submit('Make the account');
  await expect(page.getByRole('alert')).toContainText('Your name: Has to be filled in.');
  await expectAccessible(page);
  await page.goto('/en/log-ind/link/0000');
  await expectAccessible(page);
  await page.goto('/en/log-ind/adgangskode');
  await submit('Sign in');
  await expectAccessible(page);
  for (let attempt = 0; attempt < 11; attempt++) {
    await page.getByLabel('E-mail address').fill('ann@nye.example');
    await page.getByLabel('Password').fill('wrong');
    await submit('Sign in');
    await page.waitForLoadState();
  }
  await expect(page.getByRole('alert')).toContainText('It was tried too often.');
  await expectAccessible(page);
});
