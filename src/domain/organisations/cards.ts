import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { supportInOrder } from '#domain/schemes/support-order.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';
import { isShown } from './rules.ts';

/** What a list shows of an organisation, on the web, in the API and in the search index. */
export interface OrganisationCard {
  id: number;
  slug: string;
  name: string;
  cvr: string | null;
  sector: Sector;
  branch: string | null;
  description: string;
  /** Registered social enterprise, once checked. */
  rsv: { checkedOn: string; checkedBy: string } | null;
  networks: { slug: string; name: string }[];
  postcode: string | null;
  town: string | null;
  /** Four-character code. */
  municipality: string | null;
  location: { lat: number; lng: number } | null;
  openSlots: number;
  /** Willing although no slot may be open: since when it says so (YYYY-MM-DD), and for how many hours a week. */
  willing: { since: string; hoursMin: number; hoursMax: number } | null;
  openPositions: number;
  filledPositions: number;
  /** Its own goals and those of its commitments, ascending. */
  sdgs: number[];
  /** What it offers itself, and what its open slots offer. */
  support: string[];
  demo: boolean;
  createdAt: string;
}

/** The cards of these organisations, in this order. Ids that are not there, or that the public does not see, are left out. */
export function organisationCards(db: Db, ids: number[]): OrganisationCard[] {
  const rows = statement<CardRow>(db, CARDS).all({ ids: JSON.stringify(ids), today: today() });
  const inOrder = supportInOrder(db);
  const cards = new Map(rows.map((row) => [row.id, toCard(row, inOrder)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/**
 * Members whose membership has not ended; goals of withdrawn commitments do not count. What need not be sorted here is
 * not: for each of these small lists SQLite would build a tree.
 */
const CARDS = `
  select organisations.id, organisations.slug, organisations.name, organisations.cvr, organisations.sector, organisations.branch,
    organisations.description, organisations.rsv_checked_on as rsvCheckedOn, organisations.rsv_checked_by as rsvCheckedBy,
    organisations.demo, organisations.created_at as createdAt, organisations.willing_since as willingSince,
    organisations.willing_hours_min as willingHoursMin, organisations.willing_hours_max as willingHoursMax,
    workplaces.postcode, workplaces.town, workplaces.municipality, workplaces.lat, workplaces.lng,
    (select json_group_array(json_object('slug', networks.slug, 'name', networks.name) order by networks.name)
      from memberships join networks on networks.id = memberships.network_id
      where memberships.organisation_id = organisations.id and memberships.until is null) as networks,
    (select json_object('slots', count(*), 'open', coalesce(sum(slots.positions - slots.filled), 0), 'filled', coalesce(sum(slots.filled), 0))
      from slots where slots.organisation_id = organisations.id and ${IS_OPEN}) as seats,
    (select json_group_array(distinct goal) from (
      select goal from organisation_goals where organisation_id = organisations.id
      union all select commitment_goals.goal from commitment_goals join commitments on commitments.id = commitment_goals.commitment_id
        where commitments.organisation_id = organisations.id and commitments.state <> 'withdrawn')) as sdgs,
    (select json_group_array(distinct support_fact_id) from (
      select support_fact_id from organisation_support where organisation_id = organisations.id
      union all select slot_support.support_fact_id from slots join slot_support on slot_support.slot_id = slots.id
        where slots.organisation_id = organisations.id and ${IS_OPEN})) as support
  from json_each(@ids) as wanted
    join organisations on organisations.id = wanted.value
    left join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1
  where ${isShown('organisations.id')}`;

interface CardRow {
  id: number;
  slug: string;
  name: string;
  cvr: string | null;
  sector: Sector;
  branch: string | null;
  description: string;
  rsvCheckedOn: string | null;
  rsvCheckedBy: string | null;
  demo: number;
  createdAt: string;
  willingSince: string | null;
  willingHoursMin: number | null;
  willingHoursMax: number | null;
  postcode: string | null;
  town: string | null;
  municipality: string | null;
  lat: number | null;
  lng: number | null;
  networks: string;
  seats: string;
  sdgs: string;
  support: string;
}

function toCard(row: CardRow, inOrder: (support: string[]) => string[]): OrganisationCard {
  const { rsvCheckedOn, rsvCheckedBy, lat, lng, seats, willingSince, willingHoursMin, willingHoursMax, ...plain } = row;
  const { slots, open, filled } = JSON.parse(seats) as { slots: number; open: number; filled: number };
  return {
    ...plain,
    rsv: rsvCheckedOn && rsvCheckedBy ? { checkedOn: rsvCheckedOn, checkedBy: rsvCheckedBy } : null,
    location: lat !== null && lng !== null ? { lat, lng } : null,
    networks: JSON.parse(row.networks),
    willing:
      willingSince && willingHoursMin !== null && willingHoursMax !== null
        ? { since: willingSince, hoursMin: willingHoursMin, hoursMax: willingHoursMax }
        : null,
    openSlots: slots,
    openPositions: open,
    filledPositions: filled,
    sdgs: (JSON.parse(row.sdgs) as number[]).sort((a, b) => a - b),
    support: inOrder(JSON.parse(row.support)),
    demo: row.demo === 1,
  };
}
