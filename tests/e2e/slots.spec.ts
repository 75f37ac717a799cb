import type { SlotDraft } from '#domain/slots/schema.ts';
import { addDays, today } from '#domain/time.ts';
import { expectFineInBoth } from '../fixtures/fine.ts';
import { draftAt, hostOf, slotAt } from '../fixtures/host.ts';
import { countInteractions } from '../fixtures/interactions.ts';
import { login } from '../fixtures/signed-in.ts';
import { expect, expectAccessible, test } from '../fixtures/test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = `${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

  test(`a slot from nothing to the public page, ${how}`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const { slug } = await hostOf(
      javaScriptEnabled ? 'Osted Planteskole' : 'Osted Bageri',
      await login(context, 'lone'),
    );
    const page = await context.newPage();
    const next = page.getByRole('button', { name: 'Næste', exact: true });
    const fine = () => (javaScriptEnabled ? expectAccessible(page) : undefined);
    await page.goto(`/medlem/${slug}`);
    await page.getByRole('link', { name: 'Pladser', exact: true }).click();
    await expect(page.getByText('Her er plads til jeres første.')).toBeVisible();
    await page.getByRole('link', { name: 'Åbn en plads' }).click();
    await page.getByText('Begynd fra bunden').click();
    await next.click();
    await expect(page.getByRole('alert')).toContainText('Ordning: Skal udfyldes.');
    await fine();
    await page.getByLabel('Virksomhedspraktik', { exact: true }).check();
    await next.click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad er arbejdet?');
    await next.click();
    await expect(page.getByRole('alert')).toContainText('2 ting skal rettes');
    await fine();
    await page.getByLabel('Hvad skal pladsen hedde?').fill('Hjælper blandt planterne');
    await page.getByLabel('Hvad skal man lave?').fill('Du vander, potter og priser. Ring til 010203-0000.');
    await next.click();
    await expect(page.getByRole('alert')).toContainText('ligner et CPR-nummer');
    await expect(page.getByLabel('Hvad skal pladsen hedde?')).toHaveValue('Hjælper blandt planterne');
    await page.getByLabel('Hvad skal man lave?').fill('Du vander, potter og priser.');
    await next.click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor mange timer?');
    await page.getByLabel('Færreste timer om ugen').fill('20');
    await page.getByLabel('Flest timer om ugen').fill('2,5');
    await page.getByLabel('Hvor mange uger?').fill('30');
    await next.click();
    await expect(page.getByRole('alert')).toContainText('Flest timer om ugen: Skal være mindst lige så mange');
    await fine();
    // What can be kept was kept, and the rules speak of it.
    await expect(page.getByText('30 uger er for længe i første omgang.')).toBeVisible();
    await page.getByLabel('Færreste timer om ugen').fill('2');
    await page.getByLabel('Flest timer om ugen').fill('12');
    await page.getByLabel('Hvor mange uger?').fill('13');
    if (javaScriptEnabled) await expect(page.getByText('30 uger er for længe')).toHaveCount(0);
    const steps: [string, string][] = [
      ['0', '2'],
      ['8', '12'],
    ];
    for (const [row, [week, hours]] of steps.entries()) {
      await page.getByLabel(`Trin ${row + 1}: fra uge`).fill(week);
      await page.getByLabel(`Trin ${row + 1}: timer om ugen`).fill(hours);
    }
    if (javaScriptEnabled) await expect(page.getByRole('heading', { name: 'Sådan kan timerne vokse' })).toBeVisible();
    await page.getByRole('button', { name: 'Gem til senere' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er gemt. Skriv videre, når det passer dig.');
    await fine();

    await page.getByRole('link', { name: /^Se den, og åbn den/ }).click();
    await page.getByRole('link', { name: 'Sted, tid og kontakt' }).click();
    await expect(page.getByLabel('Hvem kan man spørge?')).toHaveValue('Mette Lund');
    await page.getByLabel('Hvor mange er der plads til?').fill('2');
    await next.click();
    await page.getByLabel('Kan føre til et almindeligt job').check();
    await page.getByLabel('Mentor på stedet', { exact: true }).check();
    await next.click();
    await page.getByLabel('Hvor mange ordinært ansatte er der').fill('7');
    await page.getByLabel('Hvor mange har I i forvejen').fill('0');
    await page.getByLabel('Træning i bestemte opgaver').check();
    await next.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hjælper blandt planterne');
    await page.getByText('Se, hvad reglerne siger').click();
    await expect(page.getByText('Med 7 ordinært ansatte må arbejdsstedet have 1, og det bliver 2.')).toBeVisible();
    await fine();

    await page.getByRole('button', { name: 'Åbn pladsen for alle' }).click();
    await expect(page.getByRole('status').first()).toHaveText('Pladsen er åben. Tak!');
    await fine();
    const path = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Se, hvad I skal have klar' }).click();
    await expect(page.getByText('Hjælper blandt planterne')).toBeVisible();
    await expect(page.getByText('2 timer fra start, 12 timer efter 8 uger')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await page.goto(path);
    await page.getByRole('link', { name: 'Se siden, som andre ser den' }).last().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hjælper blandt planterne');
    await expect(page.getByText('Kontakt: Mette Lund')).toBeVisible();
    const found = await (await context.request.get('/api/v1/slots?q=blandt+planterne&growsTo=12')).json();
    expect(found.items.map((one: { title: string }) => one.title)).toContain('Hjælper blandt planterne');
    await context.close();
  });

  test(`copying, pausing, filling, changing and closing, ${how}`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ javaScriptEnabled });
    const host = await hostOf(javaScriptEnabled ? 'Sæby Tekstil' : 'Sæby Cykler', await login(context, 'lone'));
    const title = javaScriptEnabled ? 'Fold og sorter' : 'Pump og puds';
    const { id, slug } = await slotAt(host.id, { title, positions: 2 });
    const page = await context.newPage();
    const status = page.getByRole('status').first();
    const publicStatus = async () => (await context.request.get(`/pladser/${slug}`)).status();
    const list = `/medlem/${host.slug}/pladser`;
    await page.goto(list);
    await page.getByText('Hvad vil du gøre?').click();
    await page.getByRole('button', { name: 'Sæt på pause' }).click();
    await expect(status).toHaveText(`“${title}” er på pause.`);
    expect(await publicStatus()).toBe(404);
    await page.getByRole('button', { name: 'Åbn igen' }).click();
    await expect(status).toHaveText(`“${title}” er åben igen.`);

    await page.getByLabel('Hvor mange af de 2 er besat?').fill('3');
    await page.getByRole('button', { name: 'Gem antallet' }).click();
    await expect(page.getByRole('alert')).toContainText('ikke flere besatte, end der er pladser');
    await page.getByLabel('Hvor mange af de 2 er besat?').fill('2');
    await page.getByRole('button', { name: 'Gem antallet' }).click();
    expect(await publicStatus()).toBe(410);
    await page.getByLabel('Hvor mange af de 2 er besat?').fill('1');
    await page.getByRole('button', { name: 'Gem antallet' }).click();
    expect(await publicStatus()).toBe(200);

    await page.getByRole('link', { name: 'Ret', exact: true }).click();
    await page.getByLabel('Hvad skal man lave?').fill('');
    await page.getByRole('button', { name: 'Gem og vis det' }).click();
    await expect(page.getByRole('alert')).toContainText('Hvad skal man lave?: Skal udfyldes.');
    await page.getByLabel('Hvad skal man lave?').fill('Du folder og lægger sammen.');
    await page.getByRole('button', { name: 'Gem og vis det' }).click();
    await expect(status).toHaveText(`“${title}” er rettet.`);
    expect(await (await context.request.get(`/pladser/${slug}`)).text()).toContain('Du folder og lægger sammen.');

    await page.getByRole('button', { name: 'Lav en kopi' }).click();
    await expect(page.getByLabel('Hvad skal pladsen hedde?')).toHaveValue(title);
    await page.getByLabel('Hvad skal pladsen hedde?').fill(`${title} igen`);
    await page.getByRole('button', { name: 'Gem og se pladsen' }).click();
    await page.getByRole('button', { name: 'Åbn pladsen for alle' }).click();
    await expect(status).toHaveText('Pladsen er åben. Tak!');

    await page.goto(`${list}/${id}`);
    await page.getByText('Luk pladsen for altid').click();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Luk pladsen' }).click();
    await expect(status).toHaveText(`“${title}” er lukket.`);
    expect(await publicStatus()).toBe(410);
    const found = await (await context.request.get('/api/v1/slots?pageSize=100')).text();
    expect(found).not.toContain(`/pladser/${slug}"`);
    await page.goto(`/pladser/${slug}`);
    await expect(page.getByRole('link', { name: `${title} igen` })).toBeVisible();
    await context.close();
  });
}

