import { Bits, countOf, has } from './ids.ts';
import type { ReadingMatch } from './matching.ts';

/** From this many hits on, going through a tier costs less than asking it about each hit. */
const MANY_HITS = 2_000;

/** What each hit is worth. Kept between searches, so that a search only touches the places of its hits. */
export class Scores {
  #best = new Float32Array(0);
  #sum = new Float32Array(0);
  #seen = new Uint8Array(0);

  /** Fills in the worth of these documents under the readings; `of` answers it until the next call. */
  rate(readings: ReadingMatch[], hits: Int32Array, count: number, size: number): void {
    if (this.#best.length < size) {
      this.#best = new Float32Array(size);
      this.#sum = new Float32Array(size);
      this.#seen = new Uint8Array(size);
    }
    for (let at = 0; at < count; at++) this.#best[hits[at] as number] = 0;
    for (const reading of readings) {
      if (countOf(reading.ids) === 0) continue;
      if (count < MANY_HITS) this.#rateHits(reading, hits, count);
      else this.#rateTiers(reading, hits, count, size);
    }
  }

  of(id: number): number {
    return this.#best[id] as number;
  }

  #rateHits({ tiers, ids, factor }: ReadingMatch, hits: Int32Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const id = hits[at] as number;
      if (!has(ids, id)) continue;
      let sum = 0;
      for (const ofWord of tiers) sum += ofWord.find((tier) => has(tier.ids, id))?.worth ?? 0;
      if (sum * factor > (this.#best[id] as number)) this.#best[id] = sum * factor;
    }
  }

  #rateTiers({ tiers, ids, factor }: ReadingMatch, hits: Int32Array, count: number, size: number): void {
    const wanted = new Bits(size);
    for (let at = 0; at < count; at++) {
      const id = hits[at] as number;
      this.#sum[id] = 0;
      this.#seen[id] = 0;
      if (has(ids, id)) wanted.add(id);
    }
    for (const [word, ofWord] of tiers.entries()) {
      for (const tier of ofWord) {
        const rate = (id: number): void => {
          if (this.#seen[id] === word + 1) return;
          this.#seen[id] = word + 1;
          this.#sum[id] = (this.#sum[id] as number) + tier.worth;
        };
        if (tier.ids instanceof Bits) eachCommon(tier.ids, wanted, rate);
        else for (const id of tier.ids) if (wanted.has(id)) rate(id);
      }
    }
    for (let at = 0; at < count; at++) {
      const id = hits[at] as number;
      const sum = (this.#sum[id] as number) * factor;
      if (wanted.has(id) && sum > (this.#best[id] as number)) this.#best[id] = sum;
    }
  }
}

function eachCommon(a: Bits, b: Bits, visit: (id: number) => void): void {
  const length = Math.min(a.words.length, b.words.length);
  for (let at = 0; at < length; at++) {
    let word = ((a.words[at] as number) & (b.words[at] as number)) >>> 0;
    while (word !== 0) {
      const bit = word & -word;
      visit((at << 5) + 31 - Math.clz32(bit));
      word ^= bit;
    }
  }
}
