import { expect, test } from 'vitest';
import { readTable } from '#domain/imports/table.ts';
import { translator } from '#i18n/index.ts';
import { refusedRowsCsv } from '../../../scripts/import/report-words.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { importList, problemsOf } from '../../fixtures/lists.ts';

const LIST = `Firmanavn;CVR-nr.;Tlf.;Kontingent;Om virksomheden
Hvalsø Grønt;90000004;ring bare;1.250,00;"Vi dyrker; og ""sælger"".
Også på nettet."
Bogladen;90000039;46408012;950,00;Bøger
=Køkkenet;12345678;@madpakker;0;-Spørg efter 010203-0000
`;

const [danish, english] = [translator('da'), translator('en')];

test('refused rows come back under their own headings, each with its row and what to do', async () => {
  const report = await importList(emptyDirectory(), LIST);
  const table = await readTable(Buffer.from(refusedRowsCsv(report, danish)));
  expect(table.headings).toEqual(['Firmanavn', 'CVR-nr.', 'Tlf.', 'Kontingent', 'Om virksomheden', 'række', 'fejl']);
  expect(table.rows.map((row) => row.cells)).toEqual([
    [
      'Hvalsø Grønt',
      '90000004',
      'ring bare',
      '1.250,00',
      'Vi dyrker; og "sælger".\nOgså på nettet.',
      '2',
      'Tlf.: “ring bare” er ikke et telefonnummer. Skriv 8 cifre, eller landekode og nummer.',
    ],
    [
      '=Køkkenet',
      '12345678',
      '@madpakker',
      '0',
      '-Spørg efter [fjernet]',
      '4',
      expect.stringMatching(/^CVR-nr\.: .*virk\.dk.*Om virksomheden: .*CPR.*Tlf\.: /),
    ],
  ]);
});

test('nothing in the file is run by a spreadsheet', async () => {
  const csv = refusedRowsCsv(await importList(emptyDirectory(), LIST), danish);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain("'=Køkkenet;");
  expect(csv).toContain(";'@madpakker;");
  expect(csv).toContain(";'-Spørg");
  expect(csv).not.toMatch(/[;\n"][=+\-@\t]/);
});

test.each(['da', 'en'] as const)(
  'the file that is mended imports again, with its report columns in %s',
  async (locale) => {
    const db = emptyDirectory();
    const csv = refusedRowsCsv(await importList(db, LIST), translator(locale));
    const mended = csv
      .replace('ring bare', '46 40 80 12')
      .replace('12345678', '90000020')
      .replace("'@madpakker", '')
      .replace('-Spørg efter [fjernet]', 'Mad til tre huse');
    const report = await importList(db, mended);
    expect([problemsOf(report), report.outcomes.added, report.unknownColumns]).toEqual([[], 2, ['Kontingent']]);
    expect(db.$client.prepare('select name, description from organisations order by id').all()).toEqual([
      { name: 'Bogladen', description: 'Bøger' },
      { name: 'Hvalsø Grønt', description: 'Vi dyrker; og "sælger".\nOgså på nettet.' },
      { name: '=Køkkenet', description: "'Mad til tre huse" },
    ]);
  },
);

test('the file that is not mended is refused again, and its report looks the same', async () => {
  const db = emptyDirectory();
  const first = refusedRowsCsv(await importList(db, LIST), english);
  const again = await importList(db, first);
  expect(again.outcomes).toMatchObject({ added: 0, refused: 2 });
  const { headings } = await readTable(Buffer.from(refusedRowsCsv(again, english)));
  expect(headings).toEqual((await readTable(Buffer.from(first))).headings);
});
