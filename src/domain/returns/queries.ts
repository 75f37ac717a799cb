import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { ASSUMPTIONS, type Assumption } from './rules.ts';

/** What the municipality has put in, and where it is from. */
export interface Assumed {
  value: number;
  source: string;
  /** YYYY-MM-DD */
  changedOn: string;
}

export const SETTING = 'returns.';

/** Those that have been put in. */
export function assumptions(db: Db): Partial<Record<Assumption, Assumed>> {
  const rows = statement<{ key: string; value: string }>(db, 'select key, value from settings where key like ?').all(
    `${SETTING}%`,
  );
  const found = new Map(rows.map((row) => [row.key.slice(SETTING.length), JSON.parse(row.value) as Assumed]));
  return Object.fromEntries(ASSUMPTIONS.flatMap((key) => (found.has(key) ? [[key, found.get(key)]] : [])));
}
