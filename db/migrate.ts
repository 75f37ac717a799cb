import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { unwatchContent, watchContent } from './content-version.ts';
import type { Db } from './open.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the database to the newest schema. Returns how many migrations were applied.
 *
 * Two traps of the migrator are handled here. It works inside a transaction, where switching foreign keys off does
 * nothing, so a table rebuild would delete the children: they are switched off before it starts, and checked after.
 * And it skips, without a word, a migration that is dated before the last one applied: that ends in an error here.
 * What notices changes of content (content-version.ts) is put in place afterwards.
 *
 * @throws when a migration was skipped, or when a row is left without its parent
 */
export function migrateDatabase(db: Db, folder = MIGRATIONS): number {
  const client = db.$client;
  const before = appliedHashes(db);
  const files = readMigrationFiles({ migrationsFolder: folder });
  if (files.some((migration) => !before.has(migration.hash))) unwatchContent(db);
  client.pragma('foreign_keys = OFF');
  // A table that is rebuilt is gone for a moment, and triggers elsewhere that read it must not stop its renaming.
  client.pragma('legacy_alter_table = ON');
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    client.pragma('legacy_alter_table = OFF');
    client.pragma('foreign_keys = ON');
    watchContent(db);
  }
  const applied = appliedHashes(db);
  const skipped = files.filter((migration) => !applied.has(migration.hash));
  if (skipped.length > 0)
    throw new Error(`${skipped.length} migration(s) were skipped: is one dated before the last one applied?`);
  const orphans = client.pragma('foreign_key_check') as { table: string; rowid: number }[];
  if (orphans.length > 0)
    throw new Error(`A migration left ${orphans.length} row(s) without their parent, first in ${orphans[0]?.table}`);
  return applied.size - before.size;
}

function appliedHashes(db: Db): Set<string> {
  const table = db.$client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (!table) return new Set();
  const rows = db.$client.prepare('select hash from __drizzle_migrations').all() as { hash: string }[];
  return new Set(rows.map((row) => row.hash));
}
