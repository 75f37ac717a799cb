import type { Db } from '#db/open.ts';
import { SECTORS } from '#db/schema/organisations.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { findPlaces, findPostcode, type Place } from '#domain/places/queries.ts';
import { FACETS, type Facet, type SearchQuery, SORTS } from './engine.ts';
import { type Reader, readerOf } from './reader.ts';

export const PAGE_SIZE = 12;
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_RADIUS_KM = 10;
export const MAX_RADIUS_KM = 500;
/** Far more than anybody types; a longer text is not searched for. */
export const MAX_TEXT_LENGTH = 200;
const MAX_HOURS = 37;

/** Why a parameter cannot be used. Words for it are the caller's: the API answers in English, a page in its language. */
export type ProblemReason =
  | 'unknown-parameter'
  | 'repeated'
  | 'unknown-value'
  | 'not-a-number'
  | 'out-of-range'
  | 'too-long'
  | 'unknown-place'
  | 'needs-place'
  | 'one-place-only';

export interface Problem {
  parameter: string;
  value: string;
  reason: ProblemReason;
  /** What would do: the values of a list, or `[least, most]`. */
  allowed?: (string | number)[];
}

export interface ReadSearch {
  query: SearchQuery;
  /** The place that is searched near, and others that its name could mean. */
  place?: Place;
  otherPlaces: Place[];
  /** The parameters that were left out of `query`, and why. */
  problems: Problem[];
}

/** Parameters that may stand in the address of a list beside its facets. */
const PLAIN = ['q', 'postcode', 'near', 'radiusKm', 'sort', 'page', 'pageSize', 'lang'] as const;

/** Of slots alone, in hours a week. */
const HOURS = ['hoursMax', 'growsTo'];

/** For people, on the pages: a postcode or a town by name, and names are not certain enough for programs. */
export const PLACE_BY_NAME = 'place';

/** Every parameter that a list of this kind knows. */
export function parametersOf(kind: SearchKind): string[] {
  return [...PLAIN, ...FACETS[kind], ...(kind === 'slots' ? HOURS : [])];
}

/**
 * Reads a list's address into a query, for the pages and for the API alike. What cannot be used is left out and named,
 * so that a page can go on without it and the API can refuse.
 *
 * @param home four-character code of the portal's own municipality: its places come before their namesakes
 */
export function readSearch(db: Db, kind: SearchKind, parameters: URLSearchParams, home: string): ReadSearch {
  const reader = readerOf(parameters);
  const { problems, number, choice } = reader;
  const known = parametersOf(kind);
  for (const [parameter, value] of parameters) {
    if (!known.includes(parameter) && parameter !== PLACE_BY_NAME)
      problems.push({ parameter, value, reason: 'unknown-parameter', allowed: known });
  }
  const text = reader.text('q', MAX_TEXT_LENGTH);
  const filters: SearchQuery['filters'] = {};
  for (const facet of FACETS[kind]) {
    if (!parameters.getAll(facet).some((value) => value !== '')) continue;
    const good = reader.choices(facet, facetValues(db, facet));
    if (good.length > 0) filters[facet] = good;
  }
  const { area, place, otherPlaces } = readArea(db, reader, home);
  let sort = choice('sort', SORTS) ?? 'relevance';
  if (sort === 'distance' && !place) {
    problems.push({ parameter: 'sort', value: sort, reason: 'needs-place' });
    sort = 'relevance';
  }
  choice('lang', ['da', 'en']);

  return {
    query: {
      kind,
      text,
      filters,
      hoursMax: kind === 'slots' ? number('hoursMax', 0, MAX_HOURS, false) : undefined,
      growsTo: kind === 'slots' ? number('growsTo', 0, MAX_HOURS, false) : undefined,
      area,
      sort,
      page: number('page', 1, Number.MAX_SAFE_INTEGER) ?? 1,
      pageSize: number('pageSize', 1, MAX_PAGE_SIZE) ?? PAGE_SIZE,
    },
    ...(place ? { place } : {}),
    otherPlaces,
    problems,
  };
}

/** The place that is searched near and how far around it, with others that its name could mean. */
export function readArea(
  db: Db,
  { one, number, problems }: Reader,
  home: string,
): Pick<ReadSearch, 'place' | 'otherPlaces'> & { area: SearchQuery['area'] } {
  const given = (['place', 'postcode', 'near'] as const).flatMap((parameter) => {
    const value = one(parameter);
    return value === undefined ? [] : [{ parameter, value }];
  });
  if (given.length > 1 && given[1]) problems.push({ ...given[1], reason: 'one-place-only' });
  const places = given[0] ? placesOf(db, given[0], home) : [];
  if (given[0] && places.length === 0) problems.push({ ...given[0], reason: 'unknown-place' });
  const [place, ...otherPlaces] = places;
  const radiusKm = number('radiusKm', 0.1, MAX_RADIUS_KM, false) ?? DEFAULT_RADIUS_KM;
  const area = place && { lat: place.lat, lng: place.lng, radiusKm };
  return { area, ...(place ? { place } : {}), otherPlaces };
}

/** The values that a facet can take, in the order in which people read them. */
export function facetValues(db: Db, facet: Facet): string[] {
  switch (facet) {
    case 'sector':
      return [...SECTORS];
    case 'rsv':
    case 'hasOpenSlots':
    case 'leadsToJob':
      return ['true', 'false'];
    case 'sdg':
      return column(db, 'select nr as value from goals order by nr');
    case 'network':
      return column(db, 'select slug as value from networks order by name');
    case 'theme':
      return column(db, 'select id as value from themes order by rowid');
    case 'scheme':
      return column(db, 'select id as value from schemes order by position');
    case 'support':
      return column(db, 'select id as value from support_facts order by position');
    case 'municipality':
      return column(db, 'select code as value from municipalities order by name');
  }
}

function placesOf(db: Db, given: { parameter: 'place' | 'postcode' | 'near'; value: string }, home: string): Place[] {
  if (given.parameter === 'place') return findPlaces(db, given.value, home);
  if (given.parameter === 'postcode') {
    const place = /^\d{4}$/.test(given.value) ? findPostcode(db, given.value) : undefined;
    return place ? [place] : [];
  }
  const [lat = Number.NaN, lng = Number.NaN, ...more] = given.value
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && more.length === 0
    ? [{ label: given.value, lat, lng, municipality: '' }]
    : [];
}

function column(db: Db, text: string): string[] {
  return statement<{ value: string | number }>(db, text)
    .all()
    .map((row) => String(row.value));
}
