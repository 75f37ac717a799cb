import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { slotSteps, slotSupport, slots } from '#db/schema/slots.ts';
import { statement } from '#db/statement.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { timestamp, today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import type { SlotInput } from './schema.ts';

/** Opens a slot for everybody to see. Returns its id. */
export function openSlot(
  db: Db,
  actor: string,
  organisationId: number,
  input: SlotInput,
  workplaceId: number | null = null,
): number {
  return inTransaction(db, () => {
    const { scheme, support, ladder, ...plain } = input;
    const now = timestamp();
    const { id } = db
      .insert(slots)
      .values({
        ...plain,
        schemeId: scheme,
        organisationId,
        workplaceId,
        slug: freeSlug(db, input.title),
        state: 'open',
        publishedAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: slots.id })
      .get();
    if (support.length > 0)
      db.insert(slotSupport)
        .values(support.map((supportFactId) => ({ slotId: id, supportFactId })))
        .run();
    if (ladder.length > 0)
      db.insert(slotSteps)
        .values(ladder.map((step) => ({ slotId: id, ...step })))
        .run();
    recordEvent(db, { actor, verb: 'openSlot', noun: 'slot', nounId: id });
    indexOrganisations(db, [organisationId]);
    return id;
  });
}

/** Takes a slot away. Its page stays and says so. */
export function closeSlot(db: Db, actor: string, id: number): void {
  inTransaction(db, () => {
    const closed = db
      .update(slots)
      .set({ state: 'closed', updatedAt: timestamp() })
      .where(eq(slots.id, id))
      .returning({ organisationId: slots.organisationId })
      .get();
    if (!closed) return;
    recordEvent(db, { actor, verb: 'closeSlot', noun: 'slot', nounId: id });
    indexOrganisations(db, [closed.organisationId]);
  });
}

/** Closes every slot whose last day has passed. Returns how many. */
export function closeExpiredSlots(db: Db): number {
  const expired = statement<{ id: number }>(
    db,
    `select id from slots where state in ('open', 'paused') and expires_on < ?`,
  ).all(today());
  for (const { id } of expired) closeSlot(db, 'system', id);
  return expired.length;
}

/** A short random-looking tail would say nothing to people: titles repeat, so they are numbered. */
function freeSlug(db: Db, title: string): string {
  const wanted = slugOf(title);
  const taken = statement<{ slug: string }>(db, 'select slug from slots where slug = ? or slug glob ?').all(
    wanted,
    `${wanted}-[0-9]*`,
  );
  const slugs = new Set(taken.map((row) => row.slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!slugs.has(slug)) return slug;
  }
}
