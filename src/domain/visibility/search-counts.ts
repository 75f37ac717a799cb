import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { addDays, today } from '#domain/time.ts';

/** Fewer searches than this are somebody's own: such a word is neither shown nor written down. */
export const LEAST_SEARCHES = 5;
/** How many months are counted together, this one included. */
const MONTHS = 3;
const MOST_SHOWN = 20;

/** A word that people searched for when they were shown the organisation, and how often. */
export interface FoundBy {
  word: string;
  count: number;
}

/** The words that an organisation was found by, the most frequent first. */
export function foundBy(db: Db, organisationId: number): FoundBy[] {
  return statement<FoundBy>(
    db,
    `select word, sum(count) as count from search_counts
     where organisation_id = @organisationId and month >= @from and word is not null
     group by word order by count desc, word limit ${MOST_SHOWN}`,
  ).all({ organisationId, from: monthOf(addDays(`${monthOf(today())}-15`, -30 * (MONTHS - 1))) });
}

/** @param day YYYY-MM-DD */
export const monthOf = (day: string): string => day.slice(0, 7);
