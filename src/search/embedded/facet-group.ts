import type { SearchKind } from '#db/schema/search.ts';
import { FACETS, type Facet } from '../engine.ts';
import { Bits } from './ids.ts';

/**
 * Facets that are kept in one column: where their values are few, so are the combinations, and a document is counted
 * once for all of them.
 */
export const FACET_GROUPS: Record<SearchKind, Facet[][]> = {
  organisations: [['sector', 'rsv', 'hasOpenSlots', 'network'], ['theme', 'scheme'], ['sdg'], ['municipality']],
  slots: [['scheme', 'sector', 'leadsToJob', 'network'], ['support'], ['sdg'], ['municipality']],
};

/** How many filters' documents are remembered, each as a bit for every document. */
const MOST_REMEMBERED = 24;

export type FacetCounts = Partial<Record<Facet, Record<string, number>>>;

/**
 * Some facets of all documents: for each document the number of its combination of values. Combinations repeat, so
 * filtering and counting look at each of them once, and at each document for one number only.
 */
export class FacetGroup {
  readonly facets: Facet[];
  /** Where each facet of the group stands in the text of all facets. */
  readonly #places: number[];
  readonly #numbers = new Map<string, number>();
  /** The values of all combinations one after the other, as places in `#values`; and where each one's begin. */
  #members: Uint16Array = new Uint16Array(256);
  #begins: Uint32Array = new Uint32Array(64);
  readonly #values: { facet: Facet; value: string }[] = [];
  readonly #valuePlaces = new Map<string, number>();
  /** The combination of each document by its id. */
  codes: Uint16Array | Uint32Array = new Uint16Array(0);
  /** How many documents have each combination. */
  #all: Uint32Array = new Uint32Array(64);
  /** Which documents have which values, of those that were filtered by; until a document changes. */
  readonly #having = new Map<string, Bits>();

