import { type Db, inTransaction } from './open.ts';
import { statement } from './statement.ts';

/**
 * Tables whose rows no public page shows. Every other table counts as content: a forgotten entry here costs speed, and
 * never a stale page.
 */
export const PRIVATE_TABLES: ReadonlySet<string> = new Set([
  'account_deletions',
  'accounts',
  'applications',
  'approach_wishes',
  'approaches',
  'authenticators',
  'claims',
  'colleague_requests',
  'employer_list_items',
  'employer_list_links',
  'employer_lists',
  'enquiries',
  'enquiry_keys',
  'enquiry_messages',
  'enquiry_reminders',
  'enquiry_templates',
  'events',
  'invitations',
  'known_devices',
  'mail_refusals',
  'mails',
  'need_declines',
  'need_support',
  'needs',
  'passkeys',
  'passwords',
  'portfolio_employers',
  'portfolio_notes',
  'portfolio_tags',
  'recent_views',
  'recovery_codes',
  'reminders',
  'saved_search_hits',
  'saved_search_mails',
  'saved_searches',
  'search_counts',
  'search_set_aside',
  'sessions',
  'slot_drafts',
  'slot_keys',
  'throttles',
  'tokens',
]);

/**
 * What the search knows has versions of its own. Triggers there would make SQLite set a savepoint for each document,
 * and FTS5 write out what it gathered at each savepoint: an import would take half as long again.
 */
const VERSIONED_TABLES: ReadonlySet<string> = new Set(['search_columns', 'search_documents', 'search_words']);

/** One row, kept here beside the triggers that change it; named as the migrator names its own table. */
const COUNTER = '__content_version';
const CHANGES = ['insert', 'update', 'delete'] as const;

/** Differs after every change of a row that a public page may show, whoever makes the change. */
export function contentVersion(db: Db): string {
  return statement<{ version: string }>(db, VERSION).get()?.version ?? '';
}

const VERSION = `select (select changes from ${COUNTER}) || '.'
  || coalesce((select max(version) from search_documents), 0) as version`;

/**
 * Puts a trigger on every content table, or brings those that are there in line. Done at each start and not by a
 * migration, because a table that a migration rebuilds loses its triggers without a word.
 */
export function watchContent(db: Db): void {
  const wanted = new Map(contentTables(db).flatMap((table) => CHANGES.map((change) => trigger(table, change))));
  const present = triggers(db);
  const superfluous = [...present].filter(([name, sql]) => wanted.get(name) !== sql);
  const missing = [...wanted].filter(([name, sql]) => present.get(name) !== sql);
  if (superfluous.length + missing.length === 0) return;
  inTransaction(db, () => {
    db.$client.exec(
      `create table if not exists ${COUNTER} (id integer primary key check (id = 1), changes integer not null)`,
    );
    db.$client.exec(`insert or ignore into ${COUNTER} (id, changes) values (1, 0)`);
    for (const [name] of superfluous) db.$client.exec(`drop trigger "${name}"`);
    for (const [, sql] of missing) db.$client.exec(sql);
    db.$client.exec(COUNT);
  });
}

/** Takes the triggers away, so that a migration may rebuild any table without counting its rows. */
export function unwatchContent(db: Db): void {
  for (const name of triggers(db).keys()) db.$client.exec(`drop trigger "${name}"`);
}

/** The tables whose changes are counted. */
export function contentTables(db: Db): string[] {
  const tables = db.$client.pragma('table_list') as { schema: string; name: string; type: string }[];
  return tables
    .filter(({ schema, type, name }) => schema === 'main' && type === 'table' && !/^(?:sqlite_|__)/.test(name))
    .map(({ name }) => name)
    .filter((name) => !PRIVATE_TABLES.has(name) && !VERSIONED_TABLES.has(name))
    .sort();
}

const COUNT = `update ${COUNTER} set changes = changes + 1 where id = 1`;

function trigger(table: string, change: (typeof CHANGES)[number]): [name: string, sql: string] {
  const name = `content_${table}_${change}`;
  return [name, `CREATE TRIGGER "${name}" after ${change} on "${table}" begin ${COUNT}; end`];
}

function triggers(db: Db): Map<string, string> {
  const rows = db.$client
    .prepare(`select name, sql from sqlite_master where type = 'trigger' and name glob 'content_*'`)
    .all() as { name: string; sql: string }[];
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}
