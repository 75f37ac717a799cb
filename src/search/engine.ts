import type { SearchKind } from '#db/schema/search.ts';

/** What can be counted and filtered by, with the public API's names (DESIGN.md, "The public API"). */
export const FACETS = {
  organisations: ['hasOpenSlots', 'network', 'sector', 'rsv', 'sdg', 'theme', 'scheme', 'municipality'],
  slots: ['scheme', 'support', 'sector', 'network', 'sdg', 'leadsToJob', 'municipality'],
} as const satisfies Record<SearchKind, readonly string[]>;

export type Facet = (typeof FACETS)[SearchKind][number];
export const SORTS = ['relevance', 'name', 'distance', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchQuery {
  kind: SearchKind;
  /** As typed; empty finds everything. */
  text: string;
  /** Values of one facet are alternatives, facets narrow each other. Booleans are `true` and `false`. */
  filters: Partial<Record<Facet, string[]>>;
  /** Slots only: hours a week that one can manage, so slots that start at no more than that. */
  hoursMax?: number | undefined;
  /** Slots only: hours a week that one hopes to reach, so slots whose ladder leads to at least that. */
  growsTo?: number | undefined;
  /** Hits within the radius of a point; they then carry their distance. */
  area?: { lat: number; lng: number; radiusKm: number } | undefined;
  /** `distance` needs an area. */
  sort: Sort;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface SearchResult {
  engine: SearchEngine['name'];
  total: number;
  hits: { id: number; distanceKm?: number }[];
  /** Each facet counted with its own selection left out, so that a second value can be added. */
  facets: Partial<Record<Facet, Record<string, number>>>;
  tookMs: number;
}

/** One of the two engines. Both are held to the same behaviour by tests/unit/search/contract. */
export interface SearchEngine {
  readonly name: 'embedded' | 'meilisearch';
  search(query: SearchQuery): Promise<SearchResult>;
}
