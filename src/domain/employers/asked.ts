import type { Db } from '#db/open.ts';
import { SECTORS } from '#db/schema/organisations.ts';
import { allSchemes } from '#domain/schemes/queries.ts';
import { fitsHost } from '#domain/schemes/rules.ts';
import { dayNumber } from '#domain/time.ts';
import { has, type Ids } from '#search/embedded/ids.ts';
import type { Columns } from './columns.ts';
import { isSeveral, MISS } from './misses.ts';
import { type EmployerQuery, type Heard, LONGEST_HEARD_DAYS } from './query.ts';
import { FIT_LATER, FIT_PARTLY, fitFactor } from './ranking.ts';
import { bitsOf, countBits, havingAny } from './sets.ts';

/** The ids that a text finds; nothing where it narrows nothing. */
export interface TextFinds {
  organisations: Ids | undefined;
  slots: Ids | undefined;
}

/**
 * What a search asks for, made ready to be asked of each organisation and slot: whatever concerns sets of ids is looked up
 * beforehand, once for each set that there is.
 */
export class Asked {
  readonly #columns: Columns;
  readonly #query: EmployerQuery;
  readonly #finds: TextFinds;
  readonly #today: number;
  readonly #networks: Uint32Array;
  readonly #support: Uint32Array;
  readonly #allSupport: number;
  readonly #schemes: Uint32Array;
  readonly #sectors: boolean[];
  /** By sector: whether the law lets it host one of the schemes. */
  readonly #hosts: boolean[];
  /** The set of schemes of those who do not name any. */
  readonly #unnamed: number;
  readonly #heardFrom: number;
  readonly #heardTo: number;
  /** How many things a fit is the mean of. */
  readonly #compared: number;

