import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { distanceKm } from '#domain/places/rules.ts';
import { FACETS, type Facet, type SearchEngine, type SearchQuery, type SearchResult } from '../engine.ts';
import { codeOf, wordsOf } from '../text.ts';
import { type Column, Columns } from './columns.ts';

/** The engine that is always there: texts in FTS5, everything else in memory, both in step with the data. */
export function embeddedEngine(db: Db): SearchEngine {
  const columns = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, new Columns(db, kind)])) as Record<
    SearchKind,
    Columns
  >;
  return {
    name: 'embedded',
    async search(query) {
      const started = performance.now();
      const found = match(columns[query.kind].current(), query, ranks(db, query.text));
      const from = (query.page - 1) * query.pageSize;
      return {
        engine: 'embedded',
        total: found.hits.length,
        hits: found.hits
          .sort(orderOf(query))
          .slice(from, from + query.pageSize)
          .map(toHit),
        facets: found.facets,
        tookMs: Math.round((performance.now() - started) * 100) / 100,
      };
    },
  };
}

interface Hit {
  column: Column;
  /** The lower the better; 0 without a text. */
  rank: number;
  distanceKm?: number;
}

/**
 * One pass: a document that fails no facet's filter is a hit and counts everywhere; one that fails exactly one facet's
 * filter counts for that facet only, which is what "counted with its own selection left out" means.
 */
function match(columns: readonly Column[], query: SearchQuery, rank: (column: Column) => number | undefined) {
  const hits: Hit[] = [];
  const facets: SearchResult['facets'] = Object.fromEntries(FACETS[query.kind].map((facet) => [facet, {}]));
  const filters = Object.entries(query.filters).map(([facet, values]) => [facet as Facet, new Set(values)] as const);
  for (const column of columns) {
    const found = rank(column);
    if (found === undefined) continue;
    if (query.hoursMax !== undefined && (column.hours ?? 0) > query.hoursMax) continue;
    const distance = query.area && column.location ? distanceKm(query.area, column.location) : undefined;
    if (query.area && (distance === undefined || distance > query.area.radiusKm)) continue;
    const failed = filters.filter(([facet, values]) => !column.facets[facet]?.some((value) => values.has(value)));
    if (failed.length === 0)
      hits.push({ column, rank: found, ...(distance === undefined ? {} : { distanceKm: distance }) });
    if (failed.length > 1) continue;
    const only = failed[0]?.[0];
    for (const facet of only ? [only] : FACETS[query.kind]) {
      const counts = facets[facet] as Record<string, number>;
      for (const value of column.facets[facet] ?? []) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { hits, facets };
}

/** How well a document matches a text, all of whose words it must have, the last one perhaps half-typed. */
function ranks(db: Db, text: string): (column: Column) => number | undefined {
  const code = codeOf(text);
  if (code) return (column) => (column.codes.has(code) ? 0 : undefined);
  const words = wordsOf(text);
  // Only signs that mean nothing: as if nothing were typed. A text of words that nobody uses finds nothing.
  if (words.length === 0) return () => 0;
  const rows = statement<{ id: number; rank: number }>(db, MATCHES).all(
    words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' AND '),
  );
  const byRow = new Map(rows.map((row) => [row.id, row.rank]));
  return (column) => byRow.get(column.rowid);
}

/** A hit in the name outweighs one in what stands around it, and that one outweighs the description. */
const MATCHES = 'select rowid as id, bm25(search_texts, 10, 4, 1) as rank from search_texts where search_texts match ?';

function orderOf(query: SearchQuery): (a: Hit, b: Hit) => number {
  const newest = (a: Hit, b: Hit) =>
    a.column.newest < b.column.newest ? 1 : a.column.newest > b.column.newest ? -1 : a.column.id - b.column.id;
  switch (query.sort) {
    case 'name':
      return () => 0; // The columns stand in that order already, and sorting keeps it among equals.
    case 'distance':
      return (a, b) => (a.distanceKm ?? 0) - (b.distanceKm ?? 0);
    case 'newest':
      return newest;
    case 'relevance':
      if (wordsOf(query.text).length > 0) return (a, b) => a.rank - b.rank;
      return query.kind === 'slots' ? newest : (a, b) => b.column.weight - a.column.weight;
  }
}

function toHit({ column, distanceKm }: Hit): SearchResult['hits'][number] {
  return distanceKm === undefined
    ? { id: column.id }
    : { id: column.id, distanceKm: Math.round(distanceKm * 100) / 100 };
}
