/**
 * One facet of all documents: for each document the number of its set of values. The sets repeat (half of all documents
 * have one network, or none), so filtering and counting look at each set once and at each document for one number.
 */
export class FacetColumn {
  readonly #numbers = new Map<string, number>([['', 0]]);
  /** The values of each set. */
  readonly #sets: string[][] = [[]];
  /** The set of each document by its id. */
  codes: Uint16Array | Uint32Array;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
  }

  get setCount(): number {
    return this.#sets.length;
  }

  /** @param values separated by commas */
  set(id: number, values: string): void {
    this.codes[id] = this.#numberOf(values);
  }

  grow(size: number): void {
    const grown = this.codes instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
    grown.set(this.codes);
    this.codes = grown;
  }

  /** For each set whether it has one of these values. */
  passing(values: readonly string[]): Uint8Array {
    const wanted = new Set(values);
    return Uint8Array.from(this.#sets, (set) => Number(set.some((value) => wanted.has(value))));
  }

  /** Adds up how often each value is there, from how often each set is. */
  countsOf(times: Uint32Array): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [number, set] of this.#sets.entries()) {
      const count = times[number] ?? 0;
      if (count === 0) continue;
      for (const value of set) counts[value] = (counts[value] ?? 0) + count;
    }
    return counts;
  }

  #numberOf(values: string): number {
    const known = this.#numbers.get(values);
    if (known !== undefined) return known;
    const number = this.#sets.length;
    this.#sets.push(values === '' ? [] : values.split(','));
    this.#numbers.set(values, number);
    if (number > 0xffff && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes);
    return number;
  }
}

/** How often each set is among these documents. @param count how many of `ids` there are */
export function countSets(column: FacetColumn, ids: Int32Array, count: number, times: Uint32Array): void {
  const { codes } = column;
  for (let at = 0; at < count; at++) {
    const code = codes[ids[at] as number] as number;
    times[code] = (times[code] as number) + 1;
  }
}
