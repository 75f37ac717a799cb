import type { Facet, SearchQuery, SearchResult } from '../engine.ts';
import type { Columns } from './columns.ts';
import type { FacetGroup } from './facet-group.ts';
import { Bits, countOf, type Ids, list } from './ids.ts';

export interface Counted {
  hits: Ids;
  total: number;
  facets: SearchResult['facets'];
}

/** Counts what was found, without a filter. Of more than half of all documents, the others are counted instead. */
export function countEverything({ present, facets, count, size }: Columns, hits: Ids, room: Int32Array): Counted {
  const total = countOf(hits);
  const isMost = hits instanceof Bits && total > count / 2;
  const others = isMost ? list(without(present, hits, size), room) : list(hits, room);
  const counts = facets.map((group) =>
    group.counts(isMost ? group.timesWithout(room, others) : group.times(room, others)),
  );
  return { hits, total, facets: Object.assign({}, ...counts) };
}

/**
 * Keeps the documents that pass every facet's filter, in place, and counts. One that fails exactly one facet's filter
 * counts for that facet only, which is what "counted with its own selection left out" means.
 *
 * @param count how many of `ids` there are
 */
export function countFacets(
  groups: FacetGroup[],
  filters: SearchQuery['filters'],
  ids: Int32Array,
  count: number,
): Pick<Counted, 'total' | 'facets'> {
  const tests = (Object.keys(filters) as Facet[]).flatMap((facet) => {
    const group = groups.find(({ facets }) => facets.includes(facet));
    return group ? [{ facet, codes: group.codes, passing: group.passing(facet, filters[facet] ?? []) }] : [];
  });
  const { total, nearly } = tests.length === 0 ? { total: count, nearly: [] } : partition(tests, ids, count);
  const facets = groups.map((group) => {
    const times = group.times(ids, total);
    const counts = group.counts(times);
    for (const [test, { facet }] of tests.entries()) {
      if (!group.facets.includes(facet)) continue;
      const others = nearly[test] as Int32Array;
      Object.assign(counts, group.counts(added(times, group.times(others, others.length)), [facet]));
    }
    return counts;
  });
  return { total, facets: Object.assign({}, ...facets) };
}

interface Test {
  codes: Uint16Array | Uint32Array;
  /** For each combination of values whether it passes. */
  passing: Uint8Array;
}

/** @returns how many pass all tests, and for each test the ids that fail only that one */
function partition(tests: Test[], ids: Int32Array, count: number): { total: number; nearly: Int32Array[] } {
  const failures = new Uint8Array(count);
  for (const [test, { codes, passing }] of tests.entries())
    if (codes instanceof Uint16Array) mark16(codes, passing, ids, count, failures, test + 1);
    else mark32(codes, passing, ids, count, failures, test + 1);
  const sizes = new Uint32Array(tests.length + 1);
  for (const failure of failures) if (failure <= tests.length) sizes[failure] = (sizes[failure] as number) + 1;
  const nearly = tests.map((_, test) => new Int32Array(sizes[test + 1] as number));
  const filled = new Uint32Array(tests.length);
  let total = 0;
  for (let at = 0; at < count; at++) {
    const failure = failures[at] as number;
    const id = ids[at] as number;
    if (failure === 0) ids[total++] = id;
    else if (failure <= tests.length) {
      const place = filled[failure - 1] as number;
      (nearly[failure - 1] as Int32Array)[place] = id;
      filled[failure - 1] = place + 1;
    }
  }
  return { total, nearly };
}

/** Fails more than one test. */
const SEVERAL = 255;

/* Twice the same loop: each only ever sees one kind of array, which makes it several times as fast. */

function mark16(
  codes: Uint16Array,
  passing: Uint8Array,
  ids: Int32Array,
  count: number,
  failures: Uint8Array,
  test: number,
) {
  for (let at = 0; at < count; at++)
    if (passing[codes[ids[at] as number] as number] === 0) failures[at] = failures[at] === 0 ? test : SEVERAL;
}

function mark32(
  codes: Uint32Array,
  passing: Uint8Array,
  ids: Int32Array,
  count: number,
  failures: Uint8Array,
  test: number,
) {
  for (let at = 0; at < count; at++)
    if (passing[codes[ids[at] as number] as number] === 0) failures[at] = failures[at] === 0 ? test : SEVERAL;
}

function added(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((value, at) => value + (b[at] as number));
}

function without(all: Bits, some: Bits, size: number): Bits {
  const left = new Bits(size);
  for (let at = 0; at < left.words.length; at++) left.words[at] = (all.words[at] ?? 0) & ~(some.words[at] ?? 0);
  return left;
}
