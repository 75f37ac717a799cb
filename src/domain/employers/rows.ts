import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';

/* What the columns are filled from. Sets come as text, their ids in one order with commas between. */

export type OrganisationRow = [
  id: number,
  sector: Sector,
  networks: string | null,
  support: string | null,
  openTo: string | null,
  lat: number | null,
  lng: number | null,
  willing: number,
  willingFrom: number | null,
  willingTo: number | null,
];

export type SlotRow = [
  id: number,
  organisationId: number,
  scheme: string,
  support: string | null,
  openUntil: number,
  leadsToJob: number,
  hoursFrom: number,
  hoursTo: number,
  ladderFrom: number | null,
  ladderTo: number | null,
  lat: number | null,
  lng: number | null,
];

export const organisationRows = (db: Db, ids: readonly number[] | 'all'): IterableIterator<OrganisationRow> =>
  rowsOf(db, ORGANISATIONS, ids);
export const slotRows = (db: Db, ids: readonly number[] | 'all'): IterableIterator<SlotRow> => rowsOf(db, SLOTS, ids);

function rowsOf<Row>(db: Db, texts: { all: string; some: string }, ids: readonly number[] | 'all') {
  return ids === 'all'
    ? statement<Row>(db, texts.all).raw().iterate()
    : statement<Row>(db, texts.some).raw().iterate(JSON.stringify(ids));
}

const forAllAndSome = (text: string, column: string) => ({
  all: text,
  some: `${text} where ${column} in (select value from json_each(?))`,
});

const ORGANISATIONS = forAllAndSome(
  `select organisations.id, organisations.sector,
    (select group_concat(networks.slug, ',' order by networks.slug) from memberships join networks on networks.id = memberships.network_id
      where memberships.organisation_id = organisations.id and memberships.until is null),
    (select group_concat(support_fact_id, ',' order by support_fact_id) from organisation_support where organisation_id = organisations.id),
    (select group_concat(scheme_id, ',' order by scheme_id) from organisation_schemes where organisation_id = organisations.id),
    workplaces.lat, workplaces.lng,
    organisations.willing_since is not null, organisations.willing_hours_min, organisations.willing_hours_max
  from organisations left join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1`,
  'organisations.id',
);

/** All that it ever opened: what is not open now says what it was willing to do. */
const SLOTS = forAllAndSome(
  `select slots.id, slots.organisation_id, slots.scheme_id,
    (select group_concat(support_fact_id, ',' order by support_fact_id) from slot_support where slot_id = slots.id),
    iif(slots.state = 'open' and slots.filled < slots.positions, unixepoch(slots.expires_on) / 86400, 0),
    slots.leads_to_job, slots.hours_min, slots.hours_max,
    (select min(hours) from slot_steps where slot_id = slots.id), (select max(hours) from slot_steps where slot_id = slots.id),
    workplaces.lat, workplaces.lng
  from slots left join workplaces on workplaces.id = coalesce(slots.workplace_id,
    (select id from workplaces as main where main.organisation_id = slots.organisation_id and main.main = 1))`,
  'slots.organisation_id',
);

/** The last event of all. */
export function lastChange(db: Db): number {
  return statement<{ id: number | null }>(db, 'select max(id) as id from events').get()?.id ?? 0;
}

/** The organisations that something happened to after an event, of all that the columns hold. */
export function changedOrganisations(db: Db, after: number): number[] {
  return statement<number>(db, CHANGED).pluck().all({ after });
}

/** A line of the contact log can be taken away: then the event says whose it was. */
const CHANGED = `
  select distinct id from (
    select noun_id as id from events where id > @after and noun = 'organisation'
    union all select slots.organisation_id from events join slots on slots.id = events.noun_id
      where events.id > @after and events.noun = 'slot'
    union all select memberships.organisation_id from events join memberships on memberships.id = events.noun_id
      where events.id > @after and events.noun = 'membership'
    union all select enquiries.organisation_id from events join enquiries on enquiries.id = events.noun_id
      where events.id > @after and events.noun = 'enquiry'
    union all select coalesce(approaches.organisation_id, events.detail ->> 'organisationId')
      from events left join approaches on approaches.id = events.noun_id
      where events.id > @after and events.noun = 'approach')
  where id is not null`;
