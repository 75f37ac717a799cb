/** Sets of ids that repeat, each known by a number: what a search asks of them, it asks of each set once. */
export class Sets {
  readonly #numbers = new Map<string, number>();
  readonly #members: string[][] = [];

  /** @param joined the ids in one order, commas between them; nothing is the empty set */
  numberOf(joined: string | null): number {
    const key = joined ?? '';
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#members.length;
    this.#numbers.set(key, number);
    this.#members.push(key === '' ? [] : key.split(','));
    return number;
  }

  /** For each set, by its number, what is said of its members. */
  map(say: (members: readonly string[]) => number): Uint32Array {
    return Uint32Array.from(this.#members, say);
  }
}

/** For each set 1 where it has one of these, or where none is asked for. */
export const havingAny = (sets: Sets, wanted: readonly string[]): Uint32Array =>
  sets.map((members) => Number(wanted.length === 0 || members.some((one) => wanted.includes(one))));

/** For each set a bit for each of these that it has. */
export const bitsOf = (sets: Sets, wanted: readonly string[]): Uint32Array =>
  sets.map((members) => wanted.reduce((bits, one, at) => (members.includes(one) ? bits | (1 << at) : bits), 0));

export function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
