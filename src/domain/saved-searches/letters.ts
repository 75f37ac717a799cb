import type { Db } from '#db/open.ts';
import { seal } from '#db/secrets.ts';
import { organisationCards } from '#domain/organisations/cards.ts';
import { slotCards } from '#domain/slots/cards.ts';
import type { SearchNews } from '#mail/templates/search-news.ts';
import type { SavedSearch } from './queries.ts';
import type { SavedSearchKind } from './rules.ts';

/** As many are named in an e-mail; the rest is behind its link. */
export const MOST_NAMED = 10;

/** Where a kind of search has its page. */
export const SEARCH_PAGES: Record<SavedSearchKind, string> = {
  slots: '/pladser',
  employers: '/jobcenter/arbejdsgivere',
};

export const searchPath = ({ kind, query }: Pick<SavedSearch, 'kind' | 'query'>): string =>
  query ? `${SEARCH_PAGES[kind]}?${query}` : SEARCH_PAGES[kind];

/** What an e-mail says of one search. */
export function newsOf(db: Db, search: SavedSearch, ids: number[]): SearchNews {
  const named = ids.slice(0, MOST_NAMED);
  return {
    name: search.name,
    hits: search.kind === 'slots' ? slotHits(db, named) : employerHits(db, named),
    more: ids.length - named.length,
    path: searchPath(search),
    stopPath: `/soegning?noegle=${stopKey(db, search.id)}`,
  };
}

/** What the link that stops one search carries. */
export const stopKey = (db: Db, id: number): string => seal(db, `saved-search ${id}`).toString('base64url');

/** Those that the public sees, which others cannot be told of. */
export const shown = (db: Db, kind: SavedSearchKind, ids: number[]): number[] =>
  (kind === 'slots' ? slotCards(db, ids) : organisationCards(db, ids)).map((card) => card.id);

const slotHits = (db: Db, ids: number[]): SearchNews['hits'] =>
  slotCards(db, ids).map(({ title, slug, organisation, town }) => ({
    title,
    facts: [organisation.name, town].filter((fact) => fact !== null),
    path: `${SEARCH_PAGES.slots}/${slug}`,
  }));

const employerHits = (db: Db, ids: number[]): SearchNews['hits'] =>
  organisationCards(db, ids).map(({ name, slug, branch, town }) => ({
    title: name,
    facts: [branch, town].filter((fact) => fact !== null),
    path: `${SEARCH_PAGES.employers}/${slug}`,
  }));
