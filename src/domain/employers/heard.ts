import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** What an organisation was last heard from by: an answer, a talk with a consultant, a slot, or saying that it is willing. */
export type HeardBy = 'answer' | 'contact' | 'slot' | 'willing';

export interface LastHeard {
  id: number;
  /** YYYY-MM-DD */
  on: string;
  by: HeardBy;
}

/**
 * When organisations were last heard from. What the portal wrote to them is no word of theirs; nor is what the import of
 * a member list knows of them. Those that were never heard from are left out.
 *
 * @param day YYYY-MM-DD: nothing after it
 */
export function lastHeard(db: Db, ids: readonly number[] | 'all', day: string): LastHeard[] {
  return ids === 'all'
    ? statement<LastHeard>(db, HEARD_OF_ALL).all({ day })
    : statement<LastHeard>(db, HEARD_OF).all({ day, ids: JSON.stringify(ids) });
}

/** Beside `max`, SQLite gives the other columns of the row that has it (lang_select.html, "bare columns"). */
const heardOf = (these: (column: string) => string) => `
  select id, max(moment) as "on", "by" from (
    select organisation_id as id,
      substr(max(coalesce(answered_at, ''), coalesce(agreed_at, ''), coalesce(started_on, '')), 1, 10) as moment, 'answer' as "by"
      from enquiries where coalesce(answered_at, agreed_at, started_on) is not null ${these('organisation_id')}
    union all select organisation_id, "on", 'contact' from approaches where channel <> 'portal' ${these('organisation_id')}
    union all select organisation_id, substr(max(coalesce(published_at, ''), coalesce(renewed_at, '')), 1, 10), 'slot'
      from slots where coalesce(published_at, renewed_at) is not null ${these('organisation_id')}
    union all select id, willing_since, 'willing' from organisations where willing_since is not null ${these('id')})
  where moment <= @day group by id`;

const HEARD_OF_ALL = heardOf(() => '');
const HEARD_OF = heardOf((column) => `and ${column} in (select value from json_each(@ids))`);
