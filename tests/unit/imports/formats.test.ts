import { describe, expect, test } from 'vitest';
import { readTable } from '#domain/imports/table.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { ExcelDay, importList, noticesOf, problemsOf, spreadsheet } from '../../fixtures/lists.ts';

const TEXT = 'navn;cvr;by\r\nHvalsø Grønt;90000004;Hvalsø\r\nÅsens Æbler “økologisk”;90000012;Lejre\r\n';
const READ = {
  headings: ['navn', 'cvr', 'by'],
  rows: [
    { line: 2, cells: ['Hvalsø Grønt', '90000004', 'Hvalsø'] },
    { line: 3, cells: ['Åsens Æbler “økologisk”', '90000012', 'Lejre'] },
  ],
};
const windows1252 = (text: string) =>
  Buffer.from([...text].map((sign) => ({ '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)));

describe('a list is read the same', () => {
  test.each([
    ['with semicolons', Buffer.from(TEXT)],
    ['with commas', Buffer.from(TEXT.replaceAll(';', ','))],
    ['with tabs', Buffer.from(TEXT.replaceAll(';', '\t'))],
    ['in UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['in Windows-1252', windows1252(TEXT)],
    ['with the line ends of Unix', Buffer.from(TEXT.replaceAll('\r\n', '\n'))],
    ['with every cell in quotes', Buffer.from(TEXT.replaceAll(/[^;\r\n]+/g, '"$&"'))],
    ['with spaces around cells', Buffer.from(TEXT.replaceAll(';', ' ; '))],
    ['with trailing empty lines and columns', Buffer.from(`${TEXT.replaceAll('\r\n', ';;\r\n')}\r\n;;;;\r\n \r\n`)],
    ['as a spreadsheet', spreadsheet([READ.headings, ...READ.rows.map((row) => row.cells), [null], ['', '']])],
  ])('%s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual(READ);
  });
});

test('a spreadsheet keeps numbers whole and days as days', async () => {
  const table = await readTable(
    spreadsheet([
      ['navn', 'cvr', 'p-nummer', 'medlem siden', 'postnr'],
      ['Hvalsø Grønt', 90000004, 1012345678, new ExcelDay('2019-03-01'), 800],
    ]),
  );
  expect(table.rows[0]?.cells).toEqual(['Hvalsø Grønt', '90000004', '1012345678', '2019-03-01', '800']);
});

test('a spreadsheet imports like a text', async () => {
  const db = emptyDirectory();
  const report = await importList(
    db,
    spreadsheet([
      ['Virksomhed', 'CVR-nr.', 'Medlem siden', 'Postnr', 'Telefon'],
      ['Hvalsø Grønt', 90000004, new ExcelDay('2019-03-01'), 4330, 46408012],
    ]),
  );
  expect([report.outcomes.added, problemsOf(report)]).toEqual([1, []]);
  expect(db.$client.prepare('select cvr, phone from organisations').get()).toEqual({
    cvr: '90000004',
    phone: '+4546408012',
  });
  expect(db.$client.prepare('select since from memberships').get()).toEqual({ since: '2019-03-01' });
});

test('line breaks, quotes and separators inside a cell stay inside it', async () => {
  const table = await readTable(
    Buffer.from('navn;beskrivelse\n"A;S ""Lejre""";"To linjer,\nog et semikolon; her"\nB;kort'),
  );
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['A;S "Lejre"', 'To linjer,\nog et semikolon; her'],
    ['B', 'kort'],
  ]);
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['empty', Buffer.from(' \r\n;;\r\n')],
  ['unreadable', Buffer.from('PK\x03\x04 no spreadsheet at all')],
])('a file that holds no list is %s', async (code, bytes) => {
  await expect(readTable(bytes)).rejects.toThrow(code);
});

test.each([
  [
    'Danish',
    'navn;cvr;p_nummer;adresse;postnr;by;hjemmeside;email;telefon;beskrivelse;sektor;branche;medlem_fra;verdensmål;kontaktperson',
  ],
  [
    'English',
    'name;vat number;production unit;street address;zip code;city;website;email address;phone;about;type;industry;member since;SDGs;contact person',
  ],
  [
    'odd',
    'FIRMANAVN; CVR-nr. ;P-nr.;Gade;Post nr.;Poststed;WWW;E-mailadresse;Tlf. nr.;Om virksomheden;Virksomhedstype;Fag;Indmeldelsesdato;FN’s verdensmål;Kontakt',
  ],
])('headings in %s words are understood, in any order', async (_, headings) => {
  const cells =
    'Hvalsø Grønt;90000004;9000000001;Hovedgaden 4;4330;Hvalsø;hvalsoegroent.example;post@hvalsoegroent.example;46408012;Vi dyrker grønt.;socialøkonomisk;Gartneri;2019;8, 12;Birgit Holm';
  const reversed = (line: string) => line.split(';').reverse().join(';');
  const db = emptyDirectory();
  const report = await importList(db, `${reversed(headings)}\n${reversed(cells)}\n`);
  expect([problemsOf(report), noticesOf(report), report.unknownColumns]).toEqual([[], [], []]);
  expect(
    db.$client
      .prepare(
        `select cvr, organisations.name, sector, branch, description, website, organisations.email, organisations.phone, p_number, address, postcode, town, since,
          contacts.name as contact, (select group_concat(goal order by goal) from organisation_goals) as goals
        from organisations join workplaces on workplaces.organisation_id = organisations.id
          join memberships on memberships.organisation_id = organisations.id
          join contacts on contacts.organisation_id = organisations.id`,
      )
      .all(),
  ).toEqual([
    {
      cvr: '90000004',
      name: 'Hvalsø Grønt',
      sector: 'social-enterprise',
      branch: 'Gartneri',
      description: 'Vi dyrker grønt.',
      website: 'https://hvalsoegroent.example',
      email: 'post@hvalsoegroent.example',
      phone: '+4546408012',
      p_number: '9000000001',
      address: 'Hovedgaden 4',
      postcode: '4330',
      town: 'Hvalsø',
      since: '2019-01-01',
      contact: 'Birgit Holm',
      goals: '8,12',
    },
  ]);
});

test('columns that nobody knows, and a second one of a kind, are named and left alone', async () => {
  const report = await importList(
    emptyDirectory(),
    'navn;kontingent;by;telefon;mobil\nA;1.250,00;Lejre;46408012;ring\n',
  );
  expect(report.unknownColumns).toEqual(['kontingent', 'mobil']);
  expect(report.outcomes.added).toBe(1);
});

test('a list without names is refused as a whole, before anything is made', async () => {
  const db = emptyDirectory();
  await expect(importList(db, 'cvr;by\n90000004;Lejre\n')).rejects.toThrow('no-name-column');
  await expect(importList(db, 'navn\nA\n', { network: { slug: 'ukendt' } })).rejects.toThrow('no-network');
  expect(db.$client.prepare('select count(*) as count from networks').get()).toEqual({ count: 0 });
});
