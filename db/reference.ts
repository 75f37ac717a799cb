import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Db } from './open.ts';
import * as schema from './schema/index.ts';
import type { Outline } from './schema/places.ts';

const FOLDER = new URL('./seeds/reference/', import.meta.url);
const FILES = [
  'goals.json',
  'municipalities.csv',
  'municipality-outlines.json',
  'postcodes.csv',
  'schemes.json',
  'support-facts.json',
  'target-groups.json',
  'themes.json',
  'towns.csv',
] as const;
type File = (typeof FILES)[number];

const VERSION_KEY = 'reference.version';

/**
 * Brings the reference tables in line with the files in `db/seeds/reference` (their README tells where each comes from).
 * Rows are added and renewed, never removed: a scheme or place that something points at stays, ended by its `validTo`.
 *
 * @returns false when the tables were in line already
 */
export function loadReference(db: Db): boolean {
  const version = filesVersion();
  const known = db.get<{ value: string }>(sql`select value from settings where key = ${VERSION_KEY}`);
  if (known?.value === version) return false;
  db.transaction((tx) => {
    for (const [table, rows] of referenceRows()) {
      for (const row of rows) tx.insert(table).values(row).onConflictDoUpdate({ target: keyOf(table), set: row }).run();
    }
    tx.insert(schema.postcodeMunicipalities).values(postcodeMunicipalities()).onConflictDoNothing().run();
    tx.insert(schema.settings)
      .values({ key: VERSION_KEY, value: version })
      .onConflictDoUpdate({ target: schema.settings.key, set: { value: version } })
      .run();
  });
  return true;
}
