import type { Settings } from 'meilisearch';
import type { SearchKind } from '#db/schema/search.ts';
import { FACETS } from '../engine.ts';

/** How the indexes are set up. Texts arrive folded already (text.ts), so the server's own folding has nothing to do. */
export function settingsOf(kind: SearchKind): Settings {
  return {
    searchableAttributes: ['name', 'codes', 'around', 'body'],
    displayedAttributes: ['id', 'version', '_geo'],
    filterableAttributes: ['codes', 'hours', '_geo', ...FACETS[kind]],
    sortableAttributes: ['sortKey', 'weight', 'newest', '_geo', 'id'],
    // An explicit sort decides alone; without one relevance does, and equals go by weight and name.
    rankingRules: [
      'sort',
      'words',
      'typo',
      'attribute',
      'exactness',
      'proximity',
      'weight:desc',
      'sortKey:asc',
      'id:asc',
    ],
    typoTolerance: { disableOnNumbers: true, disableOnAttributes: ['codes'] },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['dan'] }],
    faceting: { maxValuesPerFacet: 200 },
    pagination: { maxTotalHits: 1_000_000 },
  };
}

export const indexName = (kind: SearchKind): string => `plads-${kind}`;
