import type { Page } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { makeCommitment } from '#domain/commitments/commands.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { addDays, today } from '#domain/time.ts';
import { add } from '../fixtures/directory.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { harmless } from '../fixtures/hostile-pictures.ts';
import { largeFile } from '../fixtures/large-file.ts';
import { plainPdf } from '../fixtures/pdf.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

const MB = 1024 * 1024;
const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };
const LATE = 'Ti cykler til dem, der ikke har bil';

/** A fresh organisation that Lone owns, with a commitment that is late. */
function organisationOf(lone: number, name: string): Promise<{ slug: string; late: number }> {
  return withPortalDatabase((db) => {
    const id = add(db, { name }, { postcode: '4330', town: 'Hvalsø' });
    insertMember(db, lone, id, 'owner');
    const late = makeCommitment(db, 'test', id, {
      theme: 'community',
      statement: LATE,
      measure: 'Cykler, der kører',
      goals: [11],
      evidenceLabel: null,
      evidenceUrl: null,
      madeOn: addDays(today(), -200),
      reviewOn: addDays(today(), -5),
    });
    return { slug: slugOf(name), late };
  });
}

const pdf = (buffer: Buffer) => ({ name: 'regnskab.pdf', mimeType: 'application/pdf', buffer });
const inForm = (page: Page, name: string) => page.getByRole('form', { name, exact: true });
const unfold = (page: Page, words: string) => page.locator('summary').getByText(words, { exact: true }).click();

