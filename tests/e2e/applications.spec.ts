import type { Browser, Page } from '@playwright/test';
import { expectFine, expectFineInBoth } from '../fixtures/fine.ts';
import { linkIn, openPortalWithMail, type PortalWithMail } from '../fixtures/portal-with-mail.ts';
import { expect, test } from '../fixtures/test.ts';

/* Joining a network, on a directory of its own, with every e-mail at a real mail server. */
test.describe.configure({ mode: 'serial' });

let portal: PortalWithMail;

test.beforeAll(async () => {
  portal = await openPortalWithMail();
});
test.afterAll(() => portal.stop());

const open = async (browser: Browser, javaScriptEnabled = true) =>
  (await browser.newContext({ javaScriptEnabled, baseURL: portal.url })).newPage();

async function signUp(page: Page, email: string, name: string): Promise<void> {
  await page.getByLabel('Mailadresse').fill(email);
  await page.getByRole('button', { name: 'Send mig et link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se i din indbakke');
  await page.goto(linkIn(await portal.mailTo(email)));
  await page.getByLabel('Dit navn').fill(name);
  await page.getByRole('button', { name: 'Lav kontoen' }).click();
}

const APPLY = '/netvaerk/green-network/ansoeg';

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with' : 'without';
  const [name, cvr, slug] = javaScriptEnabled
    ? (['Osted Saft', '90 00 00 47', 'osted-saft'] as const)
    : (['Osted Most', '90 00 00 55', 'osted-most'] as const);

  test(`a new organisation comes in, ${mode} JavaScript`, async ({ browser }) => {
    test.slow();
    const email = `post@${slug}.example`;
    const page = await open(browser, javaScriptEnabled);
    const tove = await open(browser, javaScriptEnabled);
    await portal.login(tove.context(), 'tove');
    const before = portal.countMails('tove@personer.example');

    await page.goto('/netvaerk/green-network');
    await page.getByRole('link', { name: 'Vil I være med? Ansøg her' }).click();
    await signUp(page, email, 'Mads Moster');
    await expect(page).toHaveURL(APPLY);
    const number = page.getByLabel('CVR-nummer');
    await number.fill('12 34 56 78');
    await page.getByRole('button', { name: 'Videre' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv et gyldigt CVR-nummer på 8 cifre.');
    await expect(number).toHaveValue('12 34 56 78');
    await number.fill(cvr);
    await page.getByRole('button', { name: 'Videre' }).click();
    await expect(page).toHaveURL(`${APPLY}?cvr=${cvr.replaceAll(' ', '')}`);
    await expect(page.getByText(`CVR-nummer ${cvr}`)).toBeVisible();

    await page.getByLabel('Navn').fill(name);
    await page.getByLabel('Forening').check();
    await page.getByLabel('Postnummer').fill('9999');
    await page.getByLabel('Hjemmeside').fill(`www.${slug}.example`);
    await page.getByLabel('Et par ord til netværket').fill('Jeg er 010190-1234');
    await page.getByRole('button', { name: 'Send ansøgningen' }).click();
    await expect(page.getByRole('alert')).toContainText('ligner et CPR-nummer');
    await page.getByLabel('Et par ord til netværket').fill('Vi presser æbler');
    await page.getByRole('button', { name: 'Send ansøgningen' }).click();
    await expect(page.getByRole('alert')).toContainText('Postnummer: Postnummeret findes ikke.');
    await expect(page.getByLabel('Navn')).toHaveValue(name);
    await expect(page.getByLabel('Forening')).toBeChecked();
    await expect(page.getByLabel('Hjemmeside')).toHaveValue(`www.${slug}.example`);
    await expect(page.getByLabel('Et par ord til netværket')).toHaveValue('Vi presser æbler');
    await page.getByLabel('Postnummer').fill('4320');
    await page.getByRole('button', { name: 'Send ansøgningen' }).click();
    await expect(page).toHaveURL(APPLY);
    await expect(page.getByRole('status')).toHaveText('Ansøgningen er sendt. I får svar på mail.');
    await expect(page.getByText(`${name} vil med i Green Network`)).toBeVisible();

    const told = await portal.mailTo('tove@personer.example', before + 1);
    expect(told.subject).toBe(`${name} vil med i Green Network`);
    await tove.goto(linkIn(told));
    await expect(tove.getByText('Vi presser æbler')).toBeVisible();
    await expect(tove.getByText(`https://www.${slug}.example`)).toBeVisible();
    await tove.goto(linkIn(told));
    await tove.getByLabel('Hvorfor? Personen læser det').fill('Vi optager igen til foråret');
    await tove.getByRole('button', { name: 'Sig nej' }).click();
    await expect(tove.getByRole('status')).toHaveText('Vi har skrevet til Mads Moster.');
    expect((await portal.mailTo(email, 2)).text).toContain('Vi optager igen til foråret');
    expect((await page.request.get(`/virksomheder/${slug}`)).status()).toBe(404);

    await page.goto(`${APPLY}?cvr=${cvr.replaceAll(' ', '')}`);
    await page.getByLabel('Navn').fill(name);
    await page.getByLabel('Postnummer').fill('4320');
    await page.getByRole('button', { name: 'Send ansøgningen' }).click();
    await tove.goto(linkIn(await portal.mailTo('tove@personer.example', before + 2)));
    await tove.getByRole('button', { name: 'Sig ja' }).click();
    await expect(tove).toHaveURL('/koordinator');
    await expect(tove.getByRole('status')).toContainText(`Nu er ${name} med i Green Network.`);
    const answer = await portal.mailTo(email, 3);
    expect(answer.subject).toBe(`${name} er med i Green Network`);
    await page.goto(linkIn(answer));
    await expect(page).toHaveURL(`/medlem/${slug}`);
    await page.goto(`/virksomheder?q=${encodeURIComponent(name)}&network=green-network`);
    await expect(page.getByRole('link', { name })).toBeVisible();
    await page.goto(`${APPLY}?cvr=${cvr.replaceAll(' ', '')}`);
    await expect(page.getByRole('heading', { name: `${name} er allerede med i Green Network.` })).toBeVisible();
    await Promise.all([page.context().close(), tove.context().close()]);
  });
}

test('a listed organisation is taken over first, and that leads back to applying', async ({ browser }) => {
  portal.db.$client.prepare("update organisations set email = 'kok@gmail.com' where name = 'Køkkenet på Åsen'").run();
  const page = await open(browser, false);
  await page.goto('/netvaerk/business-lejre/ansoeg?cvr=90000020');
  await signUp(page, 'kok@gmail.com', 'Kirsten Kok');
  await expect(page.getByRole('heading', { name: 'Køkkenet på Åsen står allerede på Plads' })).toBeVisible();
  await page.getByRole('link', { name: 'Overtag siden' }).click();
  await expect(page.getByText('Det er den adresse, som står på siden.')).toBeVisible();
  await page.getByRole('button', { name: 'Overtag siden' }).click();
  await expect(page).toHaveURL('/netvaerk/business-lejre/ansoeg?cvr=90000020');
  await page.getByRole('button', { name: 'Send ansøgningen' }).click();
  await expect(page.getByText('Køkkenet på Åsen vil med i Business Lejre')).toBeVisible();
  await page.getByRole('button', { name: 'Træk tilbage' }).click();
  await expect(page.getByRole('status')).toHaveText('Ansøgningen er trukket tilbage.');
  await page.goto('/netvaerk/business-lejre/ansoeg');
  await expect(page.getByRole('heading', { name: 'Køkkenet på Åsen' })).toBeVisible();
  await page.getByRole('form', { name: 'Køkkenet på Åsen' }).getByRole('button').click();
  await expect(page.getByRole('status')).toHaveText('Ansøgningen er sendt. I får svar på mail.');
  await page.context().close();
});

test('the pages of a listed organisation are accessible, whoever comes', async ({ browser }) => {
  for (const [who, heading] of [
    ['ida', 'Hvalsø Grønt er allerede med i Green Network.'],
    ['birgit', 'Hvalsø Grønt er allerede med i Green Network.'],
  ] as const) {
    const page = await open(browser);
    await portal.login(page.context(), who);
    await page.goto(`${APPLY}?cvr=90000004`);
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await page.context().close();
  }
  const page = await open(browser);
  await portal.login(page.context(), 'ida');
  await page.goto(`${APPLY}?cvr=90000012`);
  await expect(page.getByRole('heading', { name: /står allerede på Plads/ })).toBeVisible();
  await page.goto('/virksomheder/gevninge-toemrer-og-snedker-aps/overtag');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.goto(`${APPLY}?cvr=90000012`);
  await expect(page.getByText('Du har bedt om at overtage siden.')).toBeVisible();
  await page.context().close();
});

test('no step can be skipped: a number in the address is checked, and so is one in a form', async ({ browser }) => {
  const page = await open(browser);
  await portal.login(page.context(), 'ida');
  for (const cvr of ['12345678', '9000004', '%00', "'--"]) {
    await page.goto(`${APPLY}?cvr=${cvr}`);
    await expect(page.getByLabel('CVR-nummer')).toBeVisible();
    await expect(page.getByLabel('Navn')).toHaveCount(0);
  }
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const form = { network: 'green-network', cvr: '12345678', name: 'X', sector: 'ordinary', postcode: '4320' };
  const refused = await page.request.post(`${APPLY}?_action=applications.applyAsNew`, { form, headers });
  expect(refused.status()).toBe(422);
  const elsewhere = { ...form, cvr: '90000063', network: 'intet-netvaerk' };
  expect(
    (await page.request.post(`${APPLY}?_action=applications.applyAsNew`, { form: elsewhere, headers })).status(),
  ).toBe(404);
  expect((await page.goto('/netvaerk/intet-netvaerk/ansoeg'))?.status()).toBe(404);
  await page.context().close();
});

test('an association without a number applies as well', async ({ browser }) => {
  const page = await open(browser);
  await portal.login(page.context(), 'ida');
  await page.goto(APPLY);
  await page.getByRole('link', { name: 'Vi har ikke et CVR-nummer' }).click();
  await expect(page.getByText('Uden CVR-nummer')).toBeVisible();
  await page.getByLabel('Navn').fill('Osted Kor');
  await page.getByLabel('Forening').check();
  await page.getByLabel('Postnummer').fill('4320');
  await page.getByRole('button', { name: 'Send ansøgningen' }).click();
  await expect(page.getByText('Osted Kor vil med i Green Network')).toBeVisible();
  await page.context().close();
});

test('every state is accessible in both languages: the number, an error, the facts, waiting, deciding', async ({
  browser,
}) => {
  test.slow();
  const [karim, tove] = [await open(browser), await open(browser)];
  await portal.login(karim.context(), 'karim');
  await portal.login(tove.context(), 'tove');
  await expectFineInBoth(karim, APPLY);
  await karim.getByRole('button', { name: 'Videre' }).click();
  await expectFine(karim);
  await expectFineInBoth(karim, `${APPLY}?cvr=90000071`);
  await karim.getByRole('button', { name: 'Send ansøgningen' }).click();
  await expectFine(karim);
  await karim.getByLabel('Navn').fill('Lejre Lys');
  await karim.getByLabel('Postnummer').fill('4320');
  await karim.getByRole('button', { name: 'Send ansøgningen' }).click();
  await expectFineInBoth(karim, APPLY);
  await expectFineInBoth(karim, `${APPLY}?cvr=90000012`);
  await tove.goto('/koordinator');
  await tove.getByRole('link', { name: 'Lejre Lys vil med i Green Network' }).click();
  const desk = new URL(tove.url()).pathname;
  await expectFineInBoth(tove, desk);
  await tove.getByRole('button', { name: 'Sig nej' }).click();
  await expectFine(tove);
  await tove.getByRole('button', { name: 'Sig ja' }).click();
  await expectFineInBoth(tove, desk);
  await Promise.all([karim.context().close(), tove.context().close()]);
});
