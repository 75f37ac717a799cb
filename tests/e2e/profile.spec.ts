import type { Page } from '@playwright/test';
import { insertMember } from '#domain/accounts/steps.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { add } from '../fixtures/directory.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { idOf } from '../fixtures/people.ts';
import { login, withPortalDatabase } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

/** A fresh organisation that Lone owns. @returns its slug */
async function organisationOf(lone: number, name: string): Promise<string> {
  return withPortalDatabase((db) => {
    insertMember(db, lone, add(db, { name }, { address: 'Hovedgaden 4', postcode: '4330', town: 'Hvalsø' }), 'owner');
    return slugOf(name);
  });
}

const inForm = (page: Page, name: string | RegExp) => page.getByRole('form', { name });

for (const javaScriptEnabled of [true, false]) {
  test(`telling who one is, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Osted Keramik' : 'Osted Glas';
    const slug = await organisationOf(await login(context, 'lone'), name);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}/profil`);
    await page.getByRole('link', { name: 'Fortæl lidt mere om jer.' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvem I er');
    const about = 'Vi drejer skåle og kopper på et gammelt landsted, og vi tager os god tid til at lære fra os.';
    await page.getByLabel('Om jer').fill(`${about} Spørg Hans, 010203-0000.`);
    await page.getByLabel('Hjemmeside').fill('www.keramik.example');
    await page.getByLabel('Fælles telefonnummer').fill('46 46 80 12');
    await page.getByLabel('Link 1: hvad er det?').fill('Årsrapport');
    await page.getByLabel('Link 1: adresse').fill('ingen adresse');
    await page.getByLabel('ukrainsk').check();
    for (const goal of ['4 Kvalitetsuddannelse', '8 Anstændige jobs', '10 Mindre ulighed', '12 Ansvarligt forbrug'])
      await page.getByLabel(goal).check();
    await page.getByRole('button', { name: 'Gem' }).click();
    const problems = page.getByRole('alert');
    await expect(problems).toContainText('Om jer: Indeholder noget, der ligner et CPR-nummer.');
    await expect(problems).toContainText('Link 1: adresse: Skriv en hjemmeside');
    await expect(problems).toContainText('Verdensmål, I arbejder for: Vælg højst 3.');
    await expect(page.getByLabel('Om jer')).toHaveValue(`${about} Spørg Hans, 010203-0000.`);
    await expect(page.getByLabel('ukrainsk')).toBeChecked();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Om jer').fill(about);
    await page.getByLabel('Link 1: adresse').fill('keramik.example/rapport');
    await page.getByLabel('12 Ansvarligt forbrug').uncheck();
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er gemt.');
    await page.getByRole('link', { name: 'Se siden, som andre ser den' }).click();
    await expect(page.getByText(about)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Årsrapport' })).toHaveAttribute(
      'href',
      'https://keramik.example/rapport',
    );
    await expect(page.getByRole('link', { name: '+45 46 46 80 12' })).toBeVisible();
    await expect(page.getByText('ukrainsk')).toBeVisible();
    await context.close();
  });

  test(`what one can offer, contacts and places, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const name = javaScriptEnabled ? 'Gershøj Sejl' : 'Gershøj Reb';
    const slug = await organisationOf(await login(context, 'lone'), name);
    const page = await context.newPage();
    await page.goto(`/medlem/${slug}/profil/tilbud`);
    await page.getByLabel('Mindst timer om ugen').fill('12');
    await page.getByLabel('Højst timer om ugen').fill('3,5');
    await page.getByRole('button', { name: 'Sig ja til at blive spurgt' }).click();
    await expect(page.getByRole('alert')).toContainText('Skal være mindst lige så mange timer');
    await page.getByLabel('Mindst timer om ugen').fill('2,5');
    await page.getByRole('button', { name: 'Sig ja til at blive spurgt' }).click();
    await expect(page.getByRole('status')).toHaveText('Nu kan andre se, at I gerne vil spørges.');
    await page.getByLabel('Roligt sted').check();
    await page.getByLabel('Fleksjob').check();
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('I vil gerne spørges: 2,5–3,5 timer om ugen.')).toBeVisible();
    await page.goto(`/virksomheder?scheme=fleksjob&q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('link', { name })).toBeVisible();
    await page.goto(`/virksomheder/${slug}`);
    await expect(page.getByText('Åben for')).toBeVisible();
    await page.goto(`/medlem/${slug}/profil/tilbud`);
    await page.getByRole('button', { name: 'Ikke lige nu' }).click();
    await expect(page.getByRole('status')).toHaveText('Nu står der ikke længere, at I gerne vil spørges.');

    await page.goto(`/medlem/${slug}/profil/kontakt`);
    await page.getByLabel('Navn').fill('Signe Sejlmager');
    await page.getByRole('button', { name: 'Tilføj kontaktperson' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv en mailadresse eller et telefonnummer.');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Telefonnummer på arbejdet').fill('46 46 80 13');
    await page.getByRole('button', { name: 'Tilføj kontaktperson' }).click();
    await expect(page.getByRole('status')).toHaveText('Kontaktpersonen er tilføjet.');
    await page.getByText('Ret Signe Sejlmager').click();
    const change = inForm(page, 'Ret Signe Sejlmager');
    await change.getByLabel('Rolle på arbejdet').fill('Ejer, 010203-0000');
    await change.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('alert')).toContainText(
      'Rolle på arbejdet: Indeholder noget, der ligner et CPR-nummer.',
    );
    await expect(change.getByLabel('Rolle på arbejdet')).toHaveValue('Ejer, 010203-0000');
    await change.getByLabel('Rolle på arbejdet').fill('Ejer');
    await change.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('Signe Sejlmager · Ejer')).toBeVisible();

    await page.goto(`/medlem/${slug}/profil/steder`);
    const place = inForm(page, 'Nyt arbejdssted');
    await place.getByLabel('Vej og husnummer').fill('Havnen 1');
    await place.getByLabel('Postnummer').fill('9999');
    await place.getByLabel('P-nummer').fill('0102030000');
    await place.getByRole('button').click();
    await expect(page.getByRole('alert')).toContainText(/Postnummer: .*findes ikke/);
    await place.getByLabel('Postnummer').fill('4070');
    // A P-number may look like a CPR number by chance: what it is follows from its field.
    await expect(place.getByLabel('P-nummer')).toHaveValue('0102030000');
    if (!javaScriptEnabled) await place.getByLabel('P-nummer').fill('0102030001');
    await place.getByRole('button').click();
    await expect(page.getByRole('status')).toHaveText('Stedet er tilføjet.');
    await page.getByText('Ret Havnen 1').click();
    await page.getByRole('button', { name: 'Gør til hovedsted' }).click();
    await page.goto(`/virksomheder/${slug}`);
    await expect(page.getByText('Havnen 1, 4070 Kirke Hyllinge')).toBeVisible();
    await page.goto(`/medlem/${slug}/profil/steder`);
    await page.getByText('Ret Hovedgaden 4').click();
    await page.getByRole('button', { name: 'Fjern stedet' }).click();
    await expect(page.getByRole('status')).toHaveText('Stedet er fjernet.');
    await context.close();
  });

  test(`whoever saves second sees both versions and chooses, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const slug = await organisationOf(await login(context, 'lone'), javaScriptEnabled ? 'Sæby Bageri' : 'Sæby Mølle');
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(`/medlem/${slug}/profil/om`);
    await first.getByLabel('Om jer').fill('Vi bager rugbrød om natten.');
    await first.getByLabel('Branche').fill('Bageri');
    await first.getByLabel('tyrkisk').check();
    await first.getByRole('button', { name: 'Gem' }).click();
    await expect(first.getByRole('status')).toHaveText('Det er gemt.');

    await second.getByLabel('Om jer').fill('Vi bager boller om morgenen.');
    await second.getByLabel('Branche').fill('Brødbutik');
    await second.getByLabel('arabisk').check();
    await second.getByRole('button', { name: 'Gem' }).click();
    await expect(second.getByRole('alert')).toContainText('En anden har ændret det imens.');
    const about = second.getByRole('group', { name: 'To udgaver: Om jer' });
    await expect(about.getByRole('textbox')).toHaveValue('Vi bager boller om morgenen.');
    await expect(about.getByText('Nu står der: Vi bager rugbrød om natten.')).toBeVisible();
    await expect(second.getByRole('group', { name: /^To udgaver/ })).toHaveCount(3);
    if (javaScriptEnabled) await expectAccessible(second);
    await second.getByRole('group', { name: 'To udgaver: Branche' }).getByLabel('Brug den, der står der nu').check();
    await second
      .getByRole('group', { name: 'To udgaver: Sprog på stedet' })
      .getByLabel('Brug den, der står der nu')
      .check();
    await second.getByRole('button', { name: 'Gem' }).click();
    await expect(second.getByRole('status')).toHaveText('Det er gemt.');
    await expect(second.getByText('Vi bager boller om morgenen.')).toBeVisible();
    await expect(second.getByText('Bageri', { exact: true })).toBeVisible();
    await expect(second.getByText('tyrkisk')).toBeVisible();
    await expect(second.getByText('arabisk')).toHaveCount(0);
    await context.close();
  });
}

for (const part of ['', '/om', '/tilbud', '/kontakt', '/steder', '/billeder']) {
  test(`the profile’s page ${part || '/'} is accessible in both languages and fits a phone`, async ({
    page,
    context,
  }) => {
    await login(context, 'lone');
    await expectFineInBoth(page, `/medlem/groentvaerkstedet-hvalsoe/profil${part}`);
  });
}

test('a form that is clicked twice is sent once', async ({ page, context }) => {
  const slug = await organisationOf(await login(context, 'lone'), 'Allerslev Cykler');
  await page.goto(`/medlem/${slug}/profil/kontakt`);
  await page.getByLabel('Navn').fill('Cyril Cykel');
  await page.getByLabel('Mailadresse på arbejdet').fill('cyril@cykler.example');
  await page.getByRole('button', { name: 'Tilføj kontaktperson' }).dblclick();
  await expect(page.getByText('Ret Cyril Cykel')).toHaveCount(1);
  const form = { organisation: slug, name: 'Carla Cykel', email: 'carla@cykler.example' };
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  await Promise.all(
    [1, 2, 3].map(() =>
      context.request.post(`/medlem/${slug}/profil/kontakt?_action=profile.addContact`, { form, headers }),
    ),
  );
  await page.reload();
  await expect(page.getByText('Ret Carla Cykel')).toHaveCount(1);
});

test('what belongs to another organisation is not there, in pages and in forms', async ({ context }) => {
  await login(context, 'lone');
  const own = 'groentvaerkstedet-hvalsoe';
  const other = await withPortalDatabase((db) => {
    const id = idOf(db, 'organisations', 'Elverdammens Tømrerfirma');
    const idIn = (table: string) =>
      (db.$client.prepare(`select min(id) as id from ${table} where organisation_id = ?`).get(id) as { id: number }).id;
    return { contact: idIn('contacts'), place: idIn('workplaces') };
  });
  for (const part of ['', '/om', '/tilbud', '/kontakt', '/steder', '/billeder'])
    expect((await context.request.get(`/medlem/elverdammens-toemrerfirma/profil${part}`)).status(), part).toBe(404);
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const send = async (action: string, form: Record<string, string | number>) =>
    (await context.request.post(`/medlem/${own}/profil?_action=profile.${action}`, { form, headers })).status();
  const contact = { name: 'X', email: 'x@x.example', edition: 1 };
  const place = { postcode: '4330', edition: 1 };
  const theirs = 'elverdammens-toemrerfirma';
  expect(other.contact).toBeGreaterThan(0);
  for (const status of [
    await send('describe', { organisation: theirs, description: 'X', edition: 1 }),
    await send('offer', { organisation: theirs, edition: 1 }),
    await send('beWilling', { organisation: theirs, hoursMin: 1, hoursMax: 2, edition: 1 }),
    await send('notWilling', { organisation: theirs }),
    await send('addContact', { organisation: theirs, ...contact }),
    await send('changeContact', { organisation: own, id: other.contact, ...contact }),
    await send('removeContact', { organisation: own, id: other.contact }),
    await send('openWorkplace', { organisation: theirs, ...place }),
    await send('changeWorkplace', { organisation: own, id: other.place, ...place }),
    await send('moveMainWorkplace', { organisation: own, id: other.place }),
    await send('removeWorkplace', { organisation: own, id: other.place }),
  ])
    expect(status).toBe(404);
});