for (const javaScriptEnabled of [true, false]) {
  test(`a commitment is made, given more time, written anew and kept, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Kirke Såby Vin' : 'Kirke Såby Cider';
    const { slug } = await organisationOf(await login(context, 'lone'), name);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}/loefter`);
    await expect(page.getByText('1 løfte skulle være gennemgået.')).toBeVisible();
    await page.getByRole('link', { name: 'Giv et løfte' }).click();
    await page.getByLabel('Hvad lover I?').fill('Vi lærer 010203-0000 at brygge');
    for (const goal of ['4 Kvalitetsuddannelse', '8 Anstændige jobs', '10 Mindre ulighed', '12 Ansvarligt forbrug'])
      await page.getByLabel(goal).check();
    await page.getByLabel(/^Link/).fill('ingen adresse');
    await page.getByRole('button', { name: 'Giv løftet' }).click();
    const problems = page.getByRole('alert');
    await expect(problems).toContainText('Hvad lover I?: Indeholder noget, der ligner et CPR-nummer.');
    await expect(problems).toContainText('Hvordan kan man se, at det er holdt?: Skal udfyldes.');
    await expect(problems).toContainText('Hvad handler det om?: Skal udfyldes.');
    await expect(problems).toContainText('Verdensmål: Vælg højst 3.');
    await expect(problems).toContainText('Link: Skriv en hjemmeside');
    await expect(page.getByLabel('Hvad lover I?')).toHaveValue('Vi lærer 010203-0000 at brygge');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Hvad lover I?').fill('Vi lærer fire lærlinge at brygge');
    await page.getByLabel('Hvordan kan man se, at det er holdt?').fill('Fire svendebreve');
    await page.getByLabel('Uddannelse', { exact: true }).check();
    await page.getByLabel('12 Ansvarligt forbrug').uncheck();
    await page.getByLabel(/^Link/).fill('');
    await page.getByLabel('Hvornår ser I på det igen?').fill(addDays(today(), -1));
    await page.getByRole('button', { name: 'Giv løftet' }).click();
    await expect(problems).toContainText('Hvornår ser I på det igen?: Vælg en senere dag.');
    await page.getByLabel('Hvornår ser I på det igen?').fill(addDays(today(), 100));
    await page.getByRole('button', { name: 'Giv løftet' }).click();
    await expect(page.getByRole('status')).toHaveText('Løftet er givet. Nu kan alle se det.');

    await page.getByRole('link', { name: 'Hold, forlæng eller ret Vi lærer fire' }).click();
    await unfold(page, 'Giv det mere tid');
    await inForm(page, 'Giv det mere tid').getByLabel('Hvorfor?').fill('To begynder først efter jul');
    await page.getByRole('button', { name: 'Giv mere tid' }).click();
    await expect(page.getByRole('status')).toHaveText('Løftet har fået mere tid.');
    await page.getByRole('link', { name: 'Hold, forlæng eller ret Vi lærer fire' }).click();
    await unfold(page, 'Skriv det om');
    const rewriting = inForm(page, 'Skriv det om');
    await rewriting.getByLabel('Hvad lover I?').fill('Vi lærer seks lærlinge at brygge');
    await rewriting.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('status')).toHaveText('Løftet er skrevet om.');

    await page.getByRole('link', { name: 'Hold, forlæng eller ret Vi lærer seks' }).click();
    await unfold(page, 'Det er holdt');
    const keeping = inForm(page, 'Det er holdt');
    await keeping.getByRole('button', { name: 'Sig, at det er holdt' }).click();
    await expect(problems).toContainText('Skriv et link til noget, der viser det.');
    if (javaScriptEnabled) await expectAccessible(page);
    await keeping.getByLabel('Hvad viser det?').fill('Svendebrevene');
    await keeping.getByLabel(/^Fil/).setInputFiles(pdf(Buffer.from('%PDF-<script>EVIL</script>')));
    await keeping.getByRole('button', { name: 'Sig, at det er holdt' }).click();
    await expect(problems).toContainText('Fil: PDF-filen er ikke hel.');
    await keeping.getByLabel(/^Fil/).setInputFiles(largeFile('regnskab.pdf', plainPdf(), 11 * MB));
    await keeping.getByRole('button', { name: 'Sig, at det er holdt' }).click();
    await expect(problems).toContainText('Fil: Filen fylder mere end 10 MB.');
    await expect(keeping.getByLabel('Hvad viser det?')).toHaveValue('Svendebrevene');
    await keeping.getByLabel(/^Fil/).setInputFiles(pdf(plainPdf()));
    await keeping.getByRole('button', { name: 'Sig, at det er holdt' }).click();
    await expect(page.getByRole('status')).toHaveText('Godt gået! Løftet står nu som holdt.');

    await page.goto(`/virksomheder/${slug}`);
    await expect(page.getByRole('heading', { name: 'Vi lærer seks lærlinge at brygge' })).toBeVisible();
    await page.getByText('Ændret 2 gange').click();
    await expect(page.getByText('To begynder først efter jul')).toBeVisible();
    await expect(page.getByText('Vi lærer fire lærlinge at brygge · Fire svendebreve')).toBeVisible();
    const address = await page.getByRole('link', { name: 'Se: Svendebrevene' }).getAttribute('href');
    const file = await context.request.get(address ?? '');
    expect(await file.body()).toEqual(plainPdf());
    expect(file.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="plads-bilag-[0-9a-f]{32}\.pdf"$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    await context.close();
  });

  test(`a commitment is taken back, and the reason is there to read, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Øm Cykler' : 'Øm Hjul';
    const { slug, late } = await organisationOf(await login(context, 'lone'), name);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}`);
    await page.getByRole('link', { name: '1 forsinket løfte' }).click();
    await page.getByRole('link', { name: `Sig, hvordan det gik ${LATE}` }).click();
    await unfold(page, 'Tag det tilbage');
    await page.getByRole('button', { name: 'Tag løftet tilbage' }).click();
    await expect(page.getByRole('alert')).toContainText('Hvorfor?: Skal udfyldes.');
    await inForm(page, 'Tag det tilbage').getByLabel('Hvorfor?').fill('Vi har lukket værkstedet');
    await page.getByRole('button', { name: 'Tag løftet tilbage' }).click();
    await expect(page.getByRole('status')).toHaveText('Løftet er taget tilbage.');
    await page.goto(`/virksomheder/${slug}`);
    await expect(page.getByText('Vi har lukket værkstedet')).toBeVisible();
    await page.goto(`/medlem/${slug}/loefter/${late}`);
    await expect(page.getByText('Løftet er afsluttet')).toBeVisible();
    await expect(page.locator('main form')).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(page);
    await context.close();
  });
}