const PLACEMENT: SlotDraft = {
  scheme: 'kombination',
  tasks: 'Du sorterer og stabler.',
  hoursMin: 2,
  hoursMax: 12,
  weeks: 13,
  ladder: [
    { fromWeek: 0, hours: 2 },
    { fromWeek: 8, hours: 12 },
  ],
  expiresOn: addDays(today(), 60),
};

/** Every page of a draft that lacks its title, of one that is whole, and of slots, by what they are about. */
const PAGES = {
  'to begin with': ['', '/ny', '/kladde/:draft/ordning'],
  'of the work and the hours': ['/kladde/:draft/opgaver?mangler=1', '/kladde/:draft/timer', '/kladde/:draft/sted'],
  'of what is offered and ruled': ['/kladde/:draft/stoette', '/kladde/:draft/regler', '/kladde/:whole/tjek'],
  'of a slot': ['/:slot', '/:slot/ret', '/:slot/vitas'],
};

for (const [which, paths] of Object.entries(PAGES)) {
  test(`the pages ${which} are fine in both languages`, async ({ page, context }) => {
    test.slow();
    const host = await hostOf(`Stabel ${which}`, await login(context, 'lone'));
    const draft = await draftAt(host.id, PLACEMENT);
    const whole = await draftAt(host.id, { ...PLACEMENT, title: 'Sorter og stabl' });
    const { id } = await slotAt(host.id, { ...PLACEMENT, title: 'Stabl', scheme: 'virksomhedspraktik', positions: 3 });
    await slotAt(host.id, { title: 'Besat', filled: 1 });
    for (const path of paths) {
      const rest = path.replace(':draft', `${draft}`).replace(':whole', `${whole}`).replace(':slot', `${id}`);
      await expectFineInBoth(page, `/medlem/${host.slug}/pladser${rest}`);
    }
  });
}

