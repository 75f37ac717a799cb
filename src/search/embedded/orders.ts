import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';

/** What the documents are put in order by, besides their names. */
export interface OrderedBy {
  weight: Uint8Array;
  /** Milliseconds since 1970. */
  newest: Float64Array;
  /** One more than the highest id. */
  size: number;
}

/**
 * The documents in each order that lists are shown in: a page of many hits is read off, without sorting any. The tables
 * sort by name (`sortKey`, Danish); this only follows.
 */
export class Orders {
  readonly #db: Db;
  readonly #kind: SearchKind;
  /** Ids by name, and the place of each id. */
  byName: Int32Array = new Int32Array(0);
  nameRank: Int32Array = new Int32Array(0);
  /** The highest weight first, then by name. */
  byWeight: Int32Array = this.byName;
  weightRank: Int32Array = this.nameRank;
  /** The newest first, then by id. */
  byNewest: Int32Array = new Int32Array(0);

  constructor(db: Db, kind: SearchKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** @param changed the documents to put in their new places; nothing to read all anew */
  follow(changed: number[] | undefined, { weight, newest, size }: OrderedBy): void {
    this.byName = changed ? this.#moved(changed) : this.#all();
    this.nameRank = ranksOf(this.byName, this.nameRank, size);
    const heaviest = this.byName.reduce((most, id) => Math.max(most, weight[id] as number), 0);
    if (heaviest === 0) {
      this.byWeight = this.byName;
      this.weightRank = this.nameRank;
    } else {
      this.byWeight = byWeight(this.byName, weight, heaviest);
      this.weightRank = ranksOf(this.byWeight, this.weightRank === this.nameRank ? NONE : this.weightRank, size);
    }
    this.byNewest = changed
      ? mergedByNewest(this.byNewest, changed, this.nameRank, newest)
      : sortedByNewest(this.byName.toSorted(), newest);
  }

  #all(): Int32Array {
    const count = statement<{ count: number }>(this.#db, COUNT).get(this.#kind)?.count ?? 0;
    const order = new Int32Array(count);
    let at = 0;
    for (const id of statement<number>(this.#db, ALL).pluck().iterate(this.#kind)) order[at++] = id;
    return order;
  }

  /** Each changed document goes behind the one that the tables have before it. */
  #moved(changed: number[]): Int32Array {
    const gone = new Set(changed);
    const behind = new Map<number, number[]>();
    const present = statement<{ id: number; sortKey: string }>(this.#db, KEYS).all(this.#kind, JSON.stringify(changed));
    for (const { id, sortKey } of present) {
      const before = statement<number>(this.#db, BEFORE).pluck().get(this.#kind, sortKey, id) ?? 0;
      behind.set(before, [...(behind.get(before) ?? []), id]);
    }
    const order = new Int32Array(this.byName.length + present.length);
    let at = 0;
    const put = (id: number): void => {
      if (id !== 0) order[at++] = id;
      for (const next of behind.get(id) ?? []) put(next);
    };
    put(0);
    for (const id of this.byName) if (!gone.has(id)) put(id);
    return order.slice(0, at);
  }
}

const NONE = new Int32Array(0);
const ABSENT = -1;

const COUNT = 'select count(*) as count from search_columns where kind = ?';
const ALL = 'select entity_id from search_columns where kind = ? order by sort_key, entity_id';
const KEYS = `
  select entity_id as id, sort_key as sortKey from search_columns
  where kind = ? and entity_id in (select value from json_each(?)) order by sort_key, entity_id`;
const BEFORE = `
  select entity_id from search_columns where kind = ? and (sort_key, entity_id) < (?, ?)
  order by sort_key desc, entity_id desc limit 1`;

function ranksOf(order: Int32Array, into: Int32Array, size: number): Int32Array {
  const ranks = into.length < size ? new Int32Array(size) : into;
  ranks.fill(ABSENT);
  for (let at = 0; at < order.length; at++) ranks[order[at] as number] = at;
  return ranks;
}

function byWeight(byName: Int32Array, weight: Uint8Array, heaviest: number): Int32Array {
  const order = new Int32Array(byName.length);
  let at = 0;
  for (let wanted = heaviest; wanted >= 0; wanted--)
    for (const id of byName) if (weight[id] === wanted) order[at++] = id;
  return order;
}

/** Sorts the times, and then each id into the place of its time. @param ids ascending */
function sortedByNewest(ids: Int32Array, newest: Float64Array): Int32Array {
  const times = Float64Array.from(ids, (id) => -(newest[id] as number)).sort();
  const taken = new Uint32Array(ids.length);
  const order = new Int32Array(ids.length);
  for (const id of ids) {
    const place = firstNotBelow(times, -(newest[id] as number));
    order[place + (taken[place] as number)] = id;
    taken[place] = (taken[place] as number) + 1;
  }
  return order;
}

function mergedByNewest(order: Int32Array, changed: number[], present: Int32Array, newest: Float64Array): Int32Array {
  const gone = new Set(changed);
  const isBefore = (a: number, b: number) =>
    (newest[a] as number) > (newest[b] as number) || (newest[a] === newest[b] && a < b);
  const added = changed.filter((id) => (present[id] ?? ABSENT) >= 0).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const merged = new Int32Array(order.length + added.length);
  let at = 0;
  let next = 0;
  for (const id of order) {
    if (gone.has(id)) continue;
    while (next < added.length && isBefore(added[next] as number, id)) merged[at++] = added[next++] as number;
    merged[at++] = id;
  }
  while (next < added.length) merged[at++] = added[next++] as number;
  return merged.slice(0, at);
}

function firstNotBelow(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
