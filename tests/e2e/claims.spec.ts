import type { Browser, Page } from '@playwright/test';
import { renameOrganisation } from '#domain/organisations/commands.ts';
import { expectFine, expectFineInBoth } from '../fixtures/fine.ts';
import { idOf } from '../fixtures/people.ts';
import { linkIn, openPortalWithMail, type PortalWithMail } from '../fixtures/portal-with-mail.ts';
import { expect, test } from '../fixtures/test.ts';

/* Asking to look after an organisation, on a directory of its own, with every e-mail at a real mail server. */
test.describe.configure({ mode: 'serial' });

let portal: PortalWithMail;

test.beforeAll(async () => {
  portal = await openPortalWithMail();
});
test.afterAll(() => portal.stop());

const open = async (browser: Browser, javaScriptEnabled = true) =>
  (await browser.newContext({ javaScriptEnabled, baseURL: portal.url })).newPage();

/** From the page that asks for it, by the link in the e-mail, as somebody who was never here. */
async function signUp(page: Page, email: string, name: string): Promise<void> {
  await page.getByLabel('Mailadresse').fill(email);
  await page.getByRole('button', { name: 'Send mig et link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se i din indbakke');
  await page.goto(linkIn(await portal.mailTo(email)));
  await page.getByLabel('Dit navn').fill(name);
  await page.getByRole('button', { name: 'Lav kontoen' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with' : 'without';

  test(`somebody new asks, a coordinator says yes, ${mode} JavaScript`, async ({ browser }) => {
    test.slow();
    const email = `mette-${mode}@gmail.com`;
    const page = await open(browser, javaScriptEnabled);
    const tove = await open(browser, javaScriptEnabled);
    await portal.login(tove.context(), 'tove');
    const before = portal.countMails('tove@personer.example');

    await page.goto('/virksomheder/bogladen-i-roskilde');
    await page.getByRole('link', { name: /^Er det jeres\? Overtag siden|^Hører du til her\?/ }).click();
    await signUp(page, email, `Mette ${mode}`);
    await expect(page).toHaveURL('/virksomheder/bogladen-i-roskilde/overtag');
    await expect(page.getByText(`Du er logget ind med ${email}.`)).toBeVisible();

    const word = page.getByLabel('Et par ord til dem, der ser på det');
    await word.fill('Jeg hedder 010190-1234');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('ligner et CPR-nummer');
    await expect(word).toHaveValue('Jeg hedder 010190-1234');
    await word.fill('Ring til butikken og spørg efter mig');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('Vi har givet besked. Du får svar på mail.');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har bedt om at passe Bogladen i Roskilde');
    await expect(page.getByText('Ring til butikken')).toBeVisible();
    await page.goto('/medlem');
    await expect(page.getByText('Du vil passe Bogladen i Roskilde')).toBeVisible();

    const told = await portal.mailTo('tove@personer.example', before + 1);
    expect(told.subject).toBe('Nogen vil passe Bogladen i Roskilde på Plads');
    expect(told.text).toContain(`Mette ${mode} (${email})`);
    await tove.goto('/');
    await tove.getByRole('link', { name: 'Anmodninger' }).click();
    await expect(tove.getByText('Kom i dag').first()).toBeVisible();
    await tove.goto('/koordinator');
    await tove.getByRole('link', { name: `Mette ${mode} vil passe Bogladen i Roskilde` }).click();
    await expect(tove).toHaveURL(linkIn(told));
    await expect(tove.getByText('gmail.com', { exact: true })).toBeVisible();
    await expect(tove.getByText('En adresse, som alle kan få.')).toBeVisible();
    await tove.goto(linkIn(told));
    await tove.getByRole('button', { name: 'Sig nej' }).click();
    await expect(tove.getByRole('alert')).toContainText('Hvorfor? Personen læser det: Skal udfyldes.');
    await tove.getByLabel('Ejer').check();
    await tove.getByLabel('Et par ord med på vejen').fill('Vi talte sammen i telefonen');
    await tove.getByRole('button', { name: 'Sig ja' }).click();
    await expect(tove).toHaveURL('/koordinator');
    await expect(tove.getByRole('status')).toHaveText(`Nu er Mette ${mode} med. Vi har skrevet til Mette ${mode}.`);
    await tove.goto(linkIn(told));
    await expect(tove.getByText(/Tove sagde ja/)).toBeVisible();

    const answer = await portal.mailTo(email, 2);
    expect(answer.subject).toBe('Nu passer du Bogladen i Roskilde på Plads');
    expect(answer.text).toContain('Vi talte sammen i telefonen');
    await page.goto(linkIn(answer));
    await expect(page).toHaveURL('/medlem/bogladen-i-roskilde');
    await page.goto('/virksomheder/bogladen-i-roskilde/overtag');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Du passer allerede siden for Bogladen i Roskilde.',
    );
    await Promise.all([page.context().close(), tove.context().close()]);
  });
}

test('an owner is told, and decides among the organisation’s people', async ({ browser }) => {
  const owner = await open(browser);
  await portal.login(owner.context(), 'lone');
  const page = await open(browser);
  await page.goto('/virksomheder/hvalsoe-groent/overtag');
  await signUp(page, 'ny@hvalsoegroent.example', 'Nanna Ny');
  await expect(page.getByText('Nogen passer allerede siden.')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status')).toBeVisible();

  await owner.goto(linkIn(await portal.mailTo('lone@personer.example')));
  await expect(owner).toHaveURL('/medlem/hvalsoe-groent/folk');
  await expect(owner.getByRole('heading', { name: 'Nanna Ny · ny@hvalsoegroent.example' })).toBeVisible();
  await expect(owner.getByText('Adressen hører til virksomhedens egen hjemmeside.')).toBeVisible();
  await owner.getByLabel('Hvorfor? Personen læser det').fill('Du er kun her om sommeren');
  await owner.getByRole('button', { name: 'Sig nej' }).click();
  await expect(owner.getByRole('status')).toHaveText('Vi har skrevet til Nanna Ny.');

  const answer = await portal.mailTo('ny@hvalsoegroent.example', 2);
  expect(answer.text).toContain('Du er kun her om sommeren');
  await page.reload();
  await expect(page.getByText('Du er kun her om sommeren')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.goto('/medlem');
  await page.getByRole('button', { name: 'Træk tilbage' }).click();
  await expect(page.getByRole('status')).toHaveText('Det er trukket tilbage.');
  await Promise.all([page.context().close(), owner.context().close()]);
});

test('an address at the organisation’s own website gets in at once, and the address on the page is told', async ({
  browser,
}) => {
  portal.db.$client
    .prepare(
      "update organisations set website = 'https://www.toemrer.example', email = 'kontor@toemrer.example' where slug like 'gevninge%'",
    )
    .run();
  const page = await open(browser, false);
  await page.goto('/virksomheder/gevninge-toemrer-og-snedker-aps');
  await page.getByRole('link', { name: 'Er det jeres? Overtag siden' }).click();
  await signUp(page, 'svend@toemrer.example', 'Svend');
  await expect(page.getByText('Du kommer ind med det samme.')).toBeVisible();
  await page.getByRole('button', { name: 'Overtag siden' }).click();
  await expect(page).toHaveURL('/medlem/gevninge-toemrer-og-snedker-aps');
  await expect(page.getByRole('status')).toContainText('Velkommen. Nu passer du siden');
  const told = await portal.mailTo('kontor@toemrer.example');
  expect(told.text).toContain('svend@toemrer.example');
  await page.goto('/virksomheder/gevninge-toemrer-og-snedker-aps');
  await expect(page.getByRole('link', { name: /Overtag siden|Hører du til her/ })).toHaveCount(0);
  await page.context().close();
});

test('who comes second to a decision sees what it was', async ({ browser }) => {
  test.slow();
  const [ida, tove, yrsa] = [await open(browser), await open(browser), await open(browser, false)];
  await portal.login(ida.context(), 'ida');
  await portal.login(tove.context(), 'tove');
  await portal.login(yrsa.context(), 'yrsa');
  await ida.goto('/virksomheder/bogladen-i-roskilde/overtag');
  await ida.getByRole('button', { name: 'Send', exact: true }).click();
  for (const page of [tove, yrsa]) {
    await page.goto('/koordinator');
    await page.getByRole('link', { name: 'Ida vil passe Bogladen i Roskilde' }).click();
  }
  await yrsa.getByLabel('Hvorfor? Personen læser det').fill('Vi kender dig ikke');
  await yrsa.getByRole('button', { name: 'Sig nej' }).click();
  await expect(yrsa).toHaveURL('/koordinator');
  await tove.getByRole('button', { name: 'Sig ja' }).click();
  await expect(tove.getByRole('alert')).toContainText('En anden har allerede svaret.');
  await expect(tove.getByText(/Yrsa sagde nej/)).toBeVisible();
  await expect(tove.getByText('Vi kender dig ikke')).toBeVisible();
  await Promise.all([ida, tove, yrsa].map((page) => page.context().close()));
});

test('a renamed organisation is found by its old address, and one that is not there is not', async ({ browser }) => {
  const page = await open(browser);
  await portal.login(page.context(), 'karim');
  renameOrganisation(portal.db, 'test', idOf(portal.db, 'organisations', 'Køkkenet på Åsen'), 'Åsens Køkken');
  await page.goto('/virksomheder/koekkenet-paa-aasen/overtag');
  await expect(page).toHaveURL('/virksomheder/aasens-koekken/overtag');
  expect((await page.goto('/virksomheder/ingen-saadan/overtag'))?.status()).toBe(404);
  await page.context().close();
});

test('every state is accessible in both languages: asking, an error, waiting, deciding, decided', async ({
  browser,
}) => {
  test.slow();
  const [ida, tove] = [await open(browser), await open(browser)];
  await portal.login(ida.context(), 'ida');
  await portal.login(tove.context(), 'tove');
  const path = '/virksomheder/bogladen-i-roskilde/overtag';
  await expectFineInBoth(ida, path);
  await ida.getByLabel('Et par ord til dem, der ser på det').fill('010190-1234');
  await ida.getByRole('button', { name: 'Send', exact: true }).click();
  await expectFine(ida);
  await ida.getByLabel('Et par ord til dem, der ser på det').fill('Ring til butikken');
  await ida.getByRole('button', { name: 'Send', exact: true }).click();
  await expectFineInBoth(ida, path);
  await expectFineInBoth(ida, '/medlem');
  await expectFineInBoth(tove, '/koordinator');
  await tove.getByRole('list').getByRole('link', { name: 'Ida vil passe Bogladen i Roskilde' }).first().click();
  const desk = new URL(tove.url()).pathname;
  await expectFineInBoth(tove, desk);
  await tove.getByRole('button', { name: 'Sig nej' }).click();
  await expectFine(tove);
  await tove.getByLabel('Ejer').check();
  await tove.getByRole('button', { name: 'Sig ja' }).click();
  await expectFineInBoth(tove, desk);
  await expectFineInBoth(ida, path);
  await Promise.all([ida.context().close(), tove.context().close()]);
});

test('an owner’s list of who wants to take part is accessible in both languages', async ({ browser }) => {
  test.slow();
  const [karim, lone] = [await open(browser), await open(browser)];
  await portal.login(karim.context(), 'karim');
  await portal.login(lone.context(), 'lone');
  await karim.goto('/virksomheder/hvalsoe-groent/overtag');
  await karim.getByRole('button', { name: 'Send', exact: true }).click();
  await expectFineInBoth(lone, '/medlem/hvalsoe-groent/folk');
  await Promise.all([karim.context().close(), lone.context().close()]);
});
