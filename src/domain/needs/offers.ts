import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';
import type { OfferedSlot, OfferingOrganisation, Wanted } from './rules.ts';

/* What there is to compare a need with: read by the box around its place, compared by the rules. */

export type SlotOffer = OfferedSlot & { id: number; organisationId: number; free: number; publishedOn: string };

/** Open slots in the box around the need. A ladder reaches as far as its last step. */
export function slotsAround(db: Db, need: Pick<Wanted, 'at' | 'radiusKm'>): SlotOffer[] {
  const rows = statement<SlotRow>(db, SLOTS).all({ ...boxOf(need), today: today() });
  return rows.map(({ lat, lng, support, ...row }) => ({
    ...row,
    support: JSON.parse(support),
    location: { lat, lng },
  }));
}

type SlotRow = Omit<SlotOffer, 'support' | 'location'> & { support: string; lat: number; lng: number };

const SLOTS = `
  select slots.id, slots.organisation_id as organisationId, slots.scheme_id as schemeId, slots.hours_min as hoursMin,
    max(slots.hours_max, coalesce((select max(hours) from slot_steps where slot_id = slots.id), 0)) as hoursMax,
    slots.positions - slots.filled as free, substr(slots.published_at, 1, 10) as publishedOn, workplaces.lat, workplaces.lng,
    (select json_group_array(support_fact_id) from slot_support where slot_id = slots.id) as support
  from slots join workplaces on workplaces.id = coalesce(slots.workplace_id,
    (select id from workplaces as main where main.organisation_id = slots.organisation_id and main.main = 1))
  where ${IS_OPEN} and workplaces.lat between @south and @north and workplaces.lng between @west and @east`;

export type OrganisationOffer = OfferingOrganisation & { id: number };

/**
 * Organisations in the box that say that they are willing, or have opened a slot at some time: a bare row of a
 * member list has said nothing yet, and is not asked.
 *
 * @param organisationId only this one, which the box does not have to hold
 */
export function organisationsAround(
  db: Db,
  need: Pick<Wanted, 'at' | 'radiusKm'>,
  organisationId: number | null = null,
): OrganisationOffer[] {
  const text = organisationId === null ? ORGANISATIONS_IN_BOX : ONE_ORGANISATION;
  const rows = statement<OrganisationRow>(db, text).all(organisationId === null ? boxOf(need) : { organisationId });
  return rows.map(({ id, sector, support, schemes, lat, lng, willingHoursMin, willingHoursMax }) => ({
    id,
    sector,
    support: JSON.parse(support),
    schemes: JSON.parse(schemes),
    location: lat === null || lng === null ? null : { lat, lng },
    willing:
      willingHoursMin === null || willingHoursMax === null
        ? null
        : { hoursMin: willingHoursMin, hoursMax: willingHoursMax },
  }));
}

interface OrganisationRow {
  id: number;
  sector: Sector;
  support: string;
  schemes: string;
  lat: number | null;
  lng: number | null;
  willingHoursMin: number | null;
  willingHoursMax: number | null;
}

const ORGANISATIONS = `
  select organisations.id, organisations.sector, workplaces.lat, workplaces.lng, organisations.willing_hours_min as willingHoursMin,
    organisations.willing_hours_max as willingHoursMax,
    (select json_group_array(distinct support_fact_id) from (
      select support_fact_id from organisation_support where organisation_id = organisations.id
      union select slot_support.support_fact_id from slot_support join slots on slots.id = slot_support.slot_id
        where slots.organisation_id = organisations.id)) as support,
    (select json_group_array(scheme_id) from organisation_schemes where organisation_id = organisations.id) as schemes
  from organisations join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1
  where (organisations.willing_since is not null or exists (select 1 from slots where organisation_id = organisations.id))
    and ${isShown('organisations.id')}`;
const ORGANISATIONS_IN_BOX = `${ORGANISATIONS} and workplaces.lat between @south and @north and workplaces.lng between @west and @east`;
const ONE_ORGANISATION = `${ORGANISATIONS} and organisations.id = @organisationId`;

const KM_PER_DEGREE = 111.2;

function boxOf({ at, radiusKm }: Pick<Wanted, 'at' | 'radiusKm'>) {
  const lat = radiusKm / KM_PER_DEGREE;
  const lng = radiusKm / (KM_PER_DEGREE * Math.cos((at.lat * Math.PI) / 180));
  return { south: at.lat - lat, north: at.lat + lat, west: at.lng - lng, east: at.lng + lng };
}
