import type { Page } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { today } from '#domain/time.ts';
import { add } from '../fixtures/directory.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** A business of its own for each test, with Lone as its owner. */
async function businessOf(name: string, owner: number): Promise<string> {
  return withPortalDatabase((db) => {
    const id = add(db, { name, email: `post@${slugOf(name)}.example` }, { postcode: '4330', town: 'Hvalsø' });
    insertMember(db, owner, id, 'owner');
    return slugOf(name);
  });
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string | RegExp) => expect(page.getByRole('status')).toContainText(text);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`from a question to a paid job, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const consultant = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const name = javaScriptEnabled ? 'Sæby Savværk' : 'Særløse Savværk';
    await login(consultant.context(), 'karim');
    const slug = await businessOf(name, await login(owner.context(), 'lone'));
    const employer = `/jobcenter/arbejdsgivere/${slug}`;

    await consultant.goto(employer);
    await expect(consultant.getByText('Ingen har kontaktet dem for nylig.')).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(consultant, employer);
    await consultant.getByRole('link', { name: `Spørg ${name}` }).click();
    if (javaScriptEnabled) await expectFineInBoth(consultant, `/jobcenter/spoerg/${slug}`);
    await consultant.getByRole('link', { name: 'Få timer til at begynde med' }).click();
    await expect(consultant.getByLabel('Besked')).toHaveValue(/få timer om ugen/);
    await consultant.getByLabel('Timer om ugen').fill('4,5');
    await consultant.getByLabel('Fra hvilken måned?').fill('marts');
    await press(consultant, 'Send');
    await expect(consultant.getByRole('alert')).toContainText('2027-03');
    await expect(consultant.getByLabel('Timer om ugen')).toHaveValue('4,5');
    await consultant.getByLabel('Fra hvilken måned?').fill('2027-03');
    await press(consultant, 'Send');
    await said(consultant, 'Det er sendt.');
    const thread = new URL(consultant.url()).pathname;

    await owner.goto(`/medlem/${slug}/henvendelser`);
    if (javaScriptEnabled) await expectFineInBoth(owner, `/medlem/${slug}/henvendelser`);
    await owner.getByRole('link', { name: /^Karim/ }).click();
    await owner.getByLabel('Besked').fill('Det vil vi gerne.');
    await press(owner, 'Send');
    await said(owner, 'Det er sendt.');

    await consultant.goto('/jobcenter');
    await expect(consultant.getByRole('region', { name: 'Venter på dig' })).toContainText(name);
    await consultant.goto(thread);
    await press(consultant, 'Jeg har set det');
    await press(consultant, 'Vi er enige');
    await said(consultant, 'I har en aftale.');
    await consultant.getByLabel('Første dag').fill(today());
    await press(consultant, 'Pladsen er taget i brug');
    await said(consultant, 'Det tæller med hos virksomheden.');
    if (javaScriptEnabled) await expectFineInBoth(consultant, thread);
    await press(consultant, 'Afslut');
    await expect(consultant.getByRole('alert')).toBeVisible();
    await consultant.getByLabel('Blev til lønnede timer').check();
    await consultant.getByLabel('Lønnede timer om ugen').fill('8');
    await press(consultant, 'Afslut');
    await said(consultant, 'Det er noteret.');
    await expect(consultant.locator('[aria-current=step]')).toHaveText('Afsluttet');
    const outcomes = await withPortalDatabase((db) =>
      db.$client
        .prepare(
          `select kind, persons, hours_weekly as hours from outcomes join organisations on organisations.id = organisation_id
           where organisations.slug = ? order by outcomes.id`,
        )
        .all(slug),
    );
    expect(outcomes).toEqual([
      { kind: 'started', persons: 1, hours: 4.5 },
      { kind: 'ordinary-hours', persons: 1, hours: 8 },
    ]);
  });

  test(`nobody calls whom a colleague called yesterday without knowing, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const other = await browser.newContext({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Torkilstrup Træ' : 'Tågerup Træ';
    await login(page.context(), 'karim');
    const slug = await businessOf(name, await login(other, 'lone'));
    const employer = `/jobcenter/arbejdsgivere/${slug}`;
    await page.goto(employer);
    await page.getByText('Skriv en kontakt ind').click();
    await page.getByLabel('Én linje til kollegerne').fill('Han har PTSD og er født 12.03.1984');
    await press(page, 'Gem');
    await expect(page.getByRole('alert')).toContainText('Én linje til kollegerne');
    await page.getByLabel('Én linje til kollegerne').fill('De mangler folk i pakkeriet');
    await press(page, 'Gem');
    await said(page, 'Kontakten står i loggen.');
    await expect(page.getByText('De mangler folk i pakkeriet')).toBeVisible();
    await expect(page.getByText(/^Du ringede i dag om/)).toBeVisible();

    // The administrator may do what a consultant may, and is another person.
    const colleague = await other.newPage();
    await login(other, 'yrsa');
    await colleague.goto(`/jobcenter/spoerg/${slug}`);
    await expect(colleague.getByRole('heading', { name: 'Tænk dig om først' })).toBeVisible();
    await expect(colleague.getByText(/Karim ringede i dag om/)).toBeVisible();
    await colleague.getByLabel('Besked').fill('Har I en plads i pakkeriet?');
    await press(colleague, 'Send');
    await expect(colleague.getByRole('alert')).toContainText('En kollega har lige været i kontakt');
    await colleague.getByText('Bed en kollega om det i stedet').click();
    await colleague.getByLabel('Hvad skal kollegaen spørge om?').fill('Om de vil have en praktikant i marts');
    await press(colleague, 'Bed kollegaen');
    await said(colleague, 'Din kollega har fået besked.');
    await page.goto('/jobcenter');
    await expect(page.getByText('Om de vil have en praktikant i marts')).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/jobcenter');
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: 'Det har jeg gjort' })
      .click();
    await said(page, 'Det er noteret.');

    // What the business wishes for binds.
    const owner = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await login(owner.context(), 'lone');
    await owner.goto(`/medlem/${slug}/henvendelser`);
    await owner.getByLabel('Ingen kontakt før efter den dag').fill('2999-01-01');
    await press(owner, 'Gem');
    await said(owner, 'Det er gemt.');
    await page.goto(employer);
    await expect(page.getByRole('heading', { name: 'Vent med at kontakte dem' })).toBeVisible();
    await expect(page.getByRole('link', { name: `Spørg ${name}` })).toHaveCount(0);
    const sent = await page.request.post(`/jobcenter/spoerg/${slug}?_action=enquiries.ask`, {
      form: { organisation: slug, text: 'Har I plads?', places: '1', acknowledged: 'true' },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(sent.status()).toBe(409);
  });

  test(`a portfolio, its list for Excel, and a list that others may read, ${how} JavaScript`, async ({ browser }) => {
    test.slow();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await login(page.context(), 'karim');
    const lone = await login(await browser.newContext(), 'lone');
    const name = javaScriptEnabled ? 'Ejby Honning' : 'Ejby Bihus';
    const slug = await businessOf(name, lone);
    await page.goto(`/jobcenter/arbejdsgivere/${slug}`);
    await press(page, `Følg ${name}`);
    await said(page, 'De er i din portefølje.');
    await page.getByRole('textbox', { name: /^Næste skridt/ }).fill('Ring om sommerpladser');
    await page.getByLabel('Hvornår?').last().fill(today());
    await page.getByRole('form', { name: 'Næste skridt' }).getByRole('button', { name: 'Gem' }).click();
    await said(page, 'Gemt.');
    await page.getByRole('textbox', { name: /^Mærker/ }).fill('Honning, udendørs');
    await page.getByRole('form', { name: 'Mærker' }).getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('textbox', { name: /^Note om virksomheden/ }).fill('God til at tage imod');
    await press(page, 'Gem noten');
    await expect(page.getByText('God til at tage imod')).toBeVisible();
    await page.goto('/jobcenter/portefoelje?maerke=honning');
    await expect(page.getByText('Ring om sommerpladser').first()).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, '/jobcenter/portefoelje');
    const csv = await (await page.request.get('/jobcenter/portefoelje/hent.csv')).text();
    expect(csv).toContain('Ring om sommerpladser');
    await page.getByText('Læs en liste ind').click();
    await page
      .getByLabel('Liste', { exact: true })
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await press(page, 'Læs ind');
    await expect(page.getByRole('alert')).toContainText('kolonne, der hedder CVR');
    await page.getByLabel('Liste', { exact: true }).setInputFiles({
      name: 'p.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Plads;Noter\n${slug};Fra listen\nfindes-ikke;x\n`),
    });
    await press(page, 'Læs ind');
    await said(page, '1 er taget med. 1 kunne ikke læses eller findes: linje 3');

    await page.goto('/jobcenter/lister');
    if (javaScriptEnabled) await expectFineInBoth(page, '/jobcenter/lister');
    await page.getByLabel('Navn').fill(`Udendørs ${how}`);
    await press(page, 'Begynd listen');
    const list = new URL(page.url()).pathname;
    await page.goto(`/jobcenter/arbejdsgivere/${slug}`);
    await page.getByRole('form', { name: 'Sæt på en liste' }).getByRole('combobox').selectOption(`Udendørs ${how}`);
    await press(page, 'Sæt på');
    await page.goto(list);
    await expect(page.getByRole('link', { name })).toBeVisible();
    if (javaScriptEnabled) await expectFineInBoth(page, list);
    await press(page, 'Lav et offentligt link');
    const address = /http\S+/.exec(await page.getByRole('status').innerText())?.[0] ?? '';
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(`Udendørs ${how}`);
    await expect(visitor.getByRole('link', { name })).toHaveAttribute('href', `/virksomheder/${slug}`);
    if (javaScriptEnabled) await expectAccessible(visitor);
    await page.goto(list);
    await press(page, 'Luk de offentlige links');
    expect((await visitor.goto(address))?.status()).toBe(404);
  });
}

test('texts to begin with are written, changed and taken away', async ({ page, context }) => {
  await login(context, 'karim');
  await page.goto('/jobcenter/skabeloner');
  await page.getByLabel('Navn').last().fill('Sommerhjælp');
  await page.getByLabel('Tekst', { exact: true }).last().fill('Har I brug for hænder i højsæsonen?');
  await press(page, 'Tilføj');
  await said(page, 'Teksten er tilføjet.');
  await expectFineInBoth(page, '/jobcenter/skabeloner');
  await page.getByText('Sommerhjælp').click();
  await press(page, 'Slet teksten');
  await said(page, 'Teksten er slettet.');
});

test('the job centre’s pages are there for the job centre alone', async ({ browser }) => {
  for (const name of ['ida', 'lone', 'tove'] as const) {
    const context = await browser.newContext();
    await login(context, name);
    for (const path of ['', '/henvendelser', '/portefoelje', '/portefoelje/hent.csv', '/lister', '/skabeloner'])
      expect((await context.request.get(`/jobcenter${path}`)).status(), `${name} ${path}`).toBe(404);
  }
});
