import type { EmployerQuery } from './query.ts';

/**
 * What somebody was looked for with and does not have, a bit for each part of a search. 0 fits; one bit alone is a part
 * that could be let go of, and whoever misses more than one thing is not looked at further.
 */
export const MISS = {
  text: 1,
  schemes: 2,
  sectors: 4,
  networks: 8,
  hours: 16,
  leadsToJob: 32,
  answersWithin: 64,
  heard: 128,
  support: 256,
  place: 512,
  /** More than one thing of one part. */
  more: 1024,
} as const;

export const isSeveral = (misses: number): boolean => (misses & (misses - 1)) !== 0;

/** Radii that a fruitless search is asked to try. */
export const WIDER_KM = [25, 50, 100];

/** One thing that a search could let go of, and how many it would then find. */
export type WayOut = { total: number } & (
  | { kind: 'text' | 'place' | 'hours' | 'leadsToJob' | 'answersWithin' | 'heard' | 'offers' }
  | { kind: 'radius'; radiusKm: number }
  | { kind: 'support'; value: string }
  /** All of its values at once: they are alternatives. */
  | { kind: 'schemes' | 'sectors' | 'networks' }
);

type PartKind =
  | 'text'
  | 'place'
  | 'hours'
  | 'leadsToJob'
  | 'answersWithin'
  | 'heard'
  | 'schemes'
  | 'sectors'
  | 'networks';
const PARTS: readonly PartKind[] = [
  'text',
  'place',
  'hours',
  'leadsToJob',
  'answersWithin',
  'heard',
  'schemes',
  'sectors',
  'networks',
];

/** What one organisation would be found without: parts, support facts by their place in the query, and wider radii. */
export class NearMiss {
  parts = 0;
  support = 0;
  wider = 0;

  clear(): void {
    this.parts = 0;
    this.support = 0;
    this.wider = 0;
  }

  /** @param support the facts that are missing @param km to it, where that is what it misses */
  add(misses: number, support: number, km: number): void {
    if (misses === 0 || isSeveral(misses)) return;
    this.parts |= misses;
    if (misses === MISS.support) this.support |= support;
    if (misses !== MISS.place) return;
    for (const [at, radius] of WIDER_KM.entries()) if (km <= radius) this.wider |= 1 << at;
  }
}

/** Counts over all organisations, of a search that found none. */
export class NearMisses {
  readonly #query: EmployerQuery;
  /** By the place of their bit. */
  readonly #parts = new Uint32Array(32);
  readonly #support = new Uint32Array(32);
  readonly #wider = new Uint32Array(32);
  /** Of those who fit, and are of the kind that is not shown. */
  offers = 0;

  constructor(query: EmployerQuery) {
    this.#query = query;
  }

  /** Of one that is not shown. With a slot that then fits it is no longer one without. */
  count(
    { nearOpen, nearWilling }: { nearOpen: NearMiss; nearWilling: NearMiss },
    offers: EmployerQuery['offers'],
  ): void {
    const of = (open: number, willing: number) => ({ both: open | willing, open, willing: willing & ~open })[offers];
    tally(of(nearOpen.parts, nearWilling.parts), this.#parts);
    tally(of(nearOpen.support, nearWilling.support), this.#support);
    tally(of(nearOpen.wider, nearWilling.wider), this.#wider);
  }

  /** The ways out that lead to something, the most first. */
  waysOut(): WayOut[] {
    const { support, area } = this.#query;
    const at = WIDER_KM.findIndex((km, place) => area && km > area.radiusKm && (this.#wider[place] ?? 0) > 0);
    const ways: WayOut[] = [
      ...PARTS.map((kind) => ({ kind, total: this.#parts[placeOf(MISS[kind])] ?? 0 })),
      ...support.map((value, place) => ({ kind: 'support' as const, value, total: this.#support[place] ?? 0 })),
      { kind: 'offers', total: this.offers },
      { kind: 'radius', radiusKm: WIDER_KM[at] ?? 0, total: this.#wider[at] ?? 0 },
    ];
    return ways.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }
}

function tally(bits: number, counts: Uint32Array): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const place = placeOf(left & -left);
    counts[place] = (counts[place] as number) + 1;
  }
}

const placeOf = (bit: number): number => 31 - Math.clz32(bit);
