import type Sqlite from 'better-sqlite3';
import type { Db } from './open.ts';

const cache = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>();

/**
 * A prepared statement, kept for as long as its connection lives. For the few reads that every page makes:
 * preparing costs ten times what running costs.
 */
export function statement<Row>(db: Pick<Db, '$client'>, text: string): Sqlite.Statement<unknown[], Row> {
  const client = db.$client;
  let statements = cache.get(client);
  if (!statements) cache.set(client, (statements = new Map()));
  let found = statements.get(text);
  if (!found) statements.set(text, (found = client.prepare(text)));
  return found as Sqlite.Statement<unknown[], Row>;
}
