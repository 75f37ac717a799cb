import { type FederatedMultiSearchParams, Meilisearch, type SearchParams, type SearchResponse } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { distanceKm } from '#domain/places/rules.ts';
import { FACETS, type Facet, type SearchEngine, type SearchQuery, type SearchResult } from '../engine.ts';
import { knowledgeOf } from '../knowledge.ts';
import { understand } from '../text/query.ts';
import type { MeilisearchDocument } from './document.ts';
import { type Asked, loosely, strictly } from './query.ts';
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

type Answer = SearchResponse<MeilisearchDocument>;

/** The engine on an outside server. It knows what the deliverer has told it (deliver.ts). */
export function meilisearchEngine(db: Db, server: MeilisearchServer): SearchEngine {
  const client = connect(server);
  const ask = (request: FederatedMultiSearchParams) =>
    client.multiSearch<FederatedMultiSearchParams, MeilisearchDocument>(request);
  return {
    name: 'meilisearch',
    async search(query) {
      const started = performance.now();
      const { code, readings } = understand(query.text, knowledgeOf(db));
      const everything: Asked[] = [{ q: '', weight: 1 }];
      const isTextless = code !== undefined || readings.length === 0;
      let asked = isTextless ? everything : strictly(readings);
      let answer = await answerTo(query, code, asked, isTextless, ask);
      if (!isTextless && answer.isEmpty) {
        asked = loosely(readings);
        answer = await answerTo(query, code, asked, isTextless, ask);
      }
      return {
        engine: 'meilisearch',
        total: answer.total,
        hits: answer.hits,
        facets: answer.facets,
        tookMs: Math.round((performance.now() - started) * 100) / 100,
      };
    },
  };
}

/** The hits, and beside them for each narrowed facet its counts without its own selection. */
async function answerTo(
  query: SearchQuery,
  code: string | undefined,
  asked: Asked[],
  isTextless: boolean,
  ask: (request: FederatedMultiSearchParams) => Promise<Answer>,
): Promise<Pick<SearchResult, 'total' | 'hits' | 'facets'> & { isEmpty: boolean }> {
  const index = indexName(query.kind);
  const narrowed = FACETS[query.kind].filter((facet) => query.filters[facet]);
  const request = (without: Facet | undefined, facets: Facet[], page: { offset: number; limit: number }) => ({
    federation: { ...page, facetsByIndex: { [index]: facets } },
    queries: asked.map(({ q, weight, on, near }) => ({
      indexUid: index,
      q,
      ...(on ? { attributesToSearchOn: on } : {}),
      filter: [...filterOf(query, code, without), ...(near ? [withinOf(near)] : [])],
      sort: sortOf(query, isTextless),
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['id', '_geo'],
      federationOptions: { weight },
    })),
  });
  const others = FACETS[query.kind].filter((facet) => !query.filters[facet]);
  const page = { offset: (query.page - 1) * query.pageSize, limit: query.pageSize };
  const [hits, ...counts] = await Promise.all([
    ask(request(undefined, others, page)),
    ...narrowed.map((facet) => ask(request(facet, [facet], { offset: 0, limit: 0 }))),
  ]);
  const distributions = [hits, ...counts].map((answer) => answer?.facetsByIndex?.[index]?.distribution ?? {});
  return {
    isEmpty: [hits, ...counts].every((answer) => totalOf(answer) === 0),
    total: totalOf(hits),
    hits: (hits?.hits ?? []).map((hit) => toHit(hit, query)),
    facets: Object.assign(Object.fromEntries(FACETS[query.kind].map((facet) => [facet, {}])), ...distributions),
  };
}

const totalOf = (answer: Answer | undefined): number => answer?.estimatedTotalHits ?? 0;

function filterOf(query: SearchQuery, code: string | undefined, without: Facet | undefined): string[] {
  const filter = Object.entries(query.filters)
    .filter(([facet]) => facet !== without)
    .map(([facet, values]) => `${facet} IN [${values.map(quote).join(', ')}]`);
  if (code) filter.push(`codes = ${quote(code)}`);
  if (query.hoursMax !== undefined) filter.push(`hours <= ${query.hoursMax}`);
  if (query.growsTo !== undefined) filter.push(`growsTo >= ${query.growsTo}`);
  if (query.area) filter.push(withinOf(query.area));
  return filter;
}

function withinOf({ lat, lng, radiusKm }: NonNullable<SearchQuery['area']>): string {
  return `_geoRadius(${lat}, ${lng}, ${radiusKm * 1000})`;
}

function sortOf(query: SearchQuery, isTextless: boolean): NonNullable<SearchParams['sort']> {
  switch (query.sort) {
    case 'name':
      return ['sortKey:asc', 'id:asc'];
    case 'newest':
      return ['newest:desc', 'id:asc'];
    case 'distance':
      return query.area ? [`_geoPoint(${query.area.lat}, ${query.area.lng}):asc`, 'sortKey:asc'] : ['sortKey:asc'];
    case 'relevance':
      return isTextless && query.kind === 'slots' ? ['newest:desc', 'id:asc'] : [];
  }
}

function toHit(hit: MeilisearchDocument, query: SearchQuery): SearchResult['hits'][number] {
  if (!query.area || !hit._geo) return { id: hit.id };
  return { id: hit.id, distanceKm: Math.round(distanceKm(query.area, hit._geo) * 100) / 100 };
}

function quote(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
