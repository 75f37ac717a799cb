import { expect, test } from 'vitest';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { importList, noticesOf, problemsOf } from '../../fixtures/lists.ts';

/** What the directory holds of a one-row list, or the problems that the row was refused for. */
async function taken(headings: string, cells: string, columns: string): Promise<unknown> {
  const db = emptyDirectory();
  const report = await importList(db, `navn\t${headings}\nHvalsø Grønt\t${cells}\n`);
  if (report.problems.length > 0) return problemsOf(report);
  return db.$client
    .prepare(
      `select ${columns} from organisations join workplaces on workplaces.organisation_id = organisations.id
         join memberships on memberships.organisation_id = organisations.id`,
    )
    .pluck()
    .get();
}

test.each([
  '90000004',
  '90 00 00 04',
  '90.00.00.04',
  '9000 0004',
  'DK90000004',
  'DK-90000004',
  'dk 90 00 00 04',
  'CVR: 90000004',
  '90-00-00-04',
  '90\u00a000\u00a000\u00a004',
  '90000004,00',
])('CVR number written as “%s”', async (cvr) => {
  expect(await taken('cvr', cvr, 'cvr')).toBe('90000004');
});

test.each(['12345678', '9000000', '900000040', '9,0E+07', 'ukendt', '90000005', '0'])(
  '“%s” is no CVR number',
  async (cvr) => {
    expect(await taken('cvr', cvr, 'cvr')).toEqual(['2 cvr: not-a-cvr']);
  },
);

test.each([
  ['46408012', '+4546408012'],
  ['46 40 80 12', '+4546408012'],
  ['4640 8012', '+4546408012'],
  ['46-40-80-12', '+4546408012'],
  ['46.40.80.12', '+4546408012'],
  ['+45 46408012', '+4546408012'],
  ['(+45) 46 40 80 12', '+4546408012'],
  ['0045 46408012', '+4546408012'],
  ['Tlf.: 46408012', '+4546408012'],
  ['Mobil 46408012', '+4546408012'],
  ['46408012 / 20304050', '+4546408012'],
  ['46408012 eller 20304050', '+4546408012'],
  ['+46 8 123 456 78', '+46812345678'],
  ['', null],
])('phone number written as “%s”', async (phone, number) => {
  expect(await taken('telefon', phone, 'phone')).toBe(number);
});

test.each(['4640801', 'ring bare', '12', '464080123456789'])('“%s” is no phone number', async (phone) => {
  expect(await taken('telefon', phone, 'phone')).toEqual(['2 telefon: not-a-phone']);
});

test.each([
  ['1012345678', '1012345678'],
  ['10 12 34 56 78', '1012345678'],
  ['P-1012345678', '1012345678'],
  // Shaped like a CPR number, and still a P-number: the field decides.
  ['0101011234', '0101011234'],
  ['', null],
])('P-number written as “%s”', async (pNumber, number) => {
  expect(await taken('p_nummer', pNumber, 'p_number')).toBe(number);
});

test.each(['12345', '10123456789', 'ved ikke'])('“%s” is no P-number', async (pNumber) => {
  expect(await taken('p_nummer', pNumber, 'p_number')).toEqual(['2 p_nummer: not-a-p-number']);
});

test.each([
  ['4330', '4330'],
  ['DK-4330', '4330'],
  ['4330 Hvalsø', '4330'],
  ['800', '0800'],
])('postcode written as “%s”', async (postcode, code) => {
  expect(await taken('postnr', postcode, 'postcode')).toBe(code);
});

test.each([
  ['43300', 'not-a-postcode'],
  ['Hvalsø', 'not-a-postcode'],
  ['4331', 'unknown-postcode'],
])('“%s” as a postcode is %s', async (postcode, problem) => {
  expect(await taken('postnr', postcode, 'postcode')).toEqual([`2 postnr: ${problem}`]);
});

test.each([
  ['Hvalsø', '4330', 'postcode-found'],
  ['hvalsoe', '4330', 'postcode-found'],
  ['Roskilde', '4000', 'postcode-found'],
  ['Lejre', '4320', 'postcode-found'],
  // Three places, one of them in Lejre; the only one with a postcode of its own is on Funen.
  ['Ejby', null, 'no-postcode'],
  ['København K', null, 'no-postcode'],
  ['Atlantis', null, 'no-postcode'],
  ['', null, 'no-postcode'],
])('a missing postcode of “%s” is found, or said to be missing', async (town, code, notice) => {
  const db = emptyDirectory();
  const report = await importList(db, `navn;cvr;by\nA;90000004;${town}\n`);
  expect(noticesOf(report)).toEqual([`2 postcode: ${notice}`]);
  expect(db.$client.prepare('select postcode from workplaces').pluck().get()).toBe(code);
});

