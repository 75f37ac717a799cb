import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { wipe } from '#db/wipe.ts';
import { forgetUnusedWords, mergeTokens } from '#search/embedded/scrub.ts';

const NEEDED = 'deletions.scrub';

/** In the transaction that deletes something: what the search and the file remember of it has to go as well. */
export function needScrub(db: Db): void {
  statement(db, "insert into settings (key, value) values (?, '1') on conflict (key) do nothing").run(NEEDED);
}

export const isScrubbed = (db: Db): boolean =>
  statement(db, 'select 1 from settings where key = ?').get(NEEDED) === undefined;

/**
 * Takes away what was deleted and still stands in the full-text index, among the words of the search, in unused pages
 * of the database file or in its write-ahead log. Done twice does no harm; what was not finished is done with the next
 * round.
 */
export function scrub(db: Db): void {
  mergeTokens(db);
  forgetUnusedWords(db);
  if (wipe(db)) statement(db, 'delete from settings where key = ?').run(NEEDED);
}
