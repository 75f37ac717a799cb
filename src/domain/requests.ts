import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { TooMany } from './errors.ts';
import { timestamp } from './time.ts';

/** How often somebody may ask in a day, whatever came of it: each asking sends e-mails. */
export const MOST_REQUESTS_A_DAY = 5;
const DAY_MS = 86_400_000;

/** @throws TooMany */
export function refuseFlood(db: Db, table: 'claims' | 'applications', accountId: number): void {
  const dayAgo = Date.now() - DAY_MS;
  const recent = `select created_at as at from ${table} where account_id = ? and created_at > ? order by created_at`;
  const asked = statement<{ at: string }>(db, recent).all(accountId, timestamp(new Date(dayAgo)));
  const [first] = asked;
  if (first && asked.length >= MOST_REQUESTS_A_DAY)
    throw new TooMany(Math.max(1, Math.ceil((Date.parse(first.at) - dayAgo) / 60_000)));
}