test('of two who rewrite a commitment, the second sees both versions', async ({ context }) => {
  const { slug, late } = await organisationOf(await login(context, 'lone'), 'Øm Symaskiner');
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const [page, words] of [
    [first, 'Tolv cykler'],
    [second, 'Tyve cykler'],
  ] as const) {
    await page.goto(`/medlem/${slug}/loefter/${late}`);
    await unfold(page, 'Skriv det om');
    await inForm(page, 'Skriv det om').getByLabel('Hvad lover I?').fill(words);
  }
  for (const page of [first, second]) await inForm(page, 'Skriv det om').getByRole('button', { name: 'Gem' }).click();
  await expect(second.getByRole('alert')).toContainText('En anden har ændret det imens.');
  await expect(second.getByText('Nu står der: Tolv cykler')).toBeVisible();
  await expect(second.getByRole('group', { name: 'To udgaver: Hvad lover I?' }).getByRole('textbox')).toHaveValue(
    'Tyve cykler',
  );
  await inForm(second, 'Skriv det om').getByRole('button', { name: 'Gem' }).click();
  await expect(second.getByText('Tyve cykler').first()).toBeVisible();
});

test('commitments of others are not there, in pages and in forms', async ({ browser }) => {
  const [mine, theirs] = [await browser.newContext(), await browser.newContext()];
  const { slug, late } = await organisationOf(await login(mine, 'lone'), 'Øm Egne Løfter');
  await login(theirs, 'jens');
  const own = '/medlem/elverdammens-toemrerfirma/loefter';
  for (const address of [
    `/medlem/${slug}/loefter`,
    `/medlem/${slug}/loefter/ny`,
    `/medlem/${slug}/loefter/${late}`,
    `${own}/${late}`,
    `${own}/0`,
    `${own}/x`,
  ])
    expect((await theirs.request.get(address)).status(), address).toBe(404);
  const promise = { theme: 'nature', statement: 'X', measure: 'X', goals: 8, reviewOn: addDays(today(), 30) };
  const theirsNamed = { organisation: 'elverdammens-toemrerfirma', id: late };
  const forms: Record<string, Record<string, string | number>> = {
    make: { ...promise, organisation: slug },
    change: { ...promise, ...theirsNamed, edition: 1 },
    keep: { ...theirsNamed, evidenceUrl: 'https://x.example' },
    show: { ...theirsNamed, evidenceUrl: 'https://x.example', edition: 1 },
    hide: theirsNamed,
    extend: { ...theirsNamed, reviewOn: addDays(today(), 30), reason: 'X' },
    withdraw: { ...theirsNamed, reason: 'X' },
  };
  for (const [action, form] of Object.entries(forms)) {
    const response = await theirs.request.post(`${own}/${late}?_action=commitments.${action}`, {
      form,
      headers: SAME_ORIGIN,
    });
    expect(response.status(), action).toBe(404);
  }
  await Promise.all([mine.close(), theirs.close()]);
});

test('a picture shows what was kept, written anew', async ({ context, page }) => {
  const { slug, late } = await organisationOf(await login(context, 'lone'), 'Øm Billeder');
  await page.goto(`/medlem/${slug}/loefter/${late}`);
  await unfold(page, 'Vis noget andet');
  const showing = inForm(page, 'Vis noget andet');
  await showing.getByLabel(/^Fil/).setInputFiles({
    name: '../a.html',
    mimeType: 'text/html',
    buffer: Buffer.concat([await harmless('jpeg'), Buffer.from('<script>EVIL</script>')]),
  });
  await showing.getByRole('button', { name: 'Vis det' }).click();
  const address = (await page.getByRole('link', { name: 'Se: JPEG' }).getAttribute('href')) ?? '';
  const file = await context.request.get(address);
  expect(file.headers()['content-type']).toBe('image/jpeg');
  expect((await file.body()).toString('latin1')).not.toContain('EVIL');
  await page.getByRole('link', { name: /^Sig, hvordan det gik/ }).click();
  await unfold(page, 'Vis noget andet');
  await page.getByRole('button', { name: 'Vis ikke noget' }).click();
  await expect(page.getByRole('status')).toHaveText('Der vises ikke længere noget ved løftet.');
  expect((await context.request.get(address)).status()).toBe(404);
});

for (const path of ['', '/ny', '/late']) {
  test(`the ledger’s page ${path || '/'} is accessible in both languages and fits a phone`, async ({
    page,
    context,
  }) => {
    const { slug, late } = await organisationOf(await login(context, 'lone'), `Øm Side ${path.slice(1) || 'alle'}`);
    await expectFineInBoth(page, `/medlem/${slug}/loefter${path === '/late' ? `/${late}` : path}`);
  });
}
