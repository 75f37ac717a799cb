import type { Settings } from 'meilisearch';
import type { SearchKind } from '#db/schema/search.ts';
import { FACETS } from '../engine.ts';
import { RANKED } from '../ranking.ts';
import { STRICT_ATTRIBUTES } from './words.ts';

/**
 * How the indexes are set up. Words arrive analysed (words.ts), each with one letter in front, so that the server's own
 * folding has nothing to do and lengths are one more than a reader counts. Synonyms are the portal's (text/query.ts):
 * they follow the table at once, and know phrases in all forms.
 */
export function settingsOf(kind: SearchKind): Settings {
  return {
    searchableAttributes: RANKED,
    displayedAttributes: ['id', 'version', '_geo'],
    filterableAttributes: ['codes', 'hours', 'growsTo', '_geo', ...FACETS[kind]],
    sortableAttributes: ['sortKey', 'weight', 'newest', '_geo', 'id'],
    // An explicit sort decides alone; without one the attribute that a word was found in does, then typing errors, and
    // equals go by weight and name.
    rankingRules: ['sort', 'attributeRank', 'typo', 'weight:desc', 'sortKey:asc', 'id:asc'],
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 },
      disableOnNumbers: true,
      disableOnAttributes: STRICT_ATTRIBUTES,
    },
    // Every word stands alone: which one is next to which says nothing here.
    proximityPrecision: 'byAttribute',
    faceting: { maxValuesPerFacet: 200 },
    pagination: { maxTotalHits: 1_000_000 },
  };
}

export const indexName = (kind: SearchKind): string => `plads-${kind}`;
