import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import type { Locale, TextKey, Translate } from '#i18n/index.ts';
import { FACETS, type Facet, type SearchEngine, type SearchQuery, type SearchResult } from '#search/engine.ts';
import { knowledgeOf } from '#search/knowledge.ts';
import { facetValues, type Problem, readSearch } from '#search/parameters.ts';
import { understand } from '#search/text/query.ts';
import { type WayOut, waysOut } from '#search/way-out.ts';
import { listAddress, listAddressWithout } from './address.ts';
import { type Label, labels } from './labels.ts';

/** What differs between the search pages. */
export interface SearchPageKind {
  kind: SearchKind;
  /** Path in the reader's language. */
  path: string;
  /** Filters that the page itself stands for: always on, neither shown nor in the address. */
  fixed?: SearchQuery['filters'];
  /** Plural text of what is found. */
  count: TextKey;
}

export interface FacetView {
  name: Facet;
  title: string;
  values: { value: string; label: string; count: number; on: boolean }[];
  /** Whether it stands open: it has something chosen, or is among the first. */
  open: boolean;
}

const OPEN_FACETS = 4;
const HOURS_CHOICES = { hoursMax: [3, 5, 8, 15, 20], growsTo: [8, 15, 20, 30, 37] };
const HOURS = ['hoursMax', 'growsTo'] as const;
export const RADIUS_CHOICES = [5, 10, 25, 50, 100];

/** Everything that a search page shows around its cards, read from the address and the answer of the search. */
export function searchPage(
  db: Db,
  locale: Locale,
  t: Translate,
  page: SearchPageKind,
  parameters: URLSearchParams,
  home: string,
) {
  const read = readSearch(db, page.kind, parameters, home);
  const query: SearchQuery = { ...read.query, filters: { ...read.query.filters, ...page.fixed } };
  const label = labels(db, locale, t);
  const shown = FACETS[page.kind].filter((facet) => !(page.fixed && facet in page.fixed));
  const chips = chipsOf(page, read.query, parameters, label, t);
  const placeName = read.place ? (read.place.postcode ? read.place.label.slice(5) : read.place.label) : undefined;

  const named = (found: string) => {
    const withText = query.text ? t('search.with', { found, text: query.text }) : found;
    return placeName ? t('search.near', { found: withText, place: placeName }) : withText;
  };

  return {
    ...page,
    parameters,
    query,
    /** As both engines read its text, to show why a hit is one. */
    understood: understand(query.text, knowledgeOf(db)),
    place: read.place,
    otherPlaces: read.otherPlaces.map((place) => ({
      words: t('search.place.in', { place: place.label, municipality: place.municipality }),
      address: listAddress(page.path, parameters, {
        place: place.postcode ?? null,
        near: place.postcode ? null : `${place.lat},${place.lng}`,
      }),
    })),
    problems: read.problems
      .filter((problem) => problem.reason !== 'unknown-parameter')
      .map((problem) => ({ parameter: problem.parameter, words: problemWords(problem, t) })),
    label,
    chips,
    clear: page.path,
    hours: page.kind === 'slots' ? HOURS.map((name) => hoursView(name, query[name], t)) : [],
    radii: RADIUS_CHOICES,
    /** "14 virksomheder med “gartner” nær Hvalsø" */
    heading: (total: number): string => named(t(page.count, { count: total })),
    /** "Ledige pladser med “gartner” nær Hvalsø · Fleksjob" */
    title: (all: string): string => [named(all), ...chips.map((chip) => chip.label)].join(' · '),
    facets(result: Pick<SearchResult, 'facets'>): FacetView[] {
      return shown
        .map((name, index) => facetView(db, name, result, query, label, t, index < OPEN_FACETS))
        .filter((facet) => facet.values.length > 0);
    },
    async waysOut(engine: SearchEngine) {
      const ways = await waysOut(engine, query);
      return ways
        .filter((way) => !(way.kind === 'filter' && page.fixed && way.facet in page.fixed))
        .map((way) => wayOutView(way, page, query, parameters, label, t));
    },
  };
}

/** How far around a place one can search, and how far it is now. */
export function radiusChoices(t: Translate, radii: readonly number[], chosen: number) {
  return [...new Set([...radii, chosen])]
    .sort((a, b) => a - b)
    .map((km) => ({ value: km, label: t('search.radius.km', { count: km }), on: km === chosen }));
}

