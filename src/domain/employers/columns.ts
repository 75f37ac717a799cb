import type { Db } from '#db/open.ts';
import { SECTORS } from '#db/schema/organisations.ts';
import { answerRecords, receivedSince } from '#domain/enquiries/queries.ts';
import { addDays, dayNumber } from '#domain/time.ts';
import { lastHeard } from './heard.ts';
import { answersFactor, fairnessFactor, freshnessFactor, LATELY_DAYS } from './ranking.ts';
import {
  changedOrganisations,
  lastChange,
  type OrganisationRow,
  organisationRows,
  type SlotRow,
  slotRows,
} from './rows.ts';
import { Sets } from './sets.ts';

/** By id of the organisation. Days are counted from 1970; 0 is never. */
const organisationColumns = (size: number) => ({
  /** A place in `SECTORS` plus 1; 0 where there is no such organisation. */
  sector: new Uint8Array(size),
  /** Sets. */
  networks: new Uint32Array(size),
  support: new Uint32Array(size),
  /** The schemes that it says it is open to; the empty set where it does not say. */
  openTo: new Uint32Array(size),
  lat: new Float32Array(size),
  lng: new Float32Array(size),
  /** Whether it says that it can be asked, and for how many hours a week; not a number where it does not say. */
  willing: new Uint8Array(size),
  willingFrom: new Float32Array(size),
  willingTo: new Float32Array(size),
  /** The first of its slots, open or not; `nextSlot` has the others. 0 is none. */
  firstSlot: new Int32Array(size),
  heardOn: new Int32Array(size),
  /** Days that its answers take, by their middle; not a number without one. */
  medianDays: new Float32Array(size),
  freshness: new Float32Array(size),
  answers: new Float32Array(size),
  fairness: new Float32Array(size),
});

/** By id of the slot. */
const slotColumns = (size: number) => ({
  nextSlot: new Int32Array(size),
  /** The last day on which it is open, counted from 1970; 0 where it is paused, closed or full. */
  openUntil: new Int32Array(size),
  scheme: new Uint32Array(size),
  support: new Uint32Array(size),
  leadsToJob: new Uint8Array(size),
  hoursFrom: new Float32Array(size),
  hoursTo: new Float32Array(size),
  /** With its ladder. */
  reachFrom: new Float32Array(size),
  reachTo: new Float32Array(size),
  lat: new Float32Array(size),
  lng: new Float32Array(size),
});

/** With more changes than this, everything is read anew. */
const MOST_FOLLOWED = 500;

/**
 * All organisations and slots without their texts, a typed array for each column with the id as the place: a search goes
 * through a hundred thousand of them in a few milliseconds. Follows the events, which every verb writes; what depends on
 * the day is read anew when a day begins.
 */
export class Columns {
  readonly #db: Db;
  /** The last event that is in here. */
  #change = -1;
  #day = '';
  organisations = organisationColumns(0);
  slots = slotColumns(0);
  readonly networks = new Sets();
  readonly support = new Sets();
  readonly schemes = new Sets();

  constructor(db: Db) {
    this.#db = db;
  }

  /** @param day YYYY-MM-DD, today */
  refresh(day: string): void {
    const change = lastChange(this.#db);
    if (change === this.#change && day === this.#day) return;
    const changed = this.#day === day ? changedOrganisations(this.#db, this.#change) : ('all' as const);
    this.#day = day;
    this.#take(changed.length > MOST_FOLLOWED ? 'all' : changed);
    this.#change = change;
  }

  #take(ids: readonly number[] | 'all'): void {
    const { sector } = this.organisations;
    if (ids === 'all') sector.fill(0);
    else for (const id of ids) if (id < sector.length) sector[id] = 0;
    for (const row of organisationRows(this.#db, ids)) this.#putOrganisation(row);
    for (const row of slotRows(this.#db, ids)) this.#putSlot(row);
    this.#putContacts(ids);
  }

  #putOrganisation([id, sector, networks, support, openTo, lat, lng, willing, from, to]: OrganisationRow): void {
    if (id >= this.organisations.sector.length) this.organisations = grown(organisationColumns, this.organisations, id);
    const { organisations } = this;
    organisations.sector[id] = SECTORS.indexOf(sector) + 1;
    organisations.networks[id] = this.networks.numberOf(networks);
    organisations.support[id] = this.support.numberOf(support);
    organisations.openTo[id] = this.schemes.numberOf(openTo);
    organisations.lat[id] = lat ?? Number.NaN;
    organisations.lng[id] = lng ?? Number.NaN;
    organisations.willing[id] = willing;
    organisations.willingFrom[id] = from ?? Number.NaN;
    organisations.willingTo[id] = to ?? Number.NaN;
    organisations.firstSlot[id] = 0;
    organisations.heardOn[id] = 0;
    organisations.medianDays[id] = Number.NaN;
    organisations.freshness[id] = freshnessFactor(null);
    organisations.answers[id] = answersFactor({ asked: 0, answered: 0 });
    organisations.fairness[id] = fairnessFactor(0);
  }

  #putSlot([
    id,
    organisationId,
    scheme,
    support,
    openUntil,
    leadsToJob,
    from,
    to,
    ladderFrom,
    ladderTo,
    lat,
    lng,
  ]: SlotRow): void {
    if (id >= this.slots.nextSlot.length) this.slots = grown(slotColumns, this.slots, id);
    const { slots, organisations } = this;
    slots.nextSlot[id] = organisations.firstSlot[organisationId] as number;
    organisations.firstSlot[organisationId] = id;
    slots.openUntil[id] = openUntil;
    slots.scheme[id] = this.schemes.numberOf(scheme);
    slots.support[id] = this.support.numberOf(support);
    slots.leadsToJob[id] = leadsToJob;
    slots.hoursFrom[id] = from;
    slots.hoursTo[id] = to;
    slots.reachFrom[id] = Math.min(from, ladderFrom ?? from);
    slots.reachTo[id] = Math.max(to, ladderTo ?? to);
    slots.lat[id] = lat ?? Number.NaN;
    slots.lng[id] = lng ?? Number.NaN;
  }

  /** What has passed between them and those who ask. */
  #putContacts(ids: readonly number[] | 'all'): void {
    const { organisations } = this;
    const today = dayNumber(this.#day);
    for (const { id, on } of lastHeard(this.#db, ids, this.#day)) {
      organisations.heardOn[id] = dayNumber(on);
      organisations.freshness[id] = freshnessFactor(today - dayNumber(on));
    }
    for (const [id, record] of answerRecords(this.#db, ids, this.#day)) {
      organisations.medianDays[id] = record.medianDays ?? Number.NaN;
      organisations.answers[id] = answersFactor(record);
    }
    for (const [id, count] of receivedSince(this.#db, ids, addDays(this.#day, -LATELY_DAYS)))
      organisations.fairness[id] = fairnessFactor(count);
  }
}

type Arrays = Record<string, Uint8Array | Int32Array | Uint32Array | Float32Array>;

/** With room for that id and some more, so that the next one does not move everything again. */
function grown<Table extends Arrays>(make: (size: number) => Table, from: Table, id: number): Table {
  const table = make(Math.ceil((id + 1) * 1.2) + 64);
  for (const name in from) table[name]?.set(from[name] as never);
  return table;
}