test('from the member area to an open slot is a short way', async ({ page, context }) => {
  const { slug } = await hostOf('Kirke Såby Køkken', await login(context, 'lone'));
  const way = countInteractions();
  await page.goto(`/medlem/${slug}`);
  await way.click(page.getByRole('link', { name: 'Pladser', exact: true }));
  await way.click(page.getByRole('link', { name: 'Åbn en plads' }));
  await way.click(page.getByRole('button', { name: 'Brug eksemplet Få timer i køkkenet' }));
  await way.fill(page.getByLabel('Hvad skal pladsen hedde?'), 'Smør og pak til frokosten');
  await way.click(page.getByRole('button', { name: 'Gem og se pladsen' }));
  await way.click(page.getByRole('button', { name: 'Åbn pladsen for alle' }));
  await expect(page.getByRole('status').first()).toHaveText('Pladsen er åben. Tak!');
  expect((await context.request.get('/pladser/smoer-og-pak-til-frokosten')).status()).toBe(200);
  expect(way.count()).toBeLessThanOrEqual(9);
});

test('every step one after the other is no long way either', async ({ page, context }) => {
  const { slug } = await hostOf('Kirke Hyllinge Køkken', await login(context, 'lone'));
  const way = countInteractions();
  const next = page.getByRole('button', { name: 'Næste', exact: true });
  await page.goto(`/medlem/${slug}`);
  await way.click(page.getByRole('link', { name: 'Pladser', exact: true }));
  await way.click(page.getByRole('link', { name: 'Åbn en plads' }));
  await way.click(page.getByRole('button', { name: 'Brug eksemplet Få timer ude' }));
  for (const question of ['Hvad er arbejdet?', 'Hvor mange timer?', 'Hvor, hvornår og hvem?', 'Hvad kan I tilbyde?']) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
    await way.click(next);
  }
  await way.click(page.getByRole('button', { name: 'Åbn pladsen for alle' }));
  await expect(page.getByRole('status').first()).toHaveText('Pladsen er åben. Tak!');
  expect(way.count()).toBeLessThanOrEqual(9);
});

test('of two windows the second is shown both versions, and nothing is lost', async ({ context, page }) => {
  const { slug } = await hostOf('Gadstrup Kaffe', await login(context, 'lone'));
  await page.goto(`/medlem/${slug}/pladser/ny`);
  await page.getByRole('button', { name: 'Brug eksemplet Få timer i køkkenet' }).click();
  await expect(page.getByLabel('Hvad skal pladsen hedde?')).not.toHaveValue('');
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByLabel('Hvad skal pladsen hedde?').fill('Den første');
  await page.getByRole('button', { name: 'Næste', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor mange timer?');
  await other.getByLabel('Hvad skal pladsen hedde?').fill('Den anden');
  await other.getByRole('button', { name: 'Næste', exact: true }).click();
  await expect(other.getByRole('alert')).toContainText('En anden har ændret det imens.');
  await expect(other.getByText('Nu står der: Den første')).toBeVisible();
  await expect(other.getByRole('textbox', { name: 'Hvad skal pladsen hedde?' })).toHaveValue('Den anden');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Næste', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Hvor mange timer?');
  await other.getByRole('button', { name: 'Arbejdet' }).click();
  await expect(other.getByLabel('Hvad skal pladsen hedde?')).toHaveValue('Den anden');
});

test('the same for a slot that is open: the second save shows what stands there now', async ({ context, page }) => {
  const host = await hostOf('Gadstrup Te', await login(context, 'lone'));
  const { id } = await slotAt(host.id, { title: 'Pak te' });
  const path = `/medlem/${host.slug}/pladser/${id}/ret`;
  const other = await context.newPage();
  await Promise.all([page.goto(path), other.goto(path)]);
  await page.getByLabel('Flest timer om ugen').fill('9');
  await page.getByRole('button', { name: 'Gem og vis det' }).click();
  await expect(page.getByRole('status').first()).toHaveText('“Pak te” er rettet.');
  await other.getByLabel('Flest timer om ugen').fill('11');
  await other.getByRole('button', { name: 'Gem og vis det' }).click();
  await expect(other.getByText('Nu står der: 9')).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Gem og vis det' }).click();
  await expect(other.getByRole('status').first()).toHaveText('“Pak te” er rettet.');
});