/** The hours that one can choose of, and the one that was. */
function hoursView(name: (typeof HOURS)[number], chosen: number | undefined, t: Translate) {
  const choices = [...new Set([...HOURS_CHOICES[name], ...(chosen ? [chosen] : [])])].sort((a, b) => a - b);
  return {
    name,
    title: t(`facet.${name}`),
    any: t(`${name}.any`),
    choices: choices.map((hours) => ({
      value: hours,
      label: t(`${name}.option`, { count: hours }),
      on: hours === chosen,
    })),
  };
}

export type SearchPageView = ReturnType<typeof searchPage>;

function facetView(
  db: Db,
  name: Facet,
  result: Pick<SearchResult, 'facets'>,
  query: SearchQuery,
  label: Label,
  t: Translate,
  open: boolean,
): FacetView {
  const counts = result.facets[name] ?? {};
  const chosen = query.filters[name] ?? [];
  const values = facetValues(db, name)
    // The opposite of "has open slots" is what the page shows anyway; only a chosen one has to be there to be taken away.
    .filter((value) => chosen.includes(value) || (value !== 'false' && (counts[value] ?? 0) > 0))
    .map((value) => ({ value, label: label(name, value), count: counts[value] ?? 0, on: chosen.includes(value) }));
  return { name, title: t(`facet.${name}`), values, open: open || chosen.length > 0 };
}

function chipsOf(page: SearchPageKind, query: SearchQuery, parameters: URLSearchParams, label: Label, t: Translate) {
  const filters = Object.entries(query.filters) as [Facet, string[]][];
  const chips = filters
    .filter(([facet]) => !(page.fixed && facet in page.fixed))
    .flatMap(([facet, values]) =>
      values.map((value) => ({
        label: label(facet, value),
        without: listAddressWithout(page.path, parameters, facet, value),
      })),
    );
  const hours = HOURS.flatMap((name) => {
    const count = query[name];
    if (count === undefined) return [];
    return { label: t(`${name}.option`, { count }), without: listAddress(page.path, parameters, { [name]: null }) };
  });
  return [...chips, ...hours];
}

function wayOutView(
  way: WayOut,
  page: SearchPageKind,
  query: SearchQuery,
  parameters: URLSearchParams,
  label: Label,
  t: Translate,
) {
  const count = way.total;
  const without = (words: string, changes: Parameters<typeof listAddress>[2]) => ({
    words: t('search.none.without', { label: words, count }),
    address: listAddress(page.path, parameters, changes),
  });
  switch (way.kind) {
    case 'filter':
      return {
        words: t('search.none.without', { label: label(way.facet, way.value), count }),
        address: listAddressWithout(page.path, parameters, way.facet, way.value),
      };
    case 'hours':
      return without(t('hoursMax.option', { count: query.hoursMax ?? 0 }), { hoursMax: null });
    case 'growsTo':
      return without(t('growsTo.option', { count: query.growsTo ?? 0 }), { growsTo: null });
    case 'radius':
      return {
        words: t('search.none.wider', { km: way.radiusKm, count }),
        address: listAddress(page.path, parameters, { radiusKm: String(way.radiusKm) }),
      };
    case 'place':
      return without(t('search.place'), { place: null, postcode: null, near: null, radiusKm: null, sort: null });
    case 'text':
      return without(query.text, { q: null });
  }
}

function problemWords({ parameter, value, reason, allowed = [] }: Problem, t: Translate): string {
  if (reason === 'unknown-parameter') return '';
  const [least = '', most = ''] = allowed;
  return t(`problem.${reason}`, { parameter: parameterName(parameter, t), value, least, most });
}

const PARAMETER_NAMES: Record<string, TextKey> = {
  q: 'search.text',
  place: 'search.place',
  postcode: 'search.place',
  near: 'search.place',
  radiusKm: 'search.radius',
  sort: 'search.sort',
};

function parameterName(parameter: string, t: Translate): string {
  const key = PARAMETER_NAMES[parameter];
  if (key) return `“${t(key)}”`;
  const isFacet =
    HOURS.some((name) => name === parameter) ||
    Object.values(FACETS).some((facets) => (facets as readonly string[]).includes(parameter));
  return `“${isFacet ? t(`facet.${parameter as Facet}`) : parameter}”`;
}
