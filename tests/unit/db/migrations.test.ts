import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DrizzleSQLiteSnapshotJSON, generateSQLiteMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { MIGRATIONS, ScratchMigrations } from '../../fixtures/migrations.ts';
import { countRows, fillEveryTable, tablesOf } from '../../fixtures/rows.ts';

/** A database as the first release made it, with rows in every table. */
function oldDatabase() {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, 'plads.db'));
  migrateDatabase(db, new ScratchMigrations(join(folder, 'first'), 1).folder);
  fillEveryTable(db);
  return { db, folder };
}

/** What drizzle-kit generates where a column of a table changes in a way that SQLite can only do by a rebuild. */
async function rebuildOf(table: string, column: string): Promise<string[]> {
  const meta = join(MIGRATIONS, 'meta');
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const before = JSON.parse(readFileSync(join(meta, newest ?? ''), 'utf8')) as DrizzleSQLiteSnapshotJSON;
  const after = structuredClone(before);
  const changed = after.tables[table]?.columns[column];
  if (!changed) throw new Error(`no such column: ${table}.${column}`);
  changed.notNull = !changed.notNull;
  const statements = await generateSQLiteMigration(before, after);
  expect(statements.join('\n')).toContain(`DROP TABLE \`${table}\``);
  return statements;
}

test('a populated database of the first release comes to the newest form without losing a row', () => {
  const { db } = oldDatabase();
  const before = countRows(db);
  expect(Object.values(before).every((count) => count === 3)).toBe(true);
  expect(tablesOf(db)).toEqual(expect.arrayContaining(['organisations', 'slots', 'commitments', 'events']));
  expect(migrateDatabase(db)).toBeGreaterThan(0);
  expect(countRows(db)).toMatchObject(before);
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(migrateDatabase(db)).toBe(0);
});

test.each([
  ['organisations', 'branch'],
  ['slots', 'occupation'],
  ['networks', 'website'],
])('a rebuild of %s keeps its children', async (table, column) => {
  const { db, folder } = oldDatabase();
  const before = countRows(db);
  const scratch = new ScratchMigrations(join(folder, 'rebuild'));
  scratch.add('9000_rebuild', await rebuildOf(table, column));
  migrateDatabase(db, scratch.folder);
  expect(countRows(db)).toMatchObject(before);
  expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a migration that is dated before the last one applied ends in an error instead of silence', () => {
  const { db, folder } = oldDatabase();
  migrateDatabase(db);
  const scratch = new ScratchMigrations(join(folder, 'late'));
  scratch.add('9000_late', ['CREATE TABLE `late` (`id` integer)'], scratch.firstWhen + 1);
  expect(() => migrateDatabase(db, scratch.folder)).toThrow(/1 migration\(s\) were skipped/);
  expect(tablesOf(db)).not.toContain('late');
});

test('a migration that leaves a row without its parent ends in an error that names the table', () => {
  const { db, folder } = oldDatabase();
  const scratch = new ScratchMigrations(join(folder, 'orphans'));
  scratch.add('9000_orphans', ['DELETE FROM `networks` WHERE `id` = 1']);
  expect(() => migrateDatabase(db, scratch.folder)).toThrow(/1 row\(s\) without their parent, first in memberships/);
});

test('a migration that fails leaves the database as it was, with foreign keys on', () => {
  const { db, folder } = oldDatabase();
  migrateDatabase(db);
  const scratch = new ScratchMigrations(join(folder, 'broken'));
  scratch.add('9000_broken', ['CREATE TABLE `half` (`id` integer)', 'CREATE TABLE `organisations` (`id` integer)']);
  expect(() => migrateDatabase(db, scratch.folder)).toThrow();
  expect(tablesOf(db)).not.toContain('half');
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('events can be added, and never be changed or taken away', () => {
  const { db } = oldDatabase();
  migrateDatabase(db);
  expect(() => db.$client.prepare(`update events set actor = 'somebody'`).run()).toThrow(/append-only/);
  expect(() => db.$client.prepare('delete from events').run()).toThrow(/append-only/);
});