  constructor(db: Db, columns: Columns, query: EmployerQuery, finds: TextFinds, day: string) {
    const { schemes, support, sectors, networks, hours, leadsToJob } = query;
    this.#columns = columns;
    this.#query = query;
    this.#finds = finds;
    this.#today = dayNumber(day);
    this.#networks = havingAny(columns.networks, networks);
    this.#support = bitsOf(columns.support, support);
    this.#allSupport = 2 ** support.length - 1;
    this.#unnamed = columns.schemes.numberOf(null);
    this.#schemes = havingAny(columns.schemes, schemes);
    const wanted = allSchemes(db).filter((scheme) => schemes.includes(scheme.id));
    const bySector = (says: (sector: (typeof SECTORS)[number]) => boolean) => [false, ...SECTORS.map(says)];
    this.#sectors = bySector((sector) => sectors.length === 0 || sectors.includes(sector));
    this.#hosts = bySector((sector) => wanted.length === 0 || wanted.some((one) => fitsHost(one, sector)));
    [this.#heardFrom, this.#heardTo] = heardBetween(query.heard, this.#today);
    const isAsked = [
      finds.slots !== undefined,
      schemes.length > 0,
      support.length > 0,
      hours !== undefined,
      leadsToJob,
    ];
    this.#compared = isAsked.filter(Boolean).length;
  }

  isOpen(slot: number): boolean {
    return (this.#columns.slots.openUntil[slot] as number) >= this.#today;
  }

  /** What an organisation misses, whatever it offers. */
  missesOf(id: number): number {
    const { sector, networks, heardOn, medianDays } = this.#columns.organisations;
    const { answersWithin } = this.#query;
    const heard = heardOn[id] as number;
    let misses = 0;
    if (!this.#sectors[sector[id] as number]) misses |= MISS.sectors;
    if (this.#networks[networks[id] as number] === 0) misses |= MISS.networks;
    if (heard < this.#heardFrom || heard > this.#heardTo) misses |= MISS.heard;
    // Not a number where it never answered: that is never within.
    if (answersWithin !== undefined && !((medianDays[id] as number) <= answersWithin)) misses |= MISS.answersWithin;
    return misses;
  }

  /** What a slot misses beside that. @param id of its organisation */
  missesOfSlot(slot: number, id: number): number {
    const { scheme, leadsToJob } = this.#columns.slots;
    const { hours } = this.#query;
    let misses = 0;
    if (this.#schemes[scheme[slot] as number] === 0) misses |= MISS.schemes;
    if (this.#query.leadsToJob && leadsToJob[slot] === 0) misses |= MISS.leadsToJob;
    if (hours !== undefined && !this.#isReached(slot, hours)) misses |= MISS.hours;
    if (isSeveral(misses)) return misses;
    misses |= supportMiss(this.unsupported(slot, id));
    if (isSeveral(misses)) return misses;
    const { slots } = this.#finds;
    return slots && !has(slots, slot) && !this.#isFound(id) ? misses | MISS.text : misses;
  }

  /** The facts that a slot does not offer, nor its organisation: a bit for each, by its place in the query. */
  unsupported(slot: number, id: number): number {
    const { slots, organisations } = this.#columns;
    const bySlot = this.#support[slots.support[slot] as number] as number;
    const byOrganisation = this.#support[organisations.support[id] as number] as number;
    return this.#allSupport & ~(bySlot | byOrganisation);
  }

  /** How well a slot fits that misses nothing. */
  fitOfSlot(slot: number, id: number): number {
    const { hoursFrom, hoursTo } = this.#columns.slots;
    const { hours } = this.#query;
    let lost = 0;
    if (hours !== undefined && (hours < (hoursFrom[slot] as number) || hours > (hoursTo[slot] as number)))
      lost += 1 - FIT_LATER;
    if (this.#finds.slots && !has(this.#finds.slots, slot) && this.#isFound(id)) lost += 1 - FIT_PARTLY;
    return fitFactor(this.#compared - lost, this.#compared);
  }

  /**
   * What an organisation misses that is willing, without a slot that fits. What it does not say is no refusal; but where
   * support is asked for, it has to offer some of it.
   */
  missesOfWilling(id: number): number {
    const { support, hours, leadsToJob } = this.#query;
    const past = this.#pastOf(id);
    let misses = 0;
    if (!this.#takes(id)) misses |= MISS.schemes;
    if (leadsToJob && !past.ledToJob) misses |= MISS.leadsToJob;
    if (hours !== undefined && this.#says(id) && !this.#isWillingFor(id, hours)) misses |= MISS.hours;
    if (support.length > 0 && past.offered === 0) misses |= supportMiss(this.#allSupport);
    if (this.#finds.organisations && !this.#isFound(id)) misses |= MISS.text;
    return misses;
  }

  /** How well one fits that is willing and misses nothing. */
  fitOfWilling(id: number): number {
    const { schemes, support, hours } = this.#query;
    const past = this.#pastOf(id);
    let lost = support.length === 0 ? 0 : 1 - countBits(past.offered) / support.length;
    if (schemes.length > 0 && !past.hadScheme && !this.#names(id)) lost += 1 - FIT_PARTLY;
    if (hours !== undefined && !this.#says(id) && !past.hadHours) lost += 1 - FIT_PARTLY;
    return fitFactor(this.#compared - lost, this.#compared);
  }

  /** What it offers, and offered in all the slots that it ever opened. */
  #pastOf(id: number): { offered: number; hadScheme: boolean; hadHours: boolean; ledToJob: boolean } {
    const { slots, organisations } = this.#columns;
    const { hours } = this.#query;
    let offered = this.#support[organisations.support[id] as number] as number;
    let [hadScheme, hadHours, ledToJob] = [false, false, false];
    for (let slot = organisations.firstSlot[id] as number; slot !== 0; slot = slots.nextSlot[slot] as number) {
      offered |= this.#support[slots.support[slot] as number] as number;
      hadScheme ||= this.#schemes[slots.scheme[slot] as number] === 1;
      hadHours ||= hours !== undefined && this.#isReached(slot, hours);
      ledToJob ||= slots.leadsToJob[slot] === 1;
    }
    return { offered, hadScheme, hadHours, ledToJob };
  }

  /** Whether it names schemes that it is open to: then only those count. */
  #names(id: number): boolean {
    return this.#columns.organisations.openTo[id] !== this.#unnamed;
  }

  /** Whether it is open to one of the schemes: by what it names, else by what the law lets it host. */
  #takes(id: number): boolean {
    const { sector, openTo } = this.#columns.organisations;
    return this.#names(id) ? this.#schemes[openTo[id] as number] === 1 : Boolean(this.#hosts[sector[id] as number]);
  }

  #isReached(slot: number, hours: number): boolean {
    const { reachFrom, reachTo } = this.#columns.slots;
    return hours >= (reachFrom[slot] as number) && hours <= (reachTo[slot] as number);
  }

  /** Whether it says for how many hours it is willing. */
  #says(id: number): boolean {
    return !Number.isNaN(this.#columns.organisations.willingFrom[id]);
  }

  #isWillingFor(id: number, hours: number): boolean {
    const { willingFrom, willingTo } = this.#columns.organisations;
    return hours >= (willingFrom[id] as number) && hours <= (willingTo[id] as number);
  }

  #isFound(id: number): boolean {
    return this.#finds.organisations !== undefined && has(this.#finds.organisations, id);
  }
}

/** @param facts a bit for each that is missing */
function supportMiss(facts: number): number {
  if (facts === 0) return 0;
  return isSeveral(facts) ? MISS.support | MISS.more : MISS.support;
}

/** The days, from and to, between which it must have been heard from. */
function heardBetween(heard: Heard | undefined, today: number): [number, number] {
  if (heard === undefined) return [0, Number.MAX_SAFE_INTEGER];
  return heard === 'older' ? [0, today - LONGEST_HEARD_DAYS - 1] : [today - Number(heard), Number.MAX_SAFE_INTEGER];
}
