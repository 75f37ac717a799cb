import type { Facet, SearchQuery, SearchResult } from '../engine.ts';
import type { Columns } from './columns.ts';
import type { FacetGroup } from './facet-group.ts';
import { Bits, countOf, type Ids, idsFrom, intersection, list } from './ids.ts';

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
 * The same for all documents under filters alone: what passes a filter is remembered as bits, and bits are put together
 * by the word.
 */
export function countFiltered(columns: Columns, filters: SearchQuery['filters'], room: Int32Array): Counted {
  const { facets: groups, present, count, size } = columns;
  const tests = (Object.keys(filters) as Facet[]).flatMap((facet) => {
    const group = groups.find(({ facets }) => facets.includes(facet));
    return group ? [{ facet, group, having: group.having(facet, filters[facet] ?? [], columns) }] : [];
  });
  const passing = tests.reduce<Bits>((left, { having }) => both(left, having, size), present);
  const total = passing.count;
  const isMost = total > count / 2;
  const listed = list(isMost ? without(present, passing, size) : passing, room);
  const timesOf = new Map(
    groups.map((group) => [group, isMost ? group.timesWithout(room, listed) : group.times(room, listed)]),
  );
  const facets = groups.map((group) => group.counts(timesOf.get(group) as Uint32Array));
  for (const { facet, group } of tests) {
    const others = tests.filter((test) => test.facet !== facet);
    const allowed = others.reduce<Bits>((left, { having }) => both(left, having, size), present);
    const times =
      others.length === 0
        ? group.timesWithout(room, 0)
        : added(timesOf.get(group) as Uint32Array, group.times(room, list(without(allowed, passing, size), room)));
    Object.assign(facets[groups.indexOf(group)] as object, group.counts(times, [facet]));
  }
  return { hits: fewOrBits(passing, total, size, room), total, facets: Object.assign({}, ...facets) };
}

function fewOrBits(bits: Bits, total: number, size: number, room: Int32Array): Ids {
  return total < size / 32 ? room.slice(0, list(bits, room)) : bits;
}

function both(a: Bits, b: Bits, size: number): Bits {
  return intersection(a, b, size) as Bits;
}

/**
 * Takes the documents that pass every facet's filter, and counts. One that fails exactly one facet's filter
 * counts for that facet only, which is what "counted with its own selection left out" means.
 */
export function countFacets(
  groups: FacetGroup[],
  filters: SearchQuery['filters'],
  ids: Int32Array,
  size: number,
): Counted {
  const tests = (Object.keys(filters) as Facet[]).flatMap((facet) => {
    const group = groups.find(({ facets }) => facets.includes(facet));
    return group ? [{ facet, codes: group.codes, failing: group.failing(facet, filters[facet] ?? []) }] : [];
  });
  const { passing, nearly } = tests.length === 0 ? { passing: ids, nearly: [] } : partition(tests, ids);
  const facets = groups.map((group) => {
    const times = group.times(passing, passing.length);
    const counts = group.counts(times);
    for (const [test, { facet }] of tests.entries()) {
      if (!group.facets.includes(facet)) continue;
      const others = nearly[test] as Int32Array;
      Object.assign(counts, group.counts(added(times, group.times(others, others.length)), [facet]));
    }
    return counts;
  });
  return { hits: idsFrom(passing, size), total: passing.length, facets: Object.assign({}, ...facets) };
}

interface Test {
  codes: Uint16Array | Uint32Array;
  /** For each combination of values 1 where it fails. */
  failing: Uint8Array;
}

/** More filters than there are facets; one bit of a byte each. */
const MOST_TESTS = 8;

/**
 * Without a branch in its loops: whether a document passes cannot be foreseen, and a million wrong guesses are what
 * would cost.
 *
 * @returns the ids that pass all tests, and for each test the ids that fail only that one
 */
function partition(tests: Test[], ids: Int32Array): { passing: Int32Array; nearly: Int32Array[] } {
  const count = ids.length;
  const failures = new Uint8Array(count);
  for (const [test, { codes, failing }] of tests.slice(0, MOST_TESTS).entries())
    if (codes instanceof Uint16Array) mark16(codes, failing, ids, failures, test);
    else mark32(codes, failing, ids, failures, test);
  const sizes = new Uint32Array(1 << MOST_TESTS);
  for (let at = 0; at < count; at++) sizes[failures[at] as number] = (sizes[failures[at] as number] as number) + 1;

  // One after the other: those that pass, those that fail one test for each test, and one place for all the others.
  const next = new Uint32Array(1 << MOST_TESTS);
  const step = new Uint8Array(1 << MOST_TESTS);
  const wanted = [0, ...tests.map((_, test) => 1 << test)];
  let end = 0;
  for (const failure of wanted) {
    next[failure] = end;
    step[failure] = 1;
    end += sizes[failure] as number;
  }
  for (let failure = 0; failure < next.length; failure++) if (step[failure] === 0) next[failure] = end;
  const sorted = new Int32Array(end + 1);
  for (let at = 0; at < count; at++) {
    const failure = failures[at] as number;
    const place = next[failure] as number;
    sorted[place] = ids[at] as number;
    next[failure] = place + (step[failure] as number);
  }
  return {
    passing: sorted.subarray(0, sizes[0]),
    nearly: tests.map((_, test) => {
      const to = next[1 << test] as number;
      return sorted.subarray(to - (sizes[1 << test] as number), to);
    }),
  };
}

/* Twice the same loop: each only ever sees one kind of array, which makes it several times as fast. */

function mark16(codes: Uint16Array, failing: Uint8Array, ids: Int32Array, failures: Uint8Array, test: number): void {
  for (let at = 0; at < ids.length; at++)
    failures[at] = (failures[at] as number) | ((failing[codes[ids[at] as number] as number] as number) << test);
}

function mark32(codes: Uint32Array, failing: Uint8Array, ids: Int32Array, failures: Uint8Array, test: number): void {
  for (let at = 0; at < ids.length; at++)
    failures[at] = (failures[at] as number) | ((failing[codes[ids[at] as number] as number] as number) << test);
}

function added(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((value, at) => value + (b[at] as number));
}

function without(all: Bits, some: Bits, size: number): Bits {
  const left = new Bits(size);
  for (let at = 0; at < left.words.length; at++) left.words[at] = (all.words[at] ?? 0) & ~(some.words[at] ?? 0);
  return left;
}
