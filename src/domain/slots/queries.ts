import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { slotSteps, slots } from '#db/schema/slots.ts';
import { statement } from '#db/statement.ts';
import { today } from '#domain/time.ts';
import { type SlotCard, slotCards } from './cards.ts';
import { IS_OPEN, type SlotStatus, statusOf } from './rules.ts';

/** One step of the hours ladder: from that week (0 is the start) so many hours a week. */
export interface LadderStep {
  fromWeek: number;
  hours: number;
}

export interface SlotProfile extends SlotCard {
  contactName: string | null;
  ladder: LadderStep[];
  status: SlotStatus;
  /** False once it is closed, paused, expired or full: its page then says so and shows a way onward. */
  open: boolean;
}

/** A slot that was published at some time. */
export function findSlot(db: Db, slug: string): SlotProfile | undefined {
  const slot = db.select().from(slots).where(eq(slots.slug, slug)).get();
  const card = slot && slotCards(db, [slot.id])[0];
  if (!card) return undefined;
  const status = statusOf(slot, today());
  return { ...card, contactName: slot.contactName, ladder: ladderOf(db, slot.id), status, open: status === 'open' };
}

export function ladderOf(db: Db, slotId: number): LadderStep[] {
  return db
    .select({ fromWeek: slotSteps.fromWeek, hours: slotSteps.hours })
    .from(slotSteps)
    .where(eq(slotSteps.slotId, slotId))
    .orderBy(asc(slotSteps.fromWeek))
    .all();
}

/** The open slots of an organisation, the newest first. */
export function openSlotsOf(db: Db, organisationId: number): SlotCard[] {
  const text = `select slots.id from slots where slots.organisation_id = @organisationId and ${IS_OPEN} order by slots.published_at desc, slots.id desc`;
  return slotCards(db, ids(db, text, { organisationId }));
}

/** The slots that were opened last, in the whole directory. */
export function newestSlots(db: Db, count: number): SlotCard[] {
  return slotCards(
    db,
    ids(
      db,
      `select slots.id from slots where ${IS_OPEN} order by slots.published_at desc, slots.id desc limit @count`,
      { count },
    ),
  );
}

export function countOpenSlots(db: Db): number {
  const row = statement<{ count: number }>(db, `select count(*) as count from slots where ${IS_OPEN}`).get({
    today: today(),
  });
  return row?.count ?? 0;
}

function ids(db: Db, text: string, values: Record<string, number>): number[] {
  return statement<{ id: number }>(db, text)
    .all({ ...values, today: today() })
    .map((row) => row.id);
}

/** Open positions by postal town, for the map. A district that is mostly somewhere else goes by its number. */
export interface TownPositions {
  name: string;
  postcode: string;
  lat: number;
  lng: number;
  positions: number;
}

/** In one municipality. @param municipality four-character code */
export function openPositionsByTown(db: Db, municipality: string): TownPositions[] {
  return statement<TownPositions>(db, POSITIONS_BY_TOWN).all({ today: today(), municipality });
}

const POSITIONS_BY_TOWN = `
  select iif(postcodes.municipality = @municipality, postcodes.name, postcodes.code) as name, postcodes.code as postcode, avg(workplaces.lat) as lat, avg(workplaces.lng) as lng,
    sum(slots.positions - slots.filled) as positions
  from slots
    join workplaces on workplaces.id = coalesce(slots.workplace_id,
      (select id from workplaces as main where main.organisation_id = slots.organisation_id and main.main = 1))
    join postcodes on postcodes.code = workplaces.postcode
  where ${IS_OPEN} and workplaces.municipality = @municipality
  group by postcodes.code order by positions desc`;