  constructor(kind: SearchKind, facets: Facet[]) {
    this.facets = facets;
    this.#places = facets.map((facet) => (FACETS[kind] as readonly Facet[]).indexOf(facet));
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** @param all the texts of all facets in the order of `FACETS`, values separated by commas */
  put(id: number, all: string[]): void {
    this.#having.clear();
    const number = this.#numberOf(this.#places.map((place) => all[place] ?? ''));
    this.codes[id] = number;
    this.#all[number] = (this.#all[number] as number) + 1;
  }

  takeAway(id: number): void {
    this.#having.clear();
    const number = this.codes[id] as number;
    this.#all[number] = (this.#all[number] as number) - 1;
  }

  grow(size: number): void {
    const grown = this.codes instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
    grown.set(this.codes);
    this.codes = grown;
  }

  /** The documents that have one of these values. Not to be written into. */
  having(facet: Facet, values: readonly string[], { present, size }: { present: Bits; size: number }): Bits {
    const key = JSON.stringify([facet, ...values]);
    const known = this.#having.get(key);
    if (known) return known;
    const bits = new Bits(size);
    const failing = this.failing(facet, values);
    const { codes } = this;
    if (codes instanceof Uint16Array) mark16(codes, failing, bits.words);
    else mark32(codes, failing, bits.words);
    for (let at = 0; at < bits.words.length; at++)
      bits.words[at] = (bits.words[at] as number) & (present.words[at] as number);
    if (this.#having.size >= MOST_REMEMBERED) this.#having.clear();
    this.#having.set(key, bits);
    return bits;
  }

  /** For each combination 1 where it has none of these values. */
  failing(facet: Facet, values: readonly string[]): Uint8Array {
    const fails = new Uint8Array(this.#values.length).fill(1);
    for (const value of values) {
      const place = this.#valuePlaces.get(`${facet}:${value}`);
      if (place !== undefined) fails[place] = 0;
    }
    const failing = new Uint8Array(this.size).fill(1);
    for (let number = 0; number < failing.length; number++)
      for (let at = this.#begins[number] as number; at < (this.#begins[number + 1] as number); at++)
        failing[number] = (failing[number] as number) & (fails[this.#members[at] as number] as number);
    return failing;
  }

  /** How often each combination is among these documents. @param count how many of `ids` there are */
  times(ids: Int32Array, count: number): Uint32Array {
    const times = new Uint32Array(this.size);
    const { codes } = this;
    if (codes instanceof Uint16Array) tally16(codes, ids, count, times);
    else tally32(codes, ids, count, times);
    return times;
  }

  /** How often each combination is among all documents but these. */
  timesWithout(ids: Int32Array, count: number): Uint32Array {
    const times = this.times(ids, count);
    for (let number = 0; number < times.length; number++)
      times[number] = (this.#all[number] as number) - (times[number] as number);
    return times;
  }

  /** Adds up how often each value is there, from how often each combination is. */
  counts(times: Uint32Array, facets: readonly Facet[] = this.facets): FacetCounts {
    const sums = new Uint32Array(this.#values.length);
    for (let number = 0; number < times.length; number++) {
      const count = times[number] as number;
      if (count === 0) continue;
      for (let at = this.#begins[number] as number; at < (this.#begins[number + 1] as number); at++) {
        const place = this.#members[at] as number;
        sums[place] = (sums[place] as number) + count;
      }
    }
    const counts: FacetCounts = Object.fromEntries(facets.map((facet) => [facet, {}]));
    for (const [place, { facet, value }] of this.#values.entries()) {
      const ofFacet = counts[facet];
      if (ofFacet && sums[place]) ofFacet[value] = sums[place];
    }
    return counts;
  }

  #numberOf(texts: string[]): number {
    const key = texts.length === 1 ? (texts[0] as string) : texts.join('|');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.size;
    const places = texts.flatMap((text, index) =>
      text === '' ? [] : text.split(',').map((value) => this.#placeOf(this.facets[index] as Facet, value)),
    );
    this.#numbers.set(key, number);
    const begin = this.#begins[number] as number;
    if (begin + places.length > this.#members.length)
      this.#members = copied(this.#members, new Uint16Array(this.#members.length * 2 + places.length));
    if (number + 1 >= this.#begins.length)
      this.#begins = copied(this.#begins, new Uint32Array(this.#begins.length * 2));
    this.#members.set(places, begin);
    this.#begins[number + 1] = begin + places.length;
    if (number > 0xffff && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes);
    if (number >= this.#all.length) this.#all = copied(this.#all, new Uint32Array(this.#all.length * 2));
    return number;
  }

  #placeOf(facet: Facet, value: string): number {
    const key = `${facet}:${value}`;
    const known = this.#valuePlaces.get(key);
    if (known !== undefined) return known;
    const place = this.#values.length;
    this.#values.push({ facet, value });
    this.#valuePlaces.set(key, place);
    return place;
  }
}

function copied<Column extends Uint16Array | Uint32Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}

/* Each loop twice: one only ever sees one kind of array, which makes it several times as fast. */

function mark16(codes: Uint16Array, failing: Uint8Array, words: Uint32Array): void {
  for (let id = 0; id < codes.length; id++)
    words[id >>> 5] = (words[id >>> 5] as number) | (((failing[codes[id] as number] as number) ^ 1) << (id & 31));
}

function mark32(codes: Uint32Array, failing: Uint8Array, words: Uint32Array): void {
  for (let id = 0; id < codes.length; id++)
    words[id >>> 5] = (words[id >>> 5] as number) | (((failing[codes[id] as number] as number) ^ 1) << (id & 31));
}

function tally16(codes: Uint16Array, ids: Int32Array, count: number, times: Uint32Array): void {
  for (let at = 0; at < count; at++) {
    const code = codes[ids[at] as number] as number;
    times[code] = (times[code] as number) + 1;
  }
}

function tally32(codes: Uint32Array, ids: Int32Array, count: number, times: Uint32Array): void {
  for (let at = 0; at < count; at++) {
    const code = codes[ids[at] as number] as number;
    times[code] = (times[code] as number) + 1;
  }
}
