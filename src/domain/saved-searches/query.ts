import type { Db } from '#db/open.ts';
import { type EmployerQuery, readEmployerSearch } from '#domain/employers/query.ts';
import { FACETS, type SearchQuery } from '#search/engine.ts';
import { PLACE_BY_NAME, readSearch } from '#search/parameters.ts';
import type { SavedSearchKind } from './rules.ts';

/**
 * Where somebody starts from is stored with nobody (DESIGN.md): a saved search has no place. A municipality that is
 * chosen among the filters says where the work is.
 */
export const PLACE_PARAMETERS = [PLACE_BY_NAME, 'postcode', 'near', 'radiusKm'] as const;

/** Places alone need to know whose portal it is, and there are none. */
const NO_HOME = '';

export type ReadSearch = { kind: 'slots'; query: SearchQuery } | { kind: 'employers'; query: EmployerQuery };

/** Reads what was stored; nothing where it asks for something that is no more, for without that it would find too much. */
export function readStored(db: Db, { kind, query }: { kind: SavedSearchKind; query: string }): ReadSearch | undefined {
  const parameters = new URLSearchParams(query);
  const read =
    kind === 'slots' ? readSearch(db, 'slots', parameters, NO_HOME) : readEmployerSearch(db, parameters, NO_HOME);
  return read.problems.length > 0 ? undefined : ({ kind, query: read.query } as ReadSearch);
}

/** The parameters that make a search the search it is, in one order: no place, no page, and nothing that is not known. */
export function storedQuery(db: Db, kind: SavedSearchKind, given: URLSearchParams): string {
  const parameters = new URLSearchParams(
    [...given].filter(([name]) => !(PLACE_PARAMETERS as readonly string[]).includes(name)),
  );
  return new URLSearchParams(kind === 'slots' ? ofSlots(db, parameters) : ofEmployers(db, parameters)).toString();
}

function ofSlots(db: Db, parameters: URLSearchParams): [string, string][] {
  const { text, filters, hoursMax, growsTo } = readSearch(db, 'slots', parameters, NO_HOME).query;
  return [
    ...one('q', text),
    ...FACETS.slots.flatMap((facet) => several(facet, filters[facet])),
    ...one('hoursMax', hoursMax),
    ...one('growsTo', growsTo),
  ];
}

/** How much each factor counts changes the order, and not what is found. */
function ofEmployers(db: Db, parameters: URLSearchParams): [string, string][] {
  const { query } = readEmployerSearch(db, parameters, NO_HOME);
  return [
    ...one('q', query.text),
    ...several('scheme', query.schemes),
    ...several('support', query.support),
    ...several('sector', query.sectors),
    ...several('network', query.networks),
    ...one('hours', query.hours),
    ...one('leadsToJob', query.leadsToJob ? 'true' : undefined),
    ...one('answersWithin', query.answersWithin),
    ...one('heard', query.heard),
    ...one('offers', query.offers === 'both' ? undefined : query.offers),
  ];
}

const one = (name: string, value: string | number | undefined): [string, string][] =>
  value === undefined || value === '' ? [] : [[name, String(value)]];

const several = (name: string, values: readonly string[] = []): [string, string][] =>
  values.toSorted().map((value) => [name, value]);
