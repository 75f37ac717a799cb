import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import type { EmployerSearch } from '#domain/employers/search.ts';
import type { SearchEngine } from '#search/engine.ts';
import { readStored } from './query.ts';
import { MOST_HITS, type SavedSearchKind } from './rules.ts';

/** What searches are carried out by. */
export interface Finders {
  /** The engine of this database: it answers alone, whatever else is away. */
  slots: Pick<SearchEngine, 'search'>;
  employers: EmployerSearch;
}

export interface Found {
  /** Of slots or organisations, as many as are looked at. */
  ids: number[];
  total: number;
}

/** Carries a stored search out for its owner, the newest slots or the best employers first. */
export async function findHits(
  db: Db,
  { slots, employers }: Finders,
  viewer: Viewer,
  stored: { kind: SavedSearchKind; query: string },
): Promise<Found> {
  const read = readStored(db, stored);
  if (read?.kind === 'slots') {
    const { hits, total } = await slots.search({ ...read.query, sort: 'newest', page: 1, pageSize: MOST_HITS });
    return { ids: hits.map((hit) => hit.id), total };
  }
  if (!read || !isConsultant(viewer)) return { ids: [], total: 0 };
  const found = employers.find(viewer, { ...read.query, page: 1, pageSize: MOST_HITS });
  return { ids: found.employers.map((employer) => employer.id), total: found.total };
}

const COLUMN = { slots: 'slot_id', employers: 'organisation_id' } as const satisfies Record<SavedSearchKind, string>;

/** Those of these hits that the search has not found before. */
export function unseen(db: Db, { id, kind }: { id: number; kind: SavedSearchKind }, ids: number[]): number[] {
  return statement<number>(
    db,
    `select value from json_each(@ids) where value not in
       (select ${COLUMN[kind]} from saved_search_hits where saved_search_id = @id and ${COLUMN[kind]} is not null)
     order by key`,
  )
    .pluck()
    .all({ id, ids: JSON.stringify(ids) });
}

/** Those of these hits that their owner was told of, by whichever search. */
export function toldBefore(db: Db, accountId: number, kind: SavedSearchKind, ids: number[]): Set<number> {
  const told = statement<number>(
    db,
    `select ${COLUMN[kind]} from saved_search_hits join saved_searches on saved_searches.id = saved_search_id
     where account_id = @accountId and alerted_on is not null and ${COLUMN[kind]} in (select value from json_each(@ids))`,
  )
    .pluck()
    .all({ accountId, ids: JSON.stringify(ids) });
  return new Set(told);
}

/** A step of the verbs. @param alertedOn null for what is there as the search is saved. */
export function remember(
  db: Db,
  { id, kind }: { id: number; kind: SavedSearchKind },
  ids: number[],
  alertedOn: string | null,
): void {
  // What was deleted since it was found is not remembered.
  const table = { slots: 'slots', employers: 'organisations' }[kind];
  statement(
    db,
    `insert into saved_search_hits (saved_search_id, ${COLUMN[kind]}, alerted_on)
     select @id, ${table}.id, @alertedOn from json_each(@ids) join ${table} on ${table}.id = value where true on conflict do nothing`,
  ).run({ id, ids: JSON.stringify(ids), alertedOn });
}

/** Before a search goes: what its owner was told of by it is not news to their others. */
export function handOnHits(db: Db, id: number): void {
  statement(
    db,
    `insert into saved_search_hits (saved_search_id, slot_id, organisation_id, alerted_on)
     select others.id, hits.slot_id, hits.organisation_id, hits.alerted_on
     from saved_search_hits as hits
       join saved_searches on saved_searches.id = hits.saved_search_id
       join saved_searches as others on others.account_id = saved_searches.account_id
         and others.kind = saved_searches.kind and others.id <> saved_searches.id
     where hits.saved_search_id = ? and hits.alerted_on is not null on conflict do nothing`,
  ).run(id);
}
