import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { forgetUnusedWords, mergeTokens } from '#search/embedded/scrub.ts';

const NEEDED = 'deletions.scrub';

/** In the transaction that deletes something: what the search remembers of it has to go as well. */
export function needScrub(db: Db): void {
  statement(db, "insert into settings (key, value) values (?, '1') on conflict (key) do nothing").run(NEEDED);
}

export const isScrubbed = (db: Db): boolean =>
  statement(db, 'select 1 from settings where key = ?').get(NEEDED) === undefined;

/**
 * Takes away what was deleted and still stands in the full-text index, among the words of the search, or in the
 * write-ahead log. Done twice does no harm; not done is done with the next round.
 */
export function scrub(db: Db): void {
  db.$client.pragma('secure_delete = ON');
  try {
    mergeTokens(db);
    forgetUnusedWords(db);
  } finally {
    db.$client.pragma('secure_delete = OFF');
  }
  statement(db, 'delete from settings where key = ?').run(NEEDED);
  // Where somebody reads just now it stays, and goes with the next checkpoint that finds nobody reading.
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
}
