import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, inTransaction } from './open.ts';
import { themes } from './schema/commitments.ts';
import { goals } from './schema/goals.ts';
import { municipalities, type Outline, postcodeMunicipalities, postcodes, towns } from './schema/places.ts';
import { schemeRules, schemes, supportFacts, targetGroups } from './schema/schemes.ts';
import { searchSynonyms, settings } from './schema/search.ts';
import { slotTemplates } from './schema/slots.ts';

const FOLDER = new URL('./seeds/reference/', import.meta.url);
const VERSION_KEY = 'reference.version';
type Row = Record<string, unknown>;

/**
 * Brings the reference tables in line with the files in `db/seeds/reference` (its README tells where each comes from).
 * Rows are added and renewed, never removed: what something points at stays, ended by its `validTo`.
 *
 * @returns false when the tables were in line already
 */
export function loadReference(db: Db): boolean {
  const files = readFiles();
  const version = createHash('sha256').update(Object.values(files).join('\0')).digest('hex');
  const known = db.get<{ value: string }>(sql`select value from settings where key = ${VERSION_KEY}`);
  if (known?.value === version) return false;
  inTransaction(db, () => {
    renew(db, goals, goals.nr, rowsOf(files['goals.json']));
    renew(db, themes, themes.id, rowsOf(files['themes.json']));
    renew(db, targetGroups, targetGroups.id, rowsOf(files['target-groups.json']));
    renew(db, schemes, schemes.id, rowsOf(files['schemes.json']).map(withPosition));
    renew(db, supportFacts, supportFacts.id, rowsOf(files['support-facts.json']).map(withPosition));
    renew(db, schemeRules, schemeRules.id, rowsOf(files['scheme-rules.json']).map(withPosition));
    renew(db, slotTemplates, slotTemplates.id, rowsOf(files['slot-templates.json']).map(withPosition));
    // Coordinators edit these: what they changed or switched off stays as they left it.
    for (const { id, words, also } of rowsOf(files['synonyms.json']) as (typeof searchSynonyms.$inferInsert)[])
      db.insert(searchSynonyms).values({ id, words, also }).onConflictDoNothing().run();
    const outlines = JSON.parse(files['municipality-outlines.json']) as Record<string, Outline>;
    renew(
      db,
      municipalities,
      municipalities.code,
      csvRows(files['municipalities.csv']).map((row) => ({ ...row, outline: outlines[row.code ?? ''] })),
    );
    const codes = csvRows(files['postcodes.csv']).map((row) => ({
      ...row,
      code: row.code ?? '',
      all: row.municipalities?.split(' ') ?? [],
    }));
    renew(
      db,
      postcodes,
      postcodes.code,
      codes.map((row) => ({ ...row, municipality: row.all[0] })),
    );
    renew(
      db,
      towns,
      towns.id,
      csvRows(files['towns.csv']).map((row, index) => ({ ...row, id: index + 1, population: row.population || null })),
    );
    for (const row of codes) {
      for (const municipality of row.all)
        db.insert(postcodeMunicipalities).values({ postcode: row.code, municipality }).onConflictDoNothing().run();
    }
    renew(db, settings, settings.key, [{ key: VERSION_KEY, value: version }]);
  });
  return true;
}

const FILES = [
  'goals.json',
  'municipalities.csv',
  'municipality-outlines.json',
  'postcodes.csv',
  'scheme-rules.json',
  'schemes.json',
  'slot-templates.json',
  'support-facts.json',
  'synonyms.json',
  'target-groups.json',
  'themes.json',
  'towns.csv',
] as const;

function readFiles(): Record<(typeof FILES)[number], string> {
  return Object.fromEntries(FILES.map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')])) as Record<
    (typeof FILES)[number],
    string
  >;
}

function rowsOf(json: string): Row[] {
  return JSON.parse(json) as Row[];
}

function csvRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[];
}

/** The order of the file is the order in which people read it. */
const withPosition = (row: Row, index: number): Row => ({ ...row, position: index });

/** Inserts each row or, where its key is known, renews it. Fields that the table does not have stay in the file. */
function renew(db: Db, table: SQLiteTable, key: SQLiteColumn, rows: Row[]): void {
  const columns = Object.entries(getTableColumns(table));
  const renewed = Object.fromEntries(
    columns.map(([name, column]) => [name, sql.raw(`excluded."${snakeCase(column.name)}"`)]),
  ) as Record<string, SQL>;
  for (const row of rows) {
    const known = Object.fromEntries(columns.filter(([name]) => name in row).map(([name]) => [name, row[name]]));
    db.insert(table).values(known).onConflictDoUpdate({ target: key, set: renewed }).run();
  }
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
