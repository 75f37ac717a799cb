import { type Db, inTransaction } from '#db/open.ts';
import { TOKEN_TABLE } from './tokens.ts';

/** Pages that are written at once: short enough that nobody waits for long. */
const STEP_PAGES = 500;
/** Keeps the highest id taken: whoever has read the words up to there (vocabulary.ts) would miss one that got it again. */
const MARK = '#';

/**
 * Merges FTS5's segments until none holds a deleted document's tokens: FTS5 only marks those as deleted. Step by step,
 * each in a transaction of its own.
 *
 * @see https://sqlite.org/fts5.html#the_merge_command
 */
export function mergeTokens(db: Db): void {
  for (const table of Object.values(TOKEN_TABLE)) {
    const merge = db.$client.prepare(`insert into ${table} (${table}, rank) values ('merge', ?)`);
    const changes = () => db.$client.prepare('select total_changes()').pluck().get() as number;
    for (let pages = -STEP_PAGES, done = false; !done; pages = STEP_PAGES) {
      const before = changes();
      merge.run(pages);
      done = changes() - before < 2;
    }
  }
}

/** Takes away words that no document has any more. */
export function forgetUnusedWords(db: Db): void {
  const kinds = Object.entries(TOKEN_TABLE);
  for (const [kind, table] of kinds)
    db.$client.exec(`create virtual table if not exists temp.terms_${kind} using fts5vocab(main, ${table}, row)`);
  const terms = kinds.map(([kind]) => `select term from temp.terms_${kind}`).join(' union ');
  inTransaction(db, () => {
    const highest = db.$client.prepare('select max(id) from search_words').pluck().get() as number | null;
    db.$client.exec(`delete from search_words where word not in (
      select iif(substr(term, 2, 1) = '~', substr(term, 3), substr(term, 2)) from (${terms}))`);
    if (highest !== null)
      db.$client
        .prepare(`insert into search_words (id, word) select @highest, '${MARK}'
          where @highest > (select coalesce(max(id), 0) from search_words)`)
        .run({ highest });
  });
}
