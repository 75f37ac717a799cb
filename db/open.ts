import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema/index.ts';

/** The database as the domain sees it: drizzle on one better-sqlite3 connection (`db.$client`). */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

/** A database, or a transaction on one: what every query and every step of a verb takes. */
export type Queryable = Pick<
  Db,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'all' | 'get' | 'run' | 'query'
>;

/** How long a writer waits for another process before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;

/** A portal of usual size is read from the file once. */
const CACHE_KB = 64_000;

/**
 * Opens the database file, making its folder where it is missing. Every connection gets the same pragmas:
 * `synchronous=FULL` because the library's own default may lose the last commits when the power fails.
 *
 * @param file path of the database, `:memory:`, or the bytes of one to have a copy of it in memory
 */
export function openDatabase(file: string | Buffer, options: { readonly?: boolean } = {}): Db {
  if (typeof file === 'string' && file !== ':memory:' && !options.readonly)
    mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file, { readonly: options.readonly ?? false, timeout: BUSY_TIMEOUT_MS });
  if (!options.readonly) client.pragma('journal_mode = WAL');
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  client.pragma('foreign_keys = ON');
  client.pragma('synchronous = FULL');
  // What is deleted or changed is overwritten in the file too, as long as that costs no further page.
  client.pragma('secure_delete = FAST');
  client.pragma(`cache_size = -${CACHE_KB}`);
  return drizzle(client, { schema, casing: 'snake_case' });
}

/**
 * Runs a verb's steps as one transaction. It takes the write lock at once, so that a reader never has to become a
 * writer half-way, which is what makes SQLite answer "busy" without waiting.
 */
export function inTransaction<Result>(db: Db, steps: () => Result): Result {
  return db.$client.transaction(steps).immediate();
}
