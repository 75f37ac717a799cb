import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import type { SearchQuery, SearchResult } from '../engine.ts';
import type { Understood } from '../text/query.ts';
import { Columns } from './columns.ts';
import { type Counted, countEverything, countFacets, countFiltered } from './counting.ts';
import { frequentTokens } from './frequent.ts';
import { countOf, type Ids, list } from './ids.ts';
import { Matching, type ReadingMatch } from './matching.ts';
import { type Places, pageByKey, pageByWorth, pageInOrder, roundScore } from './page.ts';
import { Postings } from './postings.ts';
import { Scores } from './scores.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All documents of one kind, ready to be searched. */
export class Shelf {
  readonly #db: Db;
  readonly #kind: SearchKind;
  readonly #columns: Columns;
  readonly #postings: Postings;
  readonly #matching: Matching;
  readonly #scores = new Scores();
  /** Room for the ids that a search goes through. */
  #ids: Int32Array = new Int32Array(0);
  /** What a search that narrows nothing finds. */
  #everything: Counted | undefined;

  constructor(db: Db, kind: SearchKind, vocabulary: Vocabulary) {
    this.#db = db;
    this.#kind = kind;
    this.#columns = new Columns(db, kind);
    this.#postings = new Postings(db, kind);
    this.#matching = new Matching(this.#columns, this.#postings, vocabulary);
  }

  search(query: SearchQuery, understood: Understood): Pick<SearchResult, 'total' | 'hits' | 'facets'> {
    this.#follow();
    const found = this.#matching.find(understood);
    const { hits, total, facets } = this.#counted(query, found?.ids);
    const isTextless = understood.code !== undefined || found === undefined;
    const page = total === 0 ? [] : this.#page(query, hits, total, found?.readings ?? [], isTextless);
    return { total, facets, hits: page.map((id) => this.#toHit(id, query)) };
  }

  /** The ids of those that a text names, however far it is typed, the best first. */
  named({ code, readings: [reading] }: Understood, most: number): number[] {
    this.#follow();
    const { size } = this.#columns;
    const places = { from: 0, to: most };
    if (code) {
      const ids = this.#matching.find({ code, readings: [] })?.ids ?? new Int32Array(0);
      return pageInOrder(ids, this.#columns.orders.byName, (id) => this.#columns.orders.nameRank[id] as number, places);
    }
    if (!reading) return [];
    const match = this.#matching.named(reading);
    const total = countOf(match.ids);
    return total === 0 ? [] : this.#pageByWorth(match.ids, total, [match], places, size);
  }

  /** The ids of all that a text finds; nothing where it narrows nothing. */
  matching(understood: Understood): Ids | undefined {
    this.#follow();
    return this.#matching.find(understood)?.ids;
  }

  /** Reads ahead what most searches need and what takes long to read: the documents of the most frequent tokens. */
  async warm(pause: () => Promise<void>): Promise<void> {
    this.#follow();
    if (this.#columns.count < WORTH_WARMING) return;
    for (const token of frequentTokens(this.#db, this.#kind, this.#columns.all())) {
      await this.#postings.readAhead(token, this.#columns.size, pause);
    }
  }

  #follow(): void {
    const changed = this.#columns.refresh();
    if (changed?.length === 0) return;
    this.#postings.follow(changed);
    this.#everything = undefined;
    if (this.#ids.length < this.#columns.size) this.#ids = new Int32Array(this.#columns.size);
  }

  #counted(query: SearchQuery, found: Ids | undefined): Counted {
    const { present, facets, cells } = this.#columns;
    const isNarrowed =
      query.hoursMax !== undefined ||
      query.growsTo !== undefined ||
      query.area !== undefined ||
      Object.keys(query.filters).length > 0;
    if (!isNarrowed && found) return countEverything(this.#columns, found, this.#ids);
    if (!isNarrowed) {
      this.#everything ??= countEverything(this.#columns, present, this.#ids);
      return this.#everything;
    }
    const isWhole = !found && query.hoursMax === undefined && query.growsTo === undefined;
    if (isWhole && !query.area) return countFiltered(this.#columns, query.filters, this.#ids);
    if (isWhole && query.area) {
      const ids = cells.allWithin(query.area, present, this.#columns.size, this.#ids);
      return countFacets(facets, query.filters, ids, this.#columns.size);
    }
    let ids = found ? this.#ids.subarray(0, list(found, this.#ids)) : this.#columns.all();
    if (query.hoursMax !== undefined) ids = this.#withinHours(query.hoursMax, ids);
    if (query.growsTo !== undefined) ids = this.#growingTo(query.growsTo, ids);
    if (query.area) ids = cells.within(query.area, ids, this.#ids);
    return countFacets(facets, query.filters, ids, this.#columns.size);
  }

  #withinHours(most: number, ids: Int32Array): Int32Array {
    const { hours } = this.#columns;
    let kept = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      this.#ids[kept] = id;
      // Not a number where there are no hours: then nothing is too much.
      kept += Number(!((hours[id] as number) > most));
    }
    return this.#ids.subarray(0, kept);
  }

  #growingTo(least: number, ids: Int32Array): Int32Array {
    const { growsTo } = this.#columns;
    let kept = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      this.#ids[kept] = id;
      // Not a number where nothing grows: that is never enough.
      kept += Number((growsTo[id] as number) >= least);
    }
    return this.#ids.subarray(0, kept);
  }

  #page(query: SearchQuery, hits: Ids, total: number, readings: ReadingMatch[], isTextless: boolean): number[] {
    const { orders, newest, cells, size } = this.#columns;
    const from = (query.page - 1) * query.pageSize;
    const places: Places = { from, to: from + query.pageSize };
    const { area } = query;
    if (query.sort === 'newest' || (query.sort === 'relevance' && isTextless && query.kind === 'slots'))
      return pageInOrder(hits, orders.byNewest, (id) => -(newest[id] as number), places);
    if (query.sort === 'distance' && area) {
      const metresTo = cells.metresTo(area);
      list(hits, this.#ids);
      return pageByKey(this.#ids, total, (id) => metresTo(id) * RANKS + (orders.nameRank[id] as number), places);
    }
    if (query.sort !== 'relevance')
      return pageInOrder(hits, orders.byName, (id) => orders.nameRank[id] as number, places);
    if (isTextless) return pageInOrder(hits, orders.byWeight, (id) => orders.weightRank[id] as number, places);
    return this.#pageByWorth(hits, total, readings, places, size);
  }

  #pageByWorth(hits: Ids, total: number, readings: ReadingMatch[], places: Places, size: number): number[] {
    const { byWeight, weightRank } = this.#columns.orders;
    const page = total > FEW_HITS ? pageByWorth(hits, readings, byWeight, weightRank, places, size) : undefined;
    if (page) return page;
    list(hits, this.#ids);
    this.#scores.rate(readings, this.#ids, total, size);
    const keyOf = (id: number) => -roundScore(this.#scores.of(id)) * RANKS + (weightRank[id] as number);
    return pageByKey(this.#ids, total, keyOf, places);
  }

  #toHit(id: number, { area }: SearchQuery): SearchResult['hits'][number] {
    return area ? { id, distanceKm: Math.round(this.#columns.cells.distanceKm(id, area) * 100) / 100 } : { id };
  }
}

/** Of fewer documents nothing takes long to read. */
const WORTH_WARMING = 50_000;
/** Up to so many hits are rated one by one. */
const FEW_HITS = 1_000;
/** A key is put together from a number and a rank below this, so that one number sorts by both. */
const RANKS = 2 ** 26;
