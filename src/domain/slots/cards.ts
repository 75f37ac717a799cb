import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { supportInOrder } from '#domain/schemes/support-order.ts';

/** What a list shows of a slot, on the web, in the API and in the search index. */
export interface SlotCard {
  id: number;
  slug: string;
  title: string;
  organisation: { id: number; slug: string; name: string; cvr: string | null; sector: Sector; demo: boolean };
  /** Id of the scheme. */
  scheme: string;
  occupation: string | null;
  tasks: string;
  /** Support fact ids, in the order of the reference file. */
  support: string[];
  /** A week. */
  hoursMin: number;
  hoursMax: number;
  /** Where its hours ladder leads to, a week; null where it has none. */
  growsTo: number | null;
  weeks: number | null;
  positions: number;
  filled: number;
  leadsToJob: boolean;
  address: string | null;
  postcode: string | null;
  town: string | null;
  municipality: string | null;
  location: { lat: number; lng: number } | null;
  /** YYYY-MM-DD; null is "when it suits". */
  startsOn: string | null;
  expiresOn: string;
  publishedAt: string | null;
}

/** The cards of these slots, open or not, in this order. Ids that are not there, or whose organisation the public does not see, are left out. */
export function slotCards(db: Db, ids: number[]): SlotCard[] {
  const rows = statement<CardRow>(db, CARDS).all({ ids: JSON.stringify(ids) });
  const inOrder = supportInOrder(db);
  const cards = new Map(rows.map((row) => [row.id, toCard(row, inOrder)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** A slot without a workplace of its own is at the organisation's main one. */
const CARDS = `
  select slots.id, slots.slug, slots.title, slots.scheme_id as scheme, slots.occupation, slots.tasks,
    slots.hours_min as hoursMin, slots.hours_max as hoursMax, slots.weeks, slots.positions, slots.filled, slots.leads_to_job as leadsToJob,
    slots.starts_on as startsOn, slots.expires_on as expiresOn, slots.published_at as publishedAt,
    organisations.id as ownerId, organisations.slug as ownerSlug, organisations.name as ownerName, organisations.cvr,
    organisations.sector, organisations.demo,
    workplaces.address, workplaces.postcode, workplaces.town, workplaces.municipality, workplaces.lat, workplaces.lng,
    (select max(hours) from slot_steps where slot_id = slots.id having count(*) > 1) as growsTo,
    (select json_group_array(support_fact_id) from slot_support where slot_id = slots.id) as support
  from json_each(@ids) as wanted
    join slots on slots.id = wanted.value
    join organisations on organisations.id = slots.organisation_id
    left join workplaces on workplaces.id = coalesce(slots.workplace_id,
      (select id from workplaces as main where main.organisation_id = slots.organisation_id and main.main = 1))
  where ${isShown('slots.organisation_id')}`;

interface CardRow extends Omit<SlotCard, 'organisation' | 'support' | 'leadsToJob' | 'location'> {
  ownerId: number;
  ownerSlug: string;
  ownerName: string;
  cvr: string | null;
  sector: Sector;
  demo: number;
  support: string;
  leadsToJob: number;
  lat: number | null;
  lng: number | null;
}

function toCard(row: CardRow, inOrder: (support: string[]) => string[]): SlotCard {
  const { lat, lng, ownerId: id, ownerSlug: slug, ownerName: name, cvr, sector, demo, ...plain } = row;
  return {
    ...plain,
    organisation: { id, slug, name, cvr, sector, demo: demo === 1 },
    support: inOrder(JSON.parse(row.support)),
    leadsToJob: row.leadsToJob === 1,
    location: lat !== null && lng !== null ? { lat, lng } : null,
  };
}
