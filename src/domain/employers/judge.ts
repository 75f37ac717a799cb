import { distanceKm } from '#domain/places/rules.ts';
import type { Asked } from './asked.ts';
import type { Columns } from './columns.ts';
import { isSeveral, MISS, NearMiss } from './misses.ts';
import type { EmployerQuery } from './query.ts';
import { distanceFactor, type Factors, scoreOf, sharesOf } from './ranking.ts';

/** With a slot that fits, or willing without one. */
export type EmployerState = 'open' | 'willing';

export interface RankedEmployer {
  /** Of the organisation. */
  id: number;
  state: EmployerState;
  score: number;
  factors: Factors;
  /** To the slot that fits best, or to the organisation; not there where no place was given. */
  distanceKm: number | undefined;
  /** Ids of the open slots that fit, the best first. */
  slots: number[];
}

const KM_PER_DEGREE = 111.2;
/** How far from the edge of the area a distance on a flat map is not believed. */
const DOUBT = 0.1;
const NOTHING = -1;
/** Whoever is willing only misses one fact where it is the only one that was asked for. */
const ONLY_FACT = 1;

/** Judges one organisation after the other by one search. What it found of the last is in its fields, to make no objects. */
export class Judge {
  readonly #columns: Columns;
  readonly #asked: Asked;
  readonly #shares: Factors;
  readonly #area: EmployerQuery['area'];
  readonly #kmPerLng: number;
  isOpen = false;
  score = 0;
  /** What it would have been found without, with a slot and willing. */
  readonly nearOpen = new NearMiss();
  readonly nearWilling = new NearMiss();

  readonly #looksForNear: boolean;

  /** @param looksForNear also for those that miss one thing only, which takes longer */
  constructor(columns: Columns, asked: Asked, { area, weights }: EmployerQuery, looksForNear = false) {
    this.#looksForNear = looksForNear;
    this.#columns = columns;
    this.#asked = asked;
    this.#shares = sharesOf(weights, area !== undefined);
    this.#area = area;
    this.#kmPerLng = area ? KM_PER_DEGREE * Math.cos((area.lat * Math.PI) / 180) : 0;
  }

  /** Whether it is one of those that are looked for. */
  judge(id: number): boolean {
    this.nearOpen.clear();
    this.nearWilling.clear();
    const { sector, firstSlot, willing, lat, lng, freshness, answers, fairness } = this.#columns.organisations;
    if (sector[id] === 0) return false;
    const misses = this.#asked.missesOf(id);
    if (this.#isTooMuch(misses)) return false;
    const { nextSlot } = this.#columns.slots;
    let [best, hasOpen] = [NOTHING, false];
    const first = firstSlot[id] as number;
    for (let slot = first; slot !== 0; slot = nextSlot[slot] as number) {
      if (!this.#asked.isOpen(slot)) continue;
      hasOpen = true;
      best = Math.max(best, this.#ofSlot(slot, id, misses));
    }
    this.isOpen = best !== NOTHING;
    // One that has other slots open has said what it wants now, unless it says that it can be asked beside them.
    if (!this.isOpen && (willing[id] === 1 || (first !== 0 && !hasOpen))) {
      const km = this.#flatKm(lat[id] as number, lng[id] as number);
      const missing = misses | this.#placeMiss(km) | this.#asked.missesOfWilling(id);
      if (missing !== 0) this.nearWilling.add(missing, ONLY_FACT, km);
      else best = this.#worth(this.#asked.fitOfWilling(id), km);
    }
    if (best === NOTHING) return false;
    this.score =
      best +
      (freshness[id] as number) * this.#shares.freshness +
      (answers[id] as number) * this.#shares.answers +
      (fairness[id] as number) * this.#shares.fairness;
    return true;
  }

  /** One that was judged to be looked for, with all that is shown of it. */
  employer(id: number): RankedEmployer {
    this.judge(id);
    const { freshness, answers, fairness, lat, lng } = this.#columns.organisations;
    const { slots } = this.#columns;
    const fitting = this.isOpen ? this.#fitting(id) : [];
    const [slot] = fitting;
    const km = slot === undefined ? this.#km(lat[id], lng[id]) : this.#km(slots.lat[slot], slots.lng[slot]);
    const factors = {
      fit: slot === undefined ? this.#asked.fitOfWilling(id) : this.#asked.fitOfSlot(slot, id),
      distance: km === undefined ? 0 : distanceFactor(km),
      freshness: freshness[id] as number,
      answers: answers[id] as number,
      fairness: fairness[id] as number,
    };
    return {
      id,
      state: this.isOpen ? 'open' : 'willing',
      score: scoreOf(factors, this.#shares),
      factors,
      distanceKm: km,
      slots: fitting,
    };
  }

  #fitting(id: number): number[] {
    const { nextSlot } = this.#columns.slots;
    const found: { slot: number; worth: number }[] = [];
    for (let slot = this.#columns.organisations.firstSlot[id] as number; slot !== 0; slot = nextSlot[slot] as number) {
      const worth = this.#asked.isOpen(slot) ? this.#ofSlot(slot, id, 0) : NOTHING;
      if (worth !== NOTHING) found.push({ slot, worth });
    }
    return found.sort((a, b) => b.worth - a.worth || a.slot - b.slot).map(({ slot }) => slot);
  }

  /** What a slot's fit and distance add to the score. */
  #ofSlot(slot: number, id: number, misses: number): number {
    const { lat, lng } = this.#columns.slots;
    const km = this.#flatKm(lat[slot] as number, lng[slot] as number);
    const near = misses | this.#placeMiss(km);
    if (this.#isTooMuch(near)) return NOTHING;
    const missing = near | this.#asked.missesOfSlot(slot, id);
    if (missing === 0) return this.#worth(this.#asked.fitOfSlot(slot, id), km);
    if (this.#looksForNear) this.nearOpen.add(missing, this.#asked.unsupported(slot, id), km);
    return NOTHING;
  }

  /** Nobody has to be looked at further who misses that. */
  #isTooMuch(misses: number): boolean {
    return this.#looksForNear ? isSeveral(misses) : misses !== 0;
  }

  #worth(fit: number, km: number): number {
    return fit * this.#shares.fit + (this.#area ? distanceFactor(km) * this.#shares.distance : 0);
  }

  /** Not a number where it has no place: then it is not within. */
  #placeMiss(km: number): number {
    return this.#area && !(km <= this.#area.radiusKm) ? MISS.place : 0;
  }

  /** As on a flat map, a tenth of the cost; measured where that could say another thing about the area. */
  #flatKm(lat: number, lng: number): number {
    if (!this.#area) return 0;
    const { radiusKm } = this.#area;
    const north = (lat - this.#area.lat) * KM_PER_DEGREE;
    const east = (lng - this.#area.lng) * this.#kmPerLng;
    const km = Math.sqrt(north * north + east * east);
    return Math.abs(km - radiusKm) < radiusKm * DOUBT ? distanceKm(this.#area, { lat, lng }) : km;
  }

  #km(lat: number | undefined, lng: number | undefined): number | undefined {
    return this.#area && lat !== undefined && lng !== undefined ? distanceKm(this.#area, { lat, lng }) : undefined;
  }
}
