import type Sqlite from 'better-sqlite3';
import type { Db } from './open.ts';

const cache = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>();

/**
 * A prepared statement, kept for as long as its connection lives. For the few reads that every page makes:
 * preparing costs ten times what running costs.
 */
export function statement<Row>(db: Pick<Db, '$client'>, text: string): Sqlite.Statement<unknown[], Row> {
  const statements = cache.get(db.$client) ?? new Map<string, Sqlite.Statement>();
  cache.set(db.$client, statements);
  const found = statements.get(text) ?? db.$client.prepare(text);
  statements.set(text, found);
  return found as Sqlite.Statement<unknown[], Row>;
}
