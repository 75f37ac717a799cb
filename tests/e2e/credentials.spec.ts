import { linkIn, mailTo } from '../fixtures/mailbox.ts';
import { newcomer, PASSWORD, signIn } from '../fixtures/newcomers.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const SECOND = 'kage og kaffe om onsdagen';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a password is chosen, used, changed and deleted, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const { id, email } = await newcomer(context, `rikke-${how}`);
    const page = await context.newPage();
    const accessible = async () => javaScriptEnabled && expectAccessible(page);
    await page.goto('/konto');
    await accessible();
    await page.getByRole('link', { name: 'Vælg en adgangskode' }).click();
    await accessible();
    await page.getByLabel('Ny adgangskode').fill('passwordpassword');
    await page.getByRole('button', { name: 'Gem adgangskoden' }).click();
    await expect(page.getByRole('alert')).toContainText('Den er for nem at gætte.');
    await expect(page.getByLabel('Ny adgangskode')).toHaveValue('');
    await accessible();
    await page.getByLabel('Ny adgangskode').fill(PASSWORD);
    await page.getByRole('button', { name: 'Gem adgangskoden' }).click();
    await expect(page.getByRole('status')).toContainText('Adgangskoden er gemt.');
    expect((await mailTo(email)).subject).toBe('Din adgangskode til Plads er ændret');

    await page.getByRole('button', { name: 'Log ud', exact: true }).click();
    await page.goto('/log-ind/adgangskode?naeste=%2Fkonto%2Fadgangskode');
    await page.getByLabel('Mailadresse').fill(email);
    await page.getByLabel('Adgangskode').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
    await expect(page).toHaveURL('/konto/adgangskode');
    await accessible();
    const change = page.getByRole('region', { name: 'Skift adgangskode' });
    await change.getByLabel('Din nuværende adgangskode').fill('noget helt andet');
    await change.getByLabel('Ny adgangskode').fill(SECOND);
    await change.getByRole('button').click();
    await expect(page.getByRole('alert')).toContainText('Det er ikke din nuværende adgangskode.');
    await accessible();
    await change.getByLabel('Din nuværende adgangskode').fill(PASSWORD);
    await change.getByLabel('Ny adgangskode').fill(SECOND);
    await change.getByRole('button').click();
    await expect(page.getByRole('status')).toContainText('Adgangskoden er gemt.');

    await signIn(context, id);
    await page.goto('/konto/adgangskode');
    await page.getByRole('button', { name: 'Slet adgangskoden' }).click();
    await expect(page.getByText('Du har ingen adgangskode')).toBeVisible();
    await context.close();
  });
}

test('the address changes once both mailboxes have said yes, wherever their links are opened', async ({
  page,
  context,
  browser,
}) => {
  const { email } = await newcomer(context, 'rasmus');
  const next = 'rasmus@ny-adresse.example';
  await page.goto('/en/konto/mail');
  await expectAccessible(page);
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the two e-mails' }).click();
  await expect(page.getByRole('alert')).toContainText('That is the address that you have.');
  await expectAccessible(page);
  await page.getByLabel('New e-mail address').fill(next);
  await page.getByRole('button', { name: 'Send the two e-mails' }).click();
  await expect(page.getByRole('status')).toContainText(`We have written to ${next}`);

  const elsewhere = await browser.newPage({ javaScriptEnabled: false });
  const arrive = linkIn(await mailTo(next));
  for (let look = 0; look < 2; look++) await elsewhere.goto(arrive);
  await elsewhere.getByRole('button', { name: 'Ja, skift adressen' }).click();
  await expect(elsewhere.getByRole('status')).toContainText('Nu mangler kun et ja i den anden mail.');
  await elsewhere.goto(arrive);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke mere');
  await elsewhere.close();

  await page.goto(`/en${linkIn(await mailTo(email, 'skifte mailadresse'))}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Yes, change the address' }).click();
  await expect(page).toHaveURL('/en/log-ind');
  await expect(page.getByRole('status')).toContainText('The address is changed.');
  await page.goto('/en/konto/mail/0000');
  await expectAccessible(page);
});

test('every page of one’s ways in is accessible in English, dark too, and fits a phone', async ({ page, context }) => {
  test.slow();
  await newcomer(context, 'regitze', { hasPassword: true, method: 'password' });
  for (const path of ['', '/adgangskode', '/mail', '/noegler', '/totrin']) {
    await page.goto(`/en/konto${path}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  }
});
