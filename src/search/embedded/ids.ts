/**
 * A set of ids: few as a sorted array, many as one bit for each id that there is. Ids of rows are counted up from 1, so
 * an id is its own place in every column.
 */
export type Ids = Int32Array | Bits;

export class Bits {
  readonly words: Uint32Array;
  #count = -1;

  /** @param size one more than the highest id */
  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.words = words;
  }

  has(id: number): boolean {
    return ((this.words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  add(id: number): void {
    this.words[id >>> 5] = (this.words[id >>> 5] ?? 0) | (1 << (id & 31));
    this.#count = -1;
  }

  remove(id: number): void {
    this.words[id >>> 5] = (this.words[id >>> 5] ?? 0) & ~(1 << (id & 31));
    this.#count = -1;
  }

  get count(): number {
    if (this.#count < 0) this.#count = this.words.reduce((sum, word) => sum + bitsIn(word), 0);
    return this.#count;
  }
}

/** From this share of all ids on, bits are smaller than an array. */
const MANY = 1 / 32;

export const countOf = (ids: Ids): number => (ids instanceof Bits ? ids.count : ids.length);
export const bytesOf = (ids: Ids): number => (ids instanceof Bits ? ids.words.byteLength : ids.byteLength);

/** @param sorted without repeats */
export function idsFrom(sorted: Int32Array, size: number): Ids {
  if (sorted.length < size * MANY) return sorted;
  const bits = new Bits(size);
  for (const id of sorted) bits.words[id >>> 5] = (bits.words[id >>> 5] as number) | (1 << (id & 31));
  return bits;
}

export function has(ids: Ids, id: number): boolean {
  if (ids instanceof Bits) return ids.has(id);
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id;
}

export function union(sets: Ids[], size: number): Ids {
  const [only, ...more] = sets.filter((set) => !(set instanceof Int32Array) || set.length > 0);
  if (!only) return new Int32Array(0);
  if (more.length === 0) return only;
  const all = [only, ...more];
  const total = all.reduce((sum, set) => sum + (set instanceof Bits ? size : set.length), 0);
  if (total < size * MANY) {
    const merged = new Int32Array(total);
    let at = 0;
    for (const set of all) {
      merged.set(set as Int32Array, at);
      at += (set as Int32Array).length;
    }
    return withoutRepeats(merged.sort());
  }
  const bits = new Bits(size);
  for (const set of all) addAll(bits.words, set);
  return bits;
}

export function intersection(a: Ids, b: Ids, size: number): Ids {
  if (a instanceof Bits && b instanceof Bits) {
    const words = new Uint32Array((size + 31) >>> 5);
    const length = Math.min(a.words.length, b.words.length, words.length);
    for (let at = 0; at < length; at++) words[at] = (a.words[at] as number) & (b.words[at] as number);
    return new Bits(size, words);
  }
  if (a instanceof Bits || (!(b instanceof Bits) && b.length < a.length)) return intersection(b, a, size);
  const kept = new Int32Array(a.length);
  let count = 0;
  for (const id of a) if (has(b, id)) kept[count++] = id;
  return kept.subarray(0, count);
}

/** Writes the ids in their order into `into`. @returns how many they are */
export function list(ids: Ids, into: Int32Array): number {
  if (!(ids instanceof Bits)) {
    into.set(ids);
    return ids.length;
  }
  let count = 0;
  for (let at = 0; at < ids.words.length; at++) {
    let word = ids.words[at] as number;
    while (word !== 0) {
      const bit = word & -word;
      into[count++] = (at << 5) + 31 - Math.clz32(bit);
      word ^= bit;
    }
  }
  return count;
}

/** Visits the ids in their order. */
export function eachOf(ids: Ids, visit: (id: number) => void): void {
  if (!(ids instanceof Bits)) {
    for (const id of ids) visit(id);
    return;
  }
  for (let at = 0; at < ids.words.length; at++) {
    let word = ids.words[at] as number;
    while (word !== 0) {
      const bit = word & -word;
      visit((at << 5) + 31 - Math.clz32(bit));
      word ^= bit;
    }
  }
}

function addAll(words: Uint32Array, set: Ids): void {
  if (set instanceof Bits) {
    const length = Math.min(words.length, set.words.length);
    for (let at = 0; at < length; at++) words[at] = (words[at] as number) | (set.words[at] as number);
  } else {
    for (const id of set) words[id >>> 5] = (words[id >>> 5] as number) | (1 << (id & 31));
  }
}

function withoutRepeats(sorted: Int32Array): Int32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  return sorted.slice(0, count);
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
