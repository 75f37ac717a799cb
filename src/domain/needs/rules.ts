import type { NEED_STATES } from '#db/schema/needs.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { distanceKm } from '#domain/places/rules.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import { fitsHost } from '#domain/schemes/rules.ts';

export type NeedState = (typeof NEED_STATES)[number];

interface Point {
  lat: number;
  lng: number;
}

/** What a need asks for, as it is compared. Hours are a week. */
export interface Wanted {
  hoursMin: number;
  hoursMax: number;
  scheme: Pick<Scheme, 'id' | 'hosts'> | null;
  support: readonly string[];
  at: Point;
  radiusKm: number;
}

/** What a slot offers, its ladder included. */
export interface OfferedSlot {
  hoursMin: number;
  hoursMax: number;
  schemeId: string;
  support: readonly string[];
  location: Point | null;
}

/** What an organisation says that it can offer, whichever slot is open. */
export interface OfferingOrganisation {
  sector: Sector;
  support: readonly string[];
  /** Schemes that it says it is open to: then only those. None where it does not say. */
  schemes: readonly string[];
  /** Hours that it is willing to give although no slot is open; null where it does not say. */
  willing: { hoursMin: number; hoursMax: number } | null;
  location: Point | null;
}

/** Whether a slot is of the kind that the need asks for. */
export function slotMeets(need: Wanted, slot: OfferedSlot): boolean {
  return (
    (need.scheme === null || need.scheme.id === slot.schemeId) &&
    overlaps(need, slot) &&
    hasAll(need.support, slot.support) &&
    isNear(need, slot.location)
  );
}

/** Whether an organisation could open such a slot, by what it says about itself. */
export function organisationMatches(need: Wanted, organisation: OfferingOrganisation): boolean {
  return (
    (need.scheme === null || takes(organisation, need.scheme)) &&
    (organisation.willing === null || overlaps(need, organisation.willing)) &&
    // Near a bus is about the place: what it does not say is no refusal, but it has to say something that is asked for.
    hasSome(need.support, organisation.support) &&
    isNear(need, organisation.location)
  );
}

const takes = ({ schemes, sector }: OfferingOrganisation, scheme: NonNullable<Wanted['scheme']>) =>
  schemes.length > 0 ? schemes.includes(scheme.id) : fitsHost(scheme, sector);

/** How many of the facts that are asked for it offers: the best matches come first. */
export function supportShare(need: Pick<Wanted, 'support'>, offered: readonly string[]): number {
  if (need.support.length === 0) return 1;
  return need.support.filter((fact) => offered.includes(fact)).length / need.support.length;
}

const overlaps = (a: { hoursMin: number; hoursMax: number }, b: { hoursMin: number; hoursMax: number }) =>
  a.hoursMin <= b.hoursMax && b.hoursMin <= a.hoursMax;
const hasAll = (wanted: readonly string[], offered: readonly string[]) =>
  wanted.every((fact) => offered.includes(fact));
const hasSome = (wanted: readonly string[], offered: readonly string[]) =>
  wanted.length === 0 || wanted.some((fact) => offered.includes(fact));
const isNear = (need: Wanted, point: Point | null) => point !== null && distanceKm(need.at, point) <= need.radiusKm;

/** The part of a slot that a need fills in for whoever says yes to it; the rest is the organisation’s to say. */
export function slotFromNeed(
  need: {
    places: number;
    hoursMin: number;
    hoursMax: number;
    schemeId: string | null;
    support: readonly string[];
    fromMonth: string;
  },
  today: string,
): {
  positions: number;
  hoursMin: number;
  hoursMax: number;
  support: string[];
  startsOn: string | null;
  scheme?: string;
} {
  const startsOn = `${need.fromMonth}-01`;
  return {
    positions: need.places,
    hoursMin: need.hoursMin,
    hoursMax: need.hoursMax,
    support: [...need.support],
    startsOn: startsOn > today ? startsOn : null,
    ...(need.schemeId === null ? {} : { scheme: need.schemeId }),
  };
}

/** A need that nobody met runs out so long after its month. */
export const NEED_LIFETIME_MONTHS = 6;

/** @param today YYYY-MM-DD */
export function hasRunOut(need: { fromMonth: string; postedOn: string }, today: string): boolean {
  const from = need.fromMonth > need.postedOn.slice(0, 7) ? need.fromMonth : need.postedOn.slice(0, 7);
  const [year = 0, month = 0] = from.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - 1 + NEED_LIFETIME_MONTHS, 1)).toISOString().slice(0, 7);
  return today.slice(0, 7) >= end;
}
