import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import { organisationsAround, slotsAround } from './offers.ts';
import { type NeedState, organisationMatches, slotMeets, supportShare, type Wanted } from './rules.ts';

/** A need, as consultants, coordinators and the organisations that it is suggested to see it: no person on either end. */
export interface Need extends Wanted {
  id: number;
  accountId: number | null;
  places: number;
  schemeId: string | null;
  postcode: string;
  /** The postal town. */
  town: string;
  /** YYYY-MM */
  fromMonth: string;
  line: string | null;
  state: NeedState;
  postedOn: string;
  closedAt: string | null;
}

/** How much of a need there is by now. */
export interface NeedProgress {
  need: Need;
  /** Free places of slots of that kind that were opened since. */
  found: number;
  missing: number;
}

const mayRead = (viewer: Viewer) => isConsultant(viewer) || viewer.coordinates.length > 0;

/** Needs that are open, the oldest first, for consultants and coordinators. */
export function openNeeds(db: Db, viewer: Viewer): NeedProgress[] {
  return mayRead(viewer) ? everyOpenNeed(db).map((need) => progressOf(db, need)) : [];
}

export function findNeed(db: Db, viewer: Viewer, id: number): NeedProgress | undefined {
  const need = mayRead(viewer) ? needById(db, id) : undefined;
  return need && progressOf(db, need);
}

/** The organisations that could open such a slot, the best match first. */
export function matchingOrganisations(db: Db, need: Need): { id: number; share: number }[] {
  const declined = new Set(
    statement<{ id: number }>(db, 'select organisation_id as id from need_declines where need_id = ?')
      .all(need.id)
      .map((row) => row.id),
  );
  return organisationsAround(db, need)
    .filter((one) => !declined.has(one.id) && organisationMatches(need, one))
    .map(({ id, support }) => ({ id, share: supportShare(need, support) }))
    .sort((a, b) => b.share - a.share || a.id - b.id);
}

/** What an organisation is asked for: “can you open a slot like this?”. For those who look after it. */
export function suggestionsFor(db: Db, viewer: Viewer, organisationId: number): Need[] {
  if (!looksAfter(viewer, organisationId)) return [];
  return everyOpenNeed(db)
    .filter((need) => !statement(db, DECLINED).get(need.id, organisationId))
    .filter((need) => organisationsAround(db, need, organisationId).some((one) => organisationMatches(need, one)))
    .filter(
      (need) => !slotsAround(db, need).some((slot) => slot.organisationId === organisationId && slotMeets(need, slot)),
    );
}

/** The need behind a suggestion, to fill in a slot’s form (`slotFromNeed`). */
export function findSuggestion(db: Db, viewer: Viewer, organisationId: number, needId: number): Need | undefined {
  return suggestionsFor(db, viewer, organisationId).find((need) => need.id === needId);
}

const DECLINED = 'select 1 from need_declines where need_id = ? and organisation_id = ?';

/** Where supply is missing. */
export interface SupplyGaps {
  wanted: number;
  missing: number;
  /** Missing places by scheme (null is whichever), by support fact and by postal town, the most first. */
  byScheme: { key: string | null; missing: number }[];
  bySupport: { key: string; missing: number }[];
  byTown: { key: string; missing: number }[];
}

/** What is asked for and not there, over all open needs, for coordinators and consultants. */
export function supplyGaps(db: Db, viewer: Viewer): SupplyGaps {
  const all = openNeeds(db, viewer);
  const tally = <Key>(keysOf: (need: Need) => readonly Key[]) => {
    const counts = new Map<Key, number>();
    for (const { need, missing } of all)
      for (const key of keysOf(need)) if (missing > 0) counts.set(key, (counts.get(key) ?? 0) + missing);
    return [...counts].map(([key, missing]) => ({ key, missing })).sort((a, b) => b.missing - a.missing);
  };
  return {
    wanted: all.reduce((sum, { need }) => sum + need.places, 0),
    missing: all.reduce((sum, { missing }) => sum + missing, 0),
    byScheme: tally((need) => [need.schemeId]),
    bySupport: tally((need) => need.support),
    byTown: tally((need) => [need.town]),
  };
}

/** Slots from before the need are no answer to it: it was posted because they were not enough. */
export function progressOf(db: Db, need: Need): NeedProgress {
  const found = slotsAround(db, need)
    .filter((slot) => slot.publishedOn >= need.postedOn && slotMeets(need, slot))
    .reduce((sum, slot) => sum + slot.free, 0);
  return { need, found, missing: Math.max(0, need.places - found) };
}

export function everyOpenNeed(db: Db): Need[] {
  return statement<NeedRow>(db, `${NEEDS} where needs.state = 'open' order by needs.id`).all().map(toNeed);
}

export function needById(db: Db, id: number): Need | undefined {
  const row = statement<NeedRow>(db, `${NEEDS} where needs.id = ?`).get(id);
  return row && toNeed(row);
}

const NEEDS = `
  select needs.id, needs.account_id as accountId, needs.places, needs.hours_min as hoursMin, needs.hours_max as hoursMax,
    needs.scheme_id as schemeId, schemes.hosts, needs.postcode, postcodes.name as town, postcodes.lat, postcodes.lng,
    needs.radius_km as radiusKm, needs.from_month as fromMonth, needs.line, needs.state, needs.posted_on as postedOn,
    needs.closed_at as closedAt,
    (select json_group_array(support_fact_id) from need_support where need_id = needs.id) as support
  from needs
    join postcodes on postcodes.code = needs.postcode
    left join schemes on schemes.id = needs.scheme_id`;

type NeedRow = Omit<Need, 'scheme' | 'support' | 'at'> & {
  hosts: Scheme['hosts'];
  support: string;
  lat: number;
  lng: number;
};

function toNeed({ hosts, support, lat, lng, ...row }: NeedRow): Need {
  return {
    ...row,
    scheme: row.schemeId === null ? null : { id: row.schemeId, hosts },
    support: JSON.parse(support),
    at: { lat, lng },
  };
}
