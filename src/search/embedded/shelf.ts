import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import type { Facet, SearchQuery, SearchResult } from '../engine.ts';
import type { Understood } from '../text/query.ts';
import { Columns } from './columns.ts';
import { countSets } from './facet-column.ts';
import { list } from './ids.ts';
import { Matching } from './matching.ts';
import { Postings } from './postings.ts';
import { Scores } from './scores.ts';
import type { Vocabulary } from './vocabulary.ts';
import { windowOf } from './window.ts';

/** All documents of one kind, ready to be searched. */
export class Shelf {
  readonly #columns: Columns;
  readonly #postings: Postings;
  readonly #matching: Matching;
  readonly #scores = new Scores();
  /** Room for the ids that a search goes through, and for their sorting. */
  #ids = new Int32Array(0);
  #keys = new Float64Array(0);
  #times = new Uint32Array(0);

  constructor(db: Db, kind: SearchKind, vocabulary: Vocabulary) {
    this.#columns = new Columns(db, kind);
    this.#postings = new Postings(db, kind);
    this.#matching = new Matching(this.#columns, this.#postings, vocabulary);
  }

  search(query: SearchQuery, understood: Understood): Pick<SearchResult, 'total' | 'hits' | 'facets'> {
    this.#postings.follow(this.#columns.refresh());
    if (this.#ids.length < this.#columns.size) {
      this.#ids = new Int32Array(this.#columns.size);
      this.#keys = new Float64Array(this.#columns.size);
    }
    const found = this.#matching.find(understood);
    let count = list(found?.ids ?? this.#columns.present, this.#ids);
    if (query.hoursMax !== undefined) count = this.#withinHours(query.hoursMax, count);
    if (query.area) count = this.#columns.cells.within(query.area, this.#ids, count);
    const { total, facets } = this.#filter(query.filters, count);
    const hits = this.#sorted(
      query,
      found?.readings ?? [],
      total,
      understood.code !== undefined || found === undefined,
    );
    return { total, facets, hits: hits.map((id) => this.#toHit(id, query)) };
  }

  #withinHours(most: number, count: number): number {
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const id = this.#ids[at] as number;
      // Not a number where there are no hours: then nothing is too much.
      if (!((this.#columns.hours[id] as number) > most)) this.#ids[kept++] = id;
    }
    return kept;
  }

  /**
   * Keeps the documents that pass every facet's filter, and counts. One that fails exactly one facet's filter counts for
   * that facet only, which is what "counted with its own selection left out" means.
   */
  #filter(filters: SearchQuery['filters'], count: number): { total: number; facets: SearchResult['facets'] } {
    const tests = this.#columns.facets
      .filter(({ name }) => filters[name])
      .map(({ name, column }) => ({ name, column, passing: column.passing(filters[name] as string[]) }));
    const nearly = new Map<Facet, Int32Array>();
    const total = tests.length === 0 ? count : this.#partition(tests, count, nearly);
    const facets = Object.fromEntries(
      this.#columns.facets.map(({ name, column }) => {
        if (this.#times.length < column.setCount) this.#times = new Uint32Array(column.setCount * 2);
        this.#times.fill(0, 0, column.setCount);
        countSets(column, this.#ids, total, this.#times);
        const others = nearly.get(name);
        if (others) countSets(column, others, others.length, this.#times);
        return [name, column.countsOf(this.#times)];
      }),
    );
    return { total, facets };
  }

  #partition(
    tests: { name: Facet; column: { codes: Uint16Array | Uint32Array }; passing: Uint8Array }[],
    count: number,
    nearly: Map<Facet, Int32Array>,
  ): number {
    const failed = tests.map(() => new Int32Array(count));
    const failures = tests.map(() => 0);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const id = this.#ids[at] as number;
      let only = -1;
      for (let test = 0; test < tests.length; test++) {
        const { column, passing } = tests[test] as (typeof tests)[number];
        if (passing[column.codes[id] as number] === 1) continue;
        if (only >= 0) {
          only = tests.length;
          break;
        }
        only = test;
      }
      if (only < 0) this.#ids[kept++] = id;
      else if (only < tests.length) {
        (failed[only] as Int32Array)[failures[only] as number] = id;
        failures[only] = (failures[only] as number) + 1;
      }
    }
    for (const [test, { name }] of tests.entries())
      nearly.set(name, (failed[test] as Int32Array).subarray(0, failures[test]));
    return kept;
  }

  /** The ids of the wanted page. */
  #sorted(query: SearchQuery, readings: Parameters<Scores['rate']>[0], total: number, textless: boolean): number[] {
    const from = (query.page - 1) * query.pageSize;
    if (from >= total) return [];
    const { names, newest, weight, cells, size } = this.#columns;
    const { rank } = names;
    const fill = (keyOf: (id: number) => number): void => {
      for (let at = 0; at < total; at++) this.#keys[at] = keyOf(this.#ids[at] as number);
    };
    const byNewest = query.sort === 'newest' || (query.sort === 'relevance' && textless && query.kind === 'slots');
    if (byNewest) fill((id) => -(newest[id] as number));
    else if (query.sort === 'name') fill((id) => rank[id] as number);
    else if (query.sort === 'distance') {
      const { area } = query;
      fill((id) => (area ? Math.round(cells.distanceKm(id, area) * 1000) * RANKS : 0) + (rank[id] as number));
    } else {
      this.#scores.rate(readings, this.#ids, total, size);
      const scores = this.#scores;
      fill(
        (id) =>
          -((Math.round(scores.of(id) * STEPS) * WEIGHTS + (weight[id] as number)) * RANKS) + (rank[id] as number),
      );
    }
    return windowOf(this.#ids, this.#keys, total, from, from + query.pageSize);
  }

  #toHit(id: number, { area }: SearchQuery): SearchResult['hits'][number] {
    return area ? { id, distanceKm: Math.round(this.#columns.cells.distanceKm(id, area) * 100) / 100 } : { id };
  }
}

/** Keys are put together from numbers below these, so that one number sorts by several. */
const RANKS = 2 ** 26;
const WEIGHTS = 16;
/** Scores that differ by less are one. */
const STEPS = 10_000;
