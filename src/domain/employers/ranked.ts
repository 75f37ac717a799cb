import { windowOf } from '#search/embedded/window.ts';
import type { Asked } from './asked.ts';
import type { Columns } from './columns.ts';
import { type EmployerState, Judge, type RankedEmployer } from './judge.ts';
import { NearMisses, type WayOut } from './misses.ts';
import type { EmployerQuery } from './query.ts';
import { rankKey } from './ranking.ts';

export interface Ranked {
  total: number;
  /** How many there are of each, whichever of them are shown. */
  counts: Record<EmployerState, number>;
  /** Of the page that was asked for. */
  employers: RankedEmployer[];
  /** Of a search that found nothing: what it could let go of, and how many it would then find. */
  waysOut: WayOut[];
}

/** Goes through all organisations, and puts those that fit in order. */
export class Ranking {
  readonly #columns: Columns;
  #ids = new Int32Array(0);
  #keys = new Float64Array(0);

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  page(asked: Asked, query: EmployerQuery): Ranked {
    const { offers } = query;
    const size = this.#columns.organisations.sector.length;
    if (this.#ids.length < size) [this.#ids, this.#keys] = [new Int32Array(size), new Float64Array(size)];
    const judge = new Judge(this.#columns, asked, query);
    const counts = { open: 0, willing: 0 };
    let total = 0;
    for (let id = 1; id < size; id++) {
      if (!judge.judge(id)) continue;
      const state = judge.isOpen ? 'open' : 'willing';
      counts[state]++;
      if (offers !== 'both' && offers !== state) continue;
      this.#ids[total] = id;
      this.#keys[total++] = rankKey(judge.score);
    }
    const from = (query.page - 1) * query.pageSize;
    const ids = windowOf(this.#ids, this.#keys, total, from, from + query.pageSize);
    const waysOut = total === 0 ? this.#waysOut(asked, query) : [];
    return { total, counts, employers: ids.map((id) => judge.employer(id)), waysOut };
  }

  #waysOut(asked: Asked, query: EmployerQuery): WayOut[] {
    const judge = new Judge(this.#columns, asked, query, true);
    const near = new NearMisses(query);
    for (let id = 1; id < this.#columns.organisations.sector.length; id++) {
      if (judge.judge(id)) near.offers++;
      near.count(judge, query.offers);
    }
    return near.waysOut();
  }
}
