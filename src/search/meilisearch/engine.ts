import { Meilisearch, type MultiSearchQuery } from 'meilisearch';
import { distanceKm } from '#domain/places/rules.ts';
import { FACETS, type Facet, type SearchEngine, type SearchQuery, type SearchResult } from '../engine.ts';
import { codeOf, fold, wordsOf } from '../text.ts';
import type { MeilisearchDocument } from './document.ts';
import { indexName } from './settings.ts';

/** Enough for the largest batch on a slow day; whoever waits for an answer says less. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface MeilisearchServer {
  url: string;
  apiKey?: string | undefined;
  /** A request that takes longer is given up. */
  timeoutMs?: number | undefined;
}

export const connect = ({ url, apiKey, timeoutMs = REQUEST_TIMEOUT_MS }: MeilisearchServer): Meilisearch =>
  new Meilisearch({ host: url, timeout: timeoutMs, ...(apiKey ? { apiKey } : {}) });

/** The engine on an outside server. It knows what the deliverer has told it (deliver.ts). */
export function meilisearchEngine(server: MeilisearchServer): SearchEngine {
  const client = connect(server);
  return {
    name: 'meilisearch',
    async search(query) {
      const started = performance.now();
      const narrowed = Object.keys(query.filters) as Facet[];
      const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, MeilisearchDocument>({
        queries: [hitsQuery(query), ...narrowed.map((facet) => countsQuery(query, facet))],
      });
      const [hits, ...counts] = results;
      if (!hits) throw new Error('Meilisearch answered without results');
      const facets: SearchResult['facets'] = {
        ...Object.fromEntries(FACETS[query.kind].map((facet) => [facet, {}])),
        ...hits.facetDistribution,
      };
      for (const [index, facet] of narrowed.entries()) facets[facet] = counts[index]?.facetDistribution?.[facet] ?? {};
      return {
        engine: 'meilisearch',
        total: hits.totalHits ?? 0,
        hits: hits.hits.map((hit) => toHit(hit, query)),
        facets,
        tookMs: Math.round((performance.now() - started) * 100) / 100,
      };
    },
  };
}

function hitsQuery(query: SearchQuery): MultiSearchQuery {
  return {
    ...commonQuery(query, query.filters),
    facets: FACETS[query.kind].filter((facet) => !(facet in query.filters)),
    sort: sortOf(query),
    page: query.page,
    hitsPerPage: query.pageSize,
  };
}

/** The counts of one facet, its own selection left out. */
function countsQuery(query: SearchQuery, facet: Facet): MultiSearchQuery {
  const { [facet]: _own, ...others } = query.filters;
  return { ...commonQuery(query, others), facets: [facet], page: 1, hitsPerPage: 0 };
}

function commonQuery(query: SearchQuery, filters: SearchQuery['filters']): MultiSearchQuery {
  const code = codeOf(query.text);
  const filter = Object.entries(filters).map(([facet, values]) => `${facet} IN [${values.map(quote).join(', ')}]`);
  if (code) filter.push(`codes = ${quote(code)}`);
  if (query.hoursMax !== undefined) filter.push(`hours <= ${query.hoursMax}`);
  if (query.area) filter.push(`_geoRadius(${query.area.lat}, ${query.area.lng}, ${query.area.radiusKm * 1000})`);
  return {
    indexUid: indexName(query.kind),
    q: code ? '' : fold(query.text),
    filter,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id', '_geo'],
  };
}

function sortOf(query: SearchQuery): string[] {
  switch (query.sort) {
    case 'name':
      return ['sortKey:asc', 'id:asc'];
    case 'newest':
      return ['newest:desc', 'id:asc'];
    case 'distance':
      return query.area ? [`_geoPoint(${query.area.lat}, ${query.area.lng}):asc`, 'sortKey:asc'] : ['sortKey:asc'];
    case 'relevance':
      return wordsOf(query.text).length === 0 && query.kind === 'slots' ? ['newest:desc', 'id:asc'] : [];
  }
}

function toHit(hit: MeilisearchDocument, query: SearchQuery): SearchResult['hits'][number] {
  if (!query.area || !hit._geo) return { id: hit.id };
  return { id: hit.id, distanceKm: Math.round(distanceKm(query.area, hit._geo) * 100) / 100 };
}

function quote(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
