import { Bits, countOf, eachOf, has, type Ids, intersection } from './ids.ts';
import type { ReadingMatch } from './matching.ts';
import { windowOf } from './window.ts';

/** Which places of a list are wanted: from this one up to, not with, that one. */
export interface Places {
  from: number;
  to: number;
}

/** From this share of all documents on, hits are looked for in an order; below, they are sorted. */
const MANY = 1 / 32;

/**
 * The hits of the wanted places.
 *
 * @param order all documents in the wanted order
 * @param keyOf sorts as the order does, the lowest first; equals go by id
 */
export function pageInOrder(
  hits: Ids,
  order: Int32Array,
  keyOf: (id: number) => number,
  { from, to }: Places,
): number[] {
  const count = countOf(hits);
  if (from >= count) return [];
  if (count === order.length) return [...order.subarray(from, to)];
  if (count < order.length * MANY) {
    const ids = new Int32Array(count);
    const keys = new Float64Array(count);
    let at = 0;
    eachOf(hits, (id) => {
      ids[at] = id;
      keys[at++] = keyOf(id);
    });
    return windowOf(ids, keys, count, from, to);
  }
  const page: number[] = [];
  let place = 0;
  for (let at = 0; at < order.length && place < to; at++) {
    const id = order[at] as number;
    if (!has(hits, id)) continue;
    if (place++ >= from) page.push(id);
  }
  return page;
}

/** The hits of the wanted places when each has a key of its own: distances, or scores. */
export function pageByKey(
  hits: Int32Array,
  count: number,
  keyOf: (id: number) => number,
  { from, to }: Places,
): number[] {
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at++) keys[at] = keyOf(hits[at] as number);
  return windowOf(hits.slice(0, count), keys, count, from, to);
}

/** Some words each found in one way, and what the documents that are found so are worth. */
interface Bucket {
  score: number;
  sets: Ids[];
}

/** With more ways than this of being found, rating each hit is quicker. */
const MOST_BUCKETS = 400;

/**
 * The hits of the wanted places, the best first and equals in `order`: goes through the ways in which all words can have
 * been found, from the worthiest down, until the page is full. Nothing where there are too many ways.
 */
export function pageByWorth(
  hits: Ids,
  readings: ReadingMatch[],
  order: Int32Array,
  rank: Int32Array,
  { from, to }: Places,
  size: number,
): number[] | undefined {
  const buckets = bucketsOf(readings);
  if (!buckets) return undefined;
  const left = copyOf(hits, size);
  const page: number[] = [];
  let place = 0;
  for (let at = 0; at < buckets.length && place < to; ) {
    const { score } = buckets[at] as Bucket;
    // Ways of one worth are one: their documents stand among each other.
    let found: Ids = new Int32Array(0);
    for (; at < buckets.length && (buckets[at] as Bucket).score === score; at++) {
      const ids = (buckets[at] as Bucket).sets.reduce((a, b) => intersection(a, b, size), left as Ids);
      found = countOf(found) === 0 ? ids : joined(found, ids, size);
    }
    const count = countOf(found);
    if (count === 0) continue;
    page.push(
      ...pageInOrder(found, order, (id) => rank[id] as number, { from: Math.max(0, from - place), to: to - place }),
    );
    place += count;
    eachOf(found, (id) => left.remove(id));
  }
  return page;
}

function bucketsOf(readings: ReadingMatch[]): Bucket[] | undefined {
  const buckets: Bucket[] = [];
  for (const { tiers, factor } of readings) {
    const ways = tiers.reduce((product, ofWord) => product * ofWord.length, 1);
    if (buckets.length + ways > MOST_BUCKETS) return undefined;
    const combined = tiers.reduce<Bucket[]>(
      (before, ofWord) =>
        before.flatMap(({ score, sets }) =>
          ofWord.map((tier) => ({ score: score + tier.worth, sets: [...sets, tier.ids] })),
        ),
      [{ score: 0, sets: [] }],
    );
    buckets.push(...combined.map(({ score, sets }) => ({ score: roundScore(score * factor), sets })));
  }
  return buckets.sort((a, b) => b.score - a.score);
}

/** Scores that differ by less are one. */
export const roundScore = (score: number): number => Math.round(score * 10_000);

function copyOf(hits: Ids, size: number): Bits {
  const copy = new Bits(size);
  if (hits instanceof Bits) copy.words.set(hits.words.subarray(0, copy.words.length));
  else for (const id of hits) copy.add(id);
  return copy;
}

function joined(a: Ids, b: Ids, size: number): Ids {
  const both = copyOf(a, size);
  eachOf(b, (id) => both.add(id));
  return both;
}
