import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { emptyDirectory, smallDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { startProgram } from '../../fixtures/programs.ts';
import { countRows } from '../../fixtures/rows.ts';

/** Runs `npm run import` as it is, in a folder with a list and perhaps a database. */
async function runImport(args: string[], files: Record<string, string> = {}, directory?: typeof emptyDirectory) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  directory?.(join(folder, 'plads.db')).$client.close();
  return { folder, ...(await startProgram('import.ts', args, { DATA_DIR: folder }, folder).ended) };
}

const NETWORK = ['--network', 'business-lejre', '--network-name', 'Business Lejre'];
const LIST = { 'medlemmer.csv': 'navn;cvr;telefon\nHvalsø Grønt;90000004;ring bare\nBogladen;90000039;\n' };

test('some rows refused: status 2, the reasons in words, and a file to mend', async () => {
  const { folder, status, stdout, stderr } = await runImport(['medlemmer.csv', ...NETWORK], LIST, emptyDirectory);
  expect([status, stderr]).toEqual([2, '']);
  expect(stdout).toMatch(/2 rækker læst\.\n {2}1 ny\n {2}1 afvist/);
  expect(stdout).toContain('Række 2, telefon: “ring bare” er ikke et telefonnummer.');
  expect(readFileSync(join(folder, 'medlemmer-fejl.csv'), 'utf8')).toContain('Hvalsø Grønt;90000004;ring bare;2;');
});

test('every row taken: status 0, and no file', async () => {
  const list = { 'members.csv': 'name,vat\nHvalsø Grønt,90000004\n' };
  const { folder, status, stdout } = await runImport(['members.csv', ...NETWORK, '--lang', 'en'], list, emptyDirectory);
  expect(status).toBe(0);
  expect(stdout).toMatch(/1 row read\.\n {2}1 new/);
  expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual(['members.csv']);
});

test('a dry run says so, and changes nothing', async () => {
  const { folder, status, stdout } = await runImport(['medlemmer.csv', ...NETWORK, '--dry-run'], LIST, emptyDirectory);
  expect([status, stdout.includes('intet er ændret')]).toEqual([2, true]);
  expect(countRows(openDatabase(join(folder, 'plads.db')))).toMatchObject({ organisations: 0, networks: 0, events: 0 });
});

test('slots come in the same way', async () => {
  const list = {
    'pladser.csv':
      'cvr;titel;ordning;opgaver;timer_min;timer_max;udløb\n90000004;Pakke kasser;småjob;Du pakker.;2;5;2099-01-01\n',
  };
  const { folder, status } = await runImport(['pladser.csv', '--slots'], list, smallDirectory);
  expect(status).toBe(0);
  expect(countRows(openDatabase(join(folder, 'plads.db')))).toMatchObject({ slots: 4 });
});

test.each([
  ['no file', [], {}, undefined, /^Sådan: npm run import/],
  ['a file that is missing', ['væk.csv', ...NETWORK], {}, undefined, /^Filen væk\.csv findes ikke/],
  [
    'no database',
    ['medlemmer.csv', ...NETWORK],
    LIST,
    undefined,
    /^Der er ingen database endnu\. Kør npm start først\.$/,
  ],
  [
    'a file that is no list',
    ['foto.xlsx', ...NETWORK],
    { 'foto.xlsx': 'PK\x03\x04' },
    emptyDirectory,
    /^Filen kan ikke læses/,
  ],
  ['a list without names', ['a.csv', ...NETWORK], { 'a.csv': 'cvr;by\n1;2\n' }, emptyDirectory, /“navn”.*cvr, by$/],
  [
    'a network that is not there',
    ['medlemmer.csv', '--network', 'ukendt'],
    LIST,
    emptyDirectory,
    /^Netværket “ukendt” findes ikke/,
  ],
])('%s: status 1, and words instead of a stack', async (_, args, files, directory, words) => {
  const { status, stdout, stderr } = await runImport(args, files, directory);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toMatch(words);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
});

test.each([
  [['medlemmer.csv', '--netværk', 'x'], '--netværk'],
  [['medlemmer.csv', '--network'], '--network'],
])('an option that cannot be used is named: %j', async (args, option) => {
  const { status, stderr } = await runImport(args, LIST);
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^“${option}” kan importen ikke bruge\\.\nSådan: npm run import`));
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
});