test.each([
  ['1.3.2019', '2019-03-01'],
  ['01-03-2019', '2019-03-01'],
  ['1/3 2019', '2019-03-01'],
  ['01.03.19', '2019-03-01'],
  ['2019-03-01', '2019-03-01'],
  ['2019-03-01T00:00:00', '2019-03-01'],
  ['2019', '2019-01-01'],
])('day written as “%s”', async (since, day) => {
  expect(await taken('medlem_fra', since, 'since')).toBe(day);
});

test.each(['31.02.2019', '2019-13-01', 'sidste forår', '1.3', '45292'])('“%s” is no day', async (since) => {
  expect(await taken('medlem_fra', since, 'since')).toEqual(['2 medlem_fra: not-a-date']);
});

test.each([
  ['8, 12', '8,12'],
  ['8;12', '8,12'],
  ['Mål 8 og 12', '8,12'],
  ['SDG8/SDG12', '8,12'],
  ['12 8 8', '8,12'],
  ['', null],
])('world goals written as “%s”', async (cell, goals) => {
  expect(await taken('verdensmål', cell, '(select group_concat(goal order by goal) from organisation_goals)')).toBe(
    goals,
  );
});

test.each(['0', '18', '8, 88', 'klima'])('“%s” is no world goal', async (cell) => {
  expect(await taken('verdensmål', cell, 'name')).toEqual(['2 verdensmål: not-a-goal']);
});

test.each([
  ['', 'ordinary'],
  ['Privat', 'ordinary'],
  ['ApS-virksomhed', 'ordinary'],
  ['Socialøkonomisk virksomhed', 'social-enterprise'],
  ['RSV', 'social-enterprise'],
  ['social enterprise', 'social-enterprise'],
  ['Kommunal institution', 'public'],
  ['Offentlig', 'public'],
  ['Frivillig forening', 'voluntary'],
  ['voluntary', 'voluntary'],
])('sector written as “%s”', async (cell, sector) => {
  expect(await taken('sektor', cell, 'sector')).toBe(sector);
});

test.each([
  ['hvalsoegroent.example', 'https://hvalsoegroent.example'],
  ['www.hvalsoegroent.example', 'https://www.hvalsoegroent.example'],
  ['http://hvalsoegroent.example/om', 'http://hvalsoegroent.example/om'],
])('website written as “%s”', async (cell, address) => {
  expect(await taken('hjemmeside', cell, 'website')).toBe(address);
});

test.each([
  ['hjemmeside', 'kommer snart', 'not-a-website'],
  ['hjemmeside', 'javascript:alert(1)', 'not-a-website'],
  ['email', 'post(at)hvalsoegroent.example', 'not-an-email'],
  ['sektor', 'rød', 'unknown-sector'],
  ['breddegrad', 'nord', 'not-a-point'],
  ['længdegrad', '200', 'not-a-point'],
  ['beskrivelse', 'Spørg efter 010203-0000', 'cpr-number'],
  ['kontaktperson', 'Ukendt 0102030000', 'cpr-number'],
  ['adresse', 'c/o 010203 0000', 'cpr-number'],
  ['by', '010203-0000', 'cpr-number'],
  ['branche', '010203-0000', 'cpr-number'],
])('a %s that is no such thing, “%s”, is refused: %s', async (heading, cell, problem) => {
  expect(await taken(heading, cell, 'name')).toEqual([`2 ${heading}: ${problem}`]);
});

test('one row can have several problems, and each is told with what stood there', async () => {
  const report = await importList(
    emptyDirectory(),
    'Firma;CVR-nr.;Tlf.;Mail\nGod;;;\nDårlig;12345678;ring;post(at)firma\nOgså god;;;\n',
  );
  expect(report.outcomes).toMatchObject({ added: 2, refused: 1 });
  expect(report.problems.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
    [3, 'CVR-nr.', '12345678', 'not-a-cvr'],
    [3, 'Mail', 'post(at)firma', 'not-an-email'],
    [3, 'Tlf.', 'ring', 'not-a-phone'],
  ]);
});

test('a text that is too long is refused', async () => {
  expect(await taken('beskrivelse', 'x'.repeat(4001), 'name')).toEqual(['2 beskrivelse: too-long']);
  expect(await taken('beskrivelse', 'x'.repeat(4000), 'name')).toBe('Hvalsø Grønt');
  expect(await taken('adresse', 'x'.repeat(201), 'name')).toEqual(['2 adresse: too-long']);
});
