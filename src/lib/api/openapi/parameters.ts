import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { FACETS, type Facet, SORTS } from '#search/engine.ts';
import {
  DEFAULT_RADIUS_KM,
  facetValues,
  MAX_PAGE_SIZE,
  MAX_RADIUS_KM,
  MAX_TEXT_LENGTH,
  PAGE_SIZE,
} from '#search/parameters.ts';
import type { Schema } from './schemas.ts';

const FACET_WORDS: Record<Facet, string> = {
  network: 'Slug of a network that it, or its organisation, is a member of.',
  sector: 'Sector of the organisation.',
  rsv: 'Registered social enterprise, checked.',
  sdg: 'World goal, 1 to 17.',
  theme: 'Theme of a commitment that was not withdrawn.',
  scheme: 'Scheme of an open slot.',
  support: 'Support fact of the slot.',
  hasOpenSlots: 'Whether it has an open slot.',
  leadsToJob: 'Whether it can lead to ordinary employment.',
  municipality: 'Four-digit municipality code.',
};

/** Lists of these change with the directory, and are long: their values are not spelled out. */
const OPEN_ENDED: ReadonlySet<Facet> = new Set(['network', 'municipality']);

export const LANGUAGE = parameter('lang', 'Language of labels and page addresses.', {
  enum: ['da', 'en'],
  default: 'da',
});

export const slugParameter = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } };

export function listParameters(db: Db, kind: SearchKind): object[] {
  return [
    parameter('q', 'What to search for, as people type it; a CVR or P-number finds exactly.', {
      type: 'string',
      maxLength: MAX_TEXT_LENGTH,
    }),
    ...FACETS[kind].map((facet) => facetParameter(db, facet)),
    ...(kind === 'slots'
      ? [
          parameter('hoursMax', 'Hours a week that somebody can manage: slots that start at no more than that.', {
            type: 'number',
            minimum: 0,
            maximum: 37,
          }),
          parameter(
            'growsTo',
            'Hours a week that somebody hopes to reach: slots whose ladder leads to at least that.',
            {
              type: 'number',
              minimum: 0,
              maximum: 37,
            },
          ),
        ]
      : []),
    parameter('postcode', 'Near the middle of that postcode.', { type: 'string', pattern: '^\\d{4}$' }),
    parameter('near', 'Near that point: latitude, longitude.', { type: 'string', examples: ['55.6,11.97'] }),
    parameter('radiusKm', 'How far from the place.', {
      type: 'number',
      minimum: 0.1,
      maximum: MAX_RADIUS_KM,
      default: DEFAULT_RADIUS_KM,
    }),
    parameter('sort', '`distance` needs a place.', { enum: [...SORTS], default: 'relevance' }),
    parameter('page', 'From 1.', { type: 'integer', minimum: 1, default: 1 }),
    parameter('pageSize', 'Items on a page.', {
      type: 'integer',
      minimum: 1,
      maximum: MAX_PAGE_SIZE,
      default: PAGE_SIZE,
    }),
    LANGUAGE,
  ];
}

function facetParameter(db: Db, facet: Facet): object {
  const items: Schema = OPEN_ENDED.has(facet) ? { type: 'string' } : { enum: facetValues(db, facet) };
  return {
    ...parameter(facet, `${FACET_WORDS[facet]} Repeat it for “or”.`, { type: 'array', items }),
    style: 'form',
    explode: true,
  };
}

function parameter(name: string, description: string, schema: Schema) {
  return { name, in: 'query', description, schema };
}
