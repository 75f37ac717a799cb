import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Db, inTransaction, openDatabase } from '#db/open.ts';
import { ROOT } from '../../../scripts/lib/prepare.mjs';
import { temporaryFolder } from '../../fixtures/folders.ts';

/** SQLite's own number for `FULL`. */
const SYNCHRONOUS_FULL = 2;

const pragmas = (db: Db) =>
  Object.fromEntries(
    ['foreign_keys', 'synchronous', 'busy_timeout', 'journal_mode'].map((name) => [
      name,
      db.$client.pragma(name, { simple: true }),
    ]),
  );

test('every connection to a file has the pragmas, a read-only one too', () => {
  const file = join(temporaryFolder(), 'folder', 'that', 'is', 'missing', 'plads.db');
  const wanted = { foreign_keys: 1, synchronous: SYNCHRONOUS_FULL, busy_timeout: 10_000, journal_mode: 'wal' };
  const first = openDatabase(file);
  expect(pragmas(first)).toEqual(wanted);
  expect(pragmas(openDatabase(file))).toEqual(wanted);
  expect(pragmas(openDatabase(file, { readonly: true }))).toEqual(wanted);
});

test('a copy in memory holds its rows to each other as well', () => {
  const db = openDatabase(':memory:');
  db.$client.exec(
    'create table parent (id integer primary key); create table child (parent integer references parent (id))',
  );
  const copy = openDatabase(db.$client.serialize());
  expect(pragmas(copy)).toMatchObject({ foreign_keys: 1, synchronous: SYNCHRONOUS_FULL });
  expect(() => copy.$client.prepare('insert into child values (1)').run()).toThrow(/FOREIGN KEY/);
});

test('nobody opens a connection past openDatabase', () => {
  const opened = ['db', 'src', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /import (?!type\b)[^;]*from 'better-sqlite3'|node:sqlite/.test(readFileSync(file, 'utf8'))),
  );
  // The other one holds a lock on a file without data.
  expect(opened.sort()).toEqual([join(ROOT, 'db', 'open.ts'), join(ROOT, 'db', 'turn.ts')]);
});

test('a transaction takes the write lock before its first step, and leaves nothing when a step fails', () => {
  const file = join(temporaryFolder(), 'plads.db');
  const db = openDatabase(file);
  db.$client.exec('create table notes (text text)');
  const other = openDatabase(file);
  other.$client.pragma('busy_timeout = 0');
  const failing = () =>
    inTransaction(db, () => {
      expect(() => other.$client.exec('begin immediate')).toThrow(/locked/);
      db.$client.exec(`insert into notes values ('half')`);
      throw new Error('stop');
    });
  expect(failing).toThrow('stop');
  expect(other.$client.prepare('select count(*) as count from notes').get()).toEqual({ count: 0 });
});
