import { join } from 'node:path';
import { sendEnquiry } from '#domain/enquiries/commands.ts';
import { readMailFolder } from '#mail/folder.ts';
import { add } from '../fixtures/directory.ts';
import { expectFine } from '../fixtures/fine.ts';
import { idOf } from '../fixtures/people.ts';
import { until } from '../fixtures/programs.ts';
import { login, viewerInDemo, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

const FOLDER = join(process.env.PLADS_TEST_DATA ?? '', 'mail');
const HVALSOE = 'Grøntværkstedet Hvalsø';
const SLUG = 'groentvaerkstedet-hvalsoe';

/** The path of the button in the newest e-mail to that address whose subject says so. */
async function linkTo(address: string, subject: RegExp): Promise<string> {
  const found = () => readMailFolder(FOLDER, 300).find((mail) => mail.to === address && subject.test(mail.subject));
  await until(() => found() !== undefined, `an e-mail to ${address} about ${subject}`);
  return /\/(?:en\/)?henvendelse\S*noegle=[\w-]+/.exec(found()?.text ?? '')?.[0] ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`a neighbour asks, the business answers, and neither needs an account, ${how} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const neighbour = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const email = `nabo-${how}@naboer.example`;
    const name = `En nabo ${how}`;
    await neighbour.goto(`/virksomheder/${SLUG}`);
    await neighbour.getByRole('link', { name: 'Skriv til virksomheden' }).click();
    await neighbour.getByRole('button', { name: 'Send' }).click();
    await expect(neighbour.getByRole('alert')).toContainText('Besked: Skal udfyldes.');
    if (javaScriptEnabled) await expectFine(neighbour);
    await neighbour.getByLabel('Besked').fill('Min nabo, 010203-0000, vil gerne købe tomater');
    await neighbour.getByLabel('Dit navn').fill(name);
    await neighbour.getByLabel('Din mailadresse').fill(email);
    await neighbour.getByRole('button', { name: 'Send' }).click();
    await expect(neighbour.getByRole('alert')).toContainText('CPR-nummer');
    await expect(neighbour.getByLabel('Dit navn')).toHaveValue(name);
    await neighbour.getByLabel('Besked').fill('Kan man købe jeres tomater om lørdagen?');
    await neighbour.getByRole('button', { name: 'Send' }).click();
    await expect(neighbour.getByRole('heading', { level: 1 })).toHaveText('Ét skridt mere');
    if (javaScriptEnabled) await expectFine(neighbour);

    const confirm = await linkTo(email, /Send din besked/);
    await neighbour.goto(confirm);
    await expect(neighbour.getByText('Kan man købe jeres tomater')).toBeVisible();
    if (javaScriptEnabled) await expectFine(neighbour);
    await neighbour.getByRole('button', { name: 'Send den' }).click();
    await expect(neighbour.getByRole('status')).toContainText('Det er sendt.');
    const thread = neighbour.url();
    if (javaScriptEnabled) await expectFine(neighbour);
    await neighbour.goto(confirm);
    await expect(neighbour.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke længere');

    // Somebody else's browser has no pass.
    const stranger = await (await browser.newContext()).newPage();
    expect((await stranger.goto(thread))?.status()).toBe(404);

    const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await login(owner.context(), 'lone');
    await owner.goto(`/medlem/${SLUG}/henvendelser`);
    await owner.getByRole('link', { name, exact: true }).click();
    await owner.getByLabel('Besked').fill('Ja, fra klokken ti.');
    await owner.getByRole('button', { name: 'Send' }).click();
    await expect(owner.getByRole('status')).toHaveText('Det er sendt.');
    await expect(owner.getByText('Ja, fra klokken ti.')).toBeVisible();
    if (javaScriptEnabled) await expectFine(owner);
    await expect(owner.locator('main')).not.toContainText(email);

    const answer = await linkTo(email, /Nyt svar/);
    await stranger.goto(answer);
    if (javaScriptEnabled) await expectFine(stranger);
    await stranger.getByRole('button', { name: 'Læs henvendelsen' }).click();
    await expect(stranger.getByText('Ja, fra klokken ti.')).toBeVisible();
    await stranger.goto(answer);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke længere');
    await stranger.getByRole('button', { name: 'Send et nyt link' }).click();
    await expect(stranger.getByRole('status')).toContainText('Et nyt link er sendt');
  });

  test(`a business without an account answers the job centre by the link, ${how} JavaScript`, async ({ browser }) => {
    const address = `post-${how}@naturpleje.example`;
    const id = await withPortalDatabase((db) => {
      const organisationId = add(
        db,
        { name: `Tadre Naturpleje ${how}`, email: address },
        { postcode: '4330', town: 'Hvalsø' },
      );
      return sendEnquiry(db, viewerInDemo(db, 'karim'), {
        organisationId,
        slotId: null,
        fromOrganisationId: null,
        scheme: null,
        places: 1,
        hoursWeekly: 4,
        fromMonth: null,
        text: 'Har I plads til en, der kan få timer om ugen?',
        acknowledged: false,
      });
    });
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await page.goto(await linkTo(address, /Et spørgsmål om/));
    await page.getByRole('button', { name: 'Læs henvendelsen' }).click();
    await page.getByRole('link', { name: 'Ja tak' }).click();
    await expect(page.getByLabel('Besked')).toHaveValue(/Det vil vi gerne/);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('Det er sendt.');
    await page.getByRole('button', { name: 'Vi er enige' }).click();
    await expect(page.getByRole('status')).toHaveText('I har en aftale.');
    if (javaScriptEnabled) await expectFine(page);
    await expect(page.locator('[aria-current=step]')).toHaveText('Aftalt');
    await withPortalDatabase((db) => {
      const row = db.$client.prepare('select state from enquiries where id = ?').get(id);
      expect(row).toEqual({ state: 'agreed' });
    });
  });
}

test('what is between others is not there, whoever asks', async ({ browser, request }) => {
  const id = await withPortalDatabase((db) =>
    sendEnquiry(db, viewerInDemo(db, 'jens'), {
      organisationId: idOf(db, 'organisations', HVALSOE),
      slotId: null,
      fromOrganisationId: idOf(db, 'organisations', 'Elverdammens Tømrerfirma'),
      scheme: null,
      places: null,
      hoursWeekly: null,
      fromMonth: null,
      text: 'Har I brug for paller?',
      acknowledged: false,
    }),
  );
  for (const name of ['ida', 'karim', 'tove', 'yrsa'] as const) {
    const context = await browser.newContext();
    await login(context, name);
    for (const path of [`/henvendelse/${id}`, `/medlem/${SLUG}/henvendelser/${id}`, `/medlem/${SLUG}/henvendelser`])
      expect((await context.request.get(path)).status(), `${name} ${path}`).toBe(404);
    const sent = await context.request.post(`/henvendelse/${id}?_action=enquiries.answer`, {
      form: { enquiry: id, text: 'Hej' },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(sent.status(), name).toBe(404);
  }
  for (const path of ['/henvendelse/abc', '/henvendelse/99999999999999999999', '/henvendelse/-1'])
    expect((await request.get(path)).status(), path).toBe(404);
  expect((await request.get('/henvendelse?noegle=x')).status()).toBe(200);
});
