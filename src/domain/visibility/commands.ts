import { type Db, inTransaction } from '#db/open.ts';
import { keyedHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { addDays, today } from '#domain/time.ts';
import { LEAST_SEARCHES, monthOf } from './search-counts.ts';

/** An organisation was shown so often to people who searched for a word. */
export interface Shown {
  slug: string;
  word: string;
  count: number;
}

/** More different words of one organisation in one month are not counted. */
const MOST_WORDS = 200;
const KEPT_DAYS = 365;

/**
 * Adds what was counted in memory. A word is kept as a hash until it was searched often enough to be nobody's own.
 * No event: nobody did anything to anything.
 */
export function addSearches(db: Db, shown: Shown[], day = today()): void {
  const month = monthOf(day);
  inTransaction(db, () => {
    for (const { slug, word, count } of shown)
      statement(db, ADD).run({ slug, word, count, month, hash: keyedHash(db, `search ${word}`) });
    statement(db, 'delete from search_counts where month < ?').run(monthOf(addDays(day, -KEPT_DAYS)));
  });
}

const ADD = `
  insert into search_counts (organisation_id, month, word_hash, word, count)
  select id, @month, @hash, iif(@count >= ${LEAST_SEARCHES}, @word, null), @count from organisations
  where slug = @slug and (
    exists (select 1 from search_counts
      where organisation_id = organisations.id and month = @month and word_hash = @hash)
    or (select count(*) from search_counts
      where organisation_id = organisations.id and month = @month) < ${MOST_WORDS})
  on conflict (organisation_id, month, word_hash) do update set count = count + excluded.count,
    word = iif(count + excluded.count >= ${LEAST_SEARCHES}, @word, null)`;
