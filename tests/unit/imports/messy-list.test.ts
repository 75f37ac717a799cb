import { expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { importMembers } from '#domain/imports/members.ts';
import { readTable } from '#domain/imports/table.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { messyList } from '../../fixtures/messy-list.ts';

const NETWORK = { slug: 'business-lejre', name: 'Business Lejre' };
const list = messyList(500);

test('a messy list of 500 rows is taken but for exactly the rows that cannot be', async () => {
  const db = emptyDirectory();
  const report = importMembers(db, await readTable(list.bytes), { network: NETWORK });

  const refused = new Map(report.problems.map((problem) => [problem.line, problem.code]));
  expect(refused).toEqual(list.refused);
  expect(report.rows).toBe(500);
  expect(report.outcomes.refused).toBe(list.refused.size);
  expect(report.outcomes.skipped).toBe(list.twice.length);
  expect(report.outcomes.added).toBe(500 - list.refused.size - list.twice.length - list.furtherWorkplaces.length);
  expect(count(db, 'organisations')).toBe(report.outcomes.added);
  expect(count(db, 'workplaces')).toBe(report.outcomes.added + list.furtherWorkplaces.length);
  expect(report.unknownColumns).toEqual(['Kontingent']);
});

test('values arrive clean, however they were written', async () => {
  const db = emptyDirectory();
  importMembers(db, await readTable(list.bytes), { network: NETWORK });
  const rows = db.$client.prepare('select cvr, name, phone, email, website from organisations').all() as Record<
    string,
    string | null
  >[];
  expect(rows.every((row) => /^\d{8}$/.test(row.cvr ?? ''))).toBe(true);
  expect(rows.filter((row) => row.phone).every((row) => row.phone === '+4546408012')).toBe(true);
  expect(rows.some((row) => row.name === 'Værksted “Å & Ø” nr. 0 ApS')).toBe(true);
  expect(rows.some((row) => row.email === 'post@firma0.example' && row.website === 'https://www.firma0.example')).toBe(
    true,
  );
  const postcodes = db.$client
    .prepare('select distinct postcode from workplaces where postcode is not null order by 1')
    .all() as { postcode: string }[];
  expect(postcodes.map((row) => row.postcode)).toEqual(['0800', '4000', '4060', '4070', '4320', '4330']);
  const since = db.$client.prepare(`select distinct since from memberships where since < '2020' order by 1`).all();
  expect(since).toEqual([{ since: '2019-01-01' }, { since: '2019-03-01' }]);
});

test('importing it twice changes nothing', async () => {
  const db = emptyDirectory();
  const table = await readTable(list.bytes);
  importMembers(db, table, { network: NETWORK });
  const before = snapshot(db);
  const again = importMembers(db, table, { network: NETWORK });
  expect(snapshot(db)).toEqual(before);
  expect(again.outcomes).toMatchObject({ added: 0, joined: 0, completed: 0, refused: list.refused.size });
});

test('a dry run reports the same and changes nothing', async () => {
  const db = emptyDirectory();
  const before = snapshot(db);
  const report = importMembers(db, await readTable(list.bytes), { network: NETWORK, dryRun: true });
  expect(report.outcomes.refused).toBe(list.refused.size);
  expect(snapshot(db)).toEqual(before);
});

test('nothing CPR-shaped comes out again in the report', async () => {
  const report = importMembers(emptyDirectory(), await readTable(list.bytes), { network: NETWORK });
  expect(JSON.stringify(report)).not.toMatch(/010203-?0000|3112990000/);
});

function count(db: Db, table: string): number {
  return (db.$client.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count;
}

/** Everything but the reference data. */
function snapshot(db: Db): unknown {
  const tables = [
    'organisations',
    'organisation_slugs',
    'organisation_goals',
    'contacts',
    'workplaces',
    'networks',
    'memberships',
    'events',
    'search_documents',
  ];
  return tables.map((table) => db.$client.prepare(`select * from ${table}`).all());
}
