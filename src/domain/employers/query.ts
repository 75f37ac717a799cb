import type { Db } from '#db/open.ts';
import type { Place } from '#domain/places/queries.ts';
import { facetValues, MAX_TEXT_LENGTH, type Problem, readArea } from '#search/parameters.ts';
import { readerOf } from '#search/reader.ts';
import { DEFAULT_WEIGHTS, FACTORS, type Factor, WEIGHTS, type Weights } from './ranking.ts';

/** With a slot that fits; willing to be asked though it has none; or whichever. */
export const OFFERS = ['both', 'open', 'willing'] as const;
export type Offers = (typeof OFFERS)[number];

/** Days since something was last heard from it at most; `older` is longer ago than the longest, or never. */
export const HEARD = ['30', '90', '365', 'older'] as const;
export type Heard = (typeof HEARD)[number];
export const LONGEST_HEARD_DAYS = 365;

/** Days that it takes to answer, by the middle of its answers so far. */
export const ANSWERS_WITHIN = ['2', '7', '14', '30'] as const;

const MOST_HOURS = 37;
export const EMPLOYERS_PAGE_SIZE = 12;
const LAST_PAGE = 1_000_000;

/**
 * Everything that employers are searched by. It stands in the address only: what somebody saves of it has no place
 * (domain/saved-searches).
 */
export interface EmployerQuery {
  /** What one would do there, as typed. */
  text: string;
  area?: { lat: number; lng: number; radiusKm: number } | undefined;
  /** Values of one of these are alternatives. */
  schemes: string[];
  sectors: string[];
  networks: string[];
  /** All of them are needed. */
  support: string[];
  /** Hours a week that somebody can manage. */
  hours?: number | undefined;
  leadsToJob: boolean;
  answersWithin?: number | undefined;
  heard?: Heard | undefined;
  offers: Offers;
  weights: Weights;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface ReadEmployerSearch {
  query: EmployerQuery;
  place: Place | undefined;
  otherPlaces: Place[];
  /** The parameters that were left out of `query`, and why. */
  problems: Problem[];
}

/** The parameter that says how much a factor counts: `fitWeight`. */
export const weightParameter = (factor: Factor): string => `${factor}Weight`;

/**
 * Reads the address of the page. What cannot be used is left out and named, and the search goes on without it.
 *
 * @param home four-character code of the portal's own municipality: its places come before their namesakes
 */
export function readEmployerSearch(db: Db, parameters: URLSearchParams, home: string): ReadEmployerSearch {
  const reader = readerOf(parameters);
  const { area, place, otherPlaces } = readArea(db, reader, home);
  const answersWithin = reader.choice('answersWithin', ANSWERS_WITHIN);
  const weights = Object.fromEntries(
    FACTORS.map((factor) => [factor, reader.choice(weightParameter(factor), WEIGHTS) ?? DEFAULT_WEIGHTS[factor]]),
  ) as Weights;
  const query: EmployerQuery = {
    text: reader.text('q', MAX_TEXT_LENGTH),
    area,
    schemes: reader.choices('scheme', facetValues(db, 'scheme')),
    sectors: reader.choices('sector', facetValues(db, 'sector')),
    networks: reader.choices('network', facetValues(db, 'network')),
    support: reader.choices('support', facetValues(db, 'support')),
    hours: reader.number('hours', 0.5, MOST_HOURS, false),
    leadsToJob: reader.choice('leadsToJob', ['true']) !== undefined,
    answersWithin: answersWithin === undefined ? undefined : Number(answersWithin),
    heard: reader.choice('heard', HEARD),
    offers: reader.choice('offers', OFFERS) ?? 'both',
    weights,
    page: reader.number('page', 1, LAST_PAGE) ?? 1,
    pageSize: EMPLOYERS_PAGE_SIZE,
  };
  return { query, place, otherPlaces, problems: reader.problems };
}
