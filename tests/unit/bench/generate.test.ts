import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { contentTables } from '#db/content-version.ts';
import type { Db } from '#db/open.ts';
import { isCvr } from '#domain/organisations/rules.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { ensureIndex, indexOrganisations } from '#search/index-writer.ts';
import { generate } from '../../../scripts/bench/generate.ts';
import { shapesFor, words } from '../../../scripts/bench/queries.ts';

const SIZE = 2100;
let db: Db;

beforeAll(async () => {
  db = await generate(':memory:', { size: SIZE });
}, 120_000);

const value = (sql: string) => db.$client.prepare(sql).pluck().get();
const column = <Value>(sql: string) => db.$client.prepare(sql).pluck().all() as Value[];

test('so many organisations with two open slots each, and no row without its parent', () => {
  expect(value('select count(*) from organisations')).toBe(SIZE);
  expect(value('select count(*) from slots group by organisation_id having count(*) <> 2')).toBeUndefined();
  expect(value(`select count(*) from slots where state <> 'open' or filled >= positions`)).toBe(0);
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

test('invented organisations say so, with numbers that nobody has', () => {
  expect(value('select count(*) from organisations where demo = 0')).toBe(0);
  const numbers = column<string>('select cvr from organisations where cvr is not null');
  expect(numbers.length).toBeGreaterThan(SIZE * 0.7);
  expect(numbers.filter((cvr) => !isCvr(cvr) || cvr < '90000000')).toEqual([]);
  expect(value('select count(*) from contacts')).toBe(0);
});

test('the search knows exactly what the index writer would write now', () => {
  const before = value('select max(version) from search_documents');
  expect(value('select count(*) from search_documents where document is not null')).toBe(SIZE * 3);
  indexOrganisations(db, column<number>('select id from organisations'));
  expect(ensureIndex(db)).toBe(false);
  expect(value('select max(version) from search_documents')).toBe(before);
});

test('places in the whole country, with a crowd where the demo’s lie', () => {
  expect(value('select count(distinct municipality) from workplaces')).toBeGreaterThan(80);
  expect(value('select count(*) from workplaces where lat is null or municipality is null')).toBe(0);
  const lejre = Number(value(`select count(*) from workplaces where municipality = '0350'`)) / SIZE;
  // 0.5 % of the Danes live there; of the demo's organisations about every third does.
  expect(lejre).toBeGreaterThan(0.1);
  expect(lejre).toBeLessThan(0.4);
});

test('words as a language has them: few everywhere, most of them rare', () => {
  const { half, rare, ordinary } = words(db);
  expect(half.length).toBeGreaterThan(0);
  expect(rare.length).toBeGreaterThan(ordinary.length);
  expect(ordinary.length).toBeGreaterThan(300);
});

test('there are queries of every shape, and all but mistyped ones find something', async () => {
  const engine = embeddedEngine(db);
  const shapes = await shapesFor(db, engine);
  for (const [shape, queries] of Object.entries(shapes)) {
    const totals = await Promise.all(queries.slice(0, 20).map(async (query) => (await engine.search(query)).total));
    expect(queries).toHaveLength(100);
    if (shape !== 'typing error') expect(Math.max(...totals), shape).toBeGreaterThan(0);
  }
  expect(Math.max(...(shapes['deep page'] ?? []).map((query) => query.page))).toBeGreaterThan(50);
});

test('the same seed makes the same rows, another one makes others', async () => {
  const made = await Promise.all([1, 1, 2].map((seed) => generate(':memory:', { size: 150, seed }).then(digestOf)));
  expect(made[0]).toBe(made[1]);
  expect(made[2]).not.toBe(made[0]);
}, 120_000);

function digestOf(one: Db): string {
  const hash = createHash('sha256');
  // Networks and reference data carry the moment at which they were loaded.
  const tables = [...contentTables(one), 'search_documents'].filter(
    (table) => table !== 'networks' && table !== 'settings',
  );
  for (const table of tables) hash.update(JSON.stringify(one.$client.prepare(`select * from "${table}"`).all()));
  return hash.digest('hex');
}
