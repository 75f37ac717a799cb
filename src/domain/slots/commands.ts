import { randomBytes } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { slotKeys, slotSteps, slotSupport, slots } from '#db/schema/slots.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { isRetired } from '#domain/deletions/queries.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { addDays, timestamp, today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { hashOf, type MemberSlot, memberSlot } from './member-queries.ts';
import { checkSlot, expiryProblem } from './publishable.ts';
import { RENEWABLE_DAYS, usualLastDay } from './rules.ts';
import { type MemberSlotInput, MOST_POSITIONS, type SlotDraft, type SlotInput } from './schema.ts';

/** Opens a slot for everybody to see, as it came in a list. Returns its id. */
export function openSlot(
  db: Db,
  actor: string,
  organisationId: number,
  input: SlotInput,
  workplaceId: number | null = null,
): number {
  return inTransaction(db, () => insertSlot(db, actor, organisationId, { ...input, workplaceId, answers: {} }));
}

/**
 * Changes what a slot says.
 *
 * @param edition the one that the change began from
 * @throws Invalid, Conflict (`changed-meanwhile` …), NotFound
 */
export function changeSlot(db: Db, who: Who, id: number, edition: number, given: SlotDraft): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.edition !== edition) throw new Conflict('changed-meanwhile');
    if (slot.status === 'closed' || slot.status === 'expired') throw new Conflict(`slot-${slot.status}`);
    const input = checkSlot(db, slot.organisationId, given, slot.input);
    const { scheme, support, ladder, ...plain } = input;
    db.delete(slotSupport).where(eq(slotSupport.slotId, id)).run();
    db.delete(slotSteps).where(eq(slotSteps.slotId, id)).run();
    insertParts(db, id, input);
    const renewed = plain.expiresOn === slot.input.expiresOn ? {} : { renewedAt: timestamp() };
    put(db, who, slot, 'changeSlot', { ...plain, ...renewed, schemeId: scheme });
  });
}

/** Takes a slot out of the lists for a while. @throws Conflict, NotFound */
export function pauseSlot(db: Db, who: Who, id: number): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.status !== 'open' && slot.status !== 'full') throw new Conflict('slot-not-open');
    put(db, who, slot, 'pauseSlot', { state: 'paused', pausedAt: timestamp() });
  });
}

/** Puts a paused slot back into the lists. @throws Conflict, NotFound */
export function resumeSlot(db: Db, who: Who, id: number): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.status !== 'paused') throw new Conflict('slot-not-paused');
    put(db, who, slot, 'resumeSlot', { state: 'open', pausedAt: null });
  });
}

/** Takes a slot away. Its page stays and says so. Once is enough. @throws NotFound */
export function closeSlot(db: Db, who: Who, id: number): void {
  close(db, who, id, 'taken-away');
}

/**
 * Gives a slot a new last day, and opens it again where it had run out.
 *
 * @param expiresOn YYYY-MM-DD; 90 days from today where it is left out
 * @throws Invalid, Conflict, NotFound
 */
export function renewSlot(db: Db, who: Who, id: number, expiresOn = usualLastDay()): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.status === 'closed') throw new Conflict('slot-closed');
    if (slot.input.expiresOn < addDays(today(), -RENEWABLE_DAYS)) throw new Conflict('slot-too-old');
    const problem = expiryProblem(expiresOn);
    if (problem) throw new Invalid({ expiresOn: problem });
    const reopened = slot.status === 'expired' ? ({ state: 'open', pausedAt: null } as const) : {};
    const now = timestamp();
    put(db, who, slot, 'renewSlot', { ...reopened, expiresOn, renewedAt: now, closedAt: null, closedBecause: null });
  });
}

/** Says how many of its positions are taken; all of them takes it out of the lists. @throws Invalid, Conflict, NotFound */
export function fillPositions(db: Db, who: Who, id: number, filled: number): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.status === 'closed') throw new Conflict('slot-closed');
    const most = Math.min(slot.input.positions, MOST_POSITIONS);
    if (!Number.isInteger(filled) || filled < 0 || filled > most) throw new Invalid({ filled: 'positions-range' });
    put(db, who, slot, 'fillPositions', { filled });
  });
}

/** Closes every slot whose last day has passed. Returns how many. */
export function closeExpiredSlots(db: Db): number {
  const expired = statement<{ id: number }>(
    db,
    `select id from slots where state in ('open', 'paused') and expires_on < ?`,
  ).all(today());
  for (const { id } of expired) close(db, 'system', id, 'expired');
  return expired.length;
}

/**
 * Makes a key for a link in an e-mail, with which its reader can pause, close or renew one slot without signing in.
 * Old keys go when new ones come.
 */
export function makeSlotKey(db: Db, slotId: number, days: number): string {
  const key = randomBytes(24).toString('base64url');
  const now = new Date();
  db.delete(slotKeys)
    .where(and(eq(slotKeys.slotId, slotId), lt(slotKeys.expiresAt, timestamp(now))))
    .run();
  const expiresAt = timestamp(new Date(now.getTime() + days * 86_400_000));
  db.insert(slotKeys)
    .values({ hash: hashOf(key), slotId, expiresAt })
    .run();
  return key;
}

/** One step of a verb: whoever calls it has a transaction and has checked the input. Returns the slot's id. */
export function insertSlot(
  db: Db,
  who: Who,
  organisationId: number,
  input: MemberSlotInput,
  draft?: { id: number; duplicateOf: number | null },
): number {
  const { scheme, support, ladder, ...plain } = input;
  const now = timestamp();
  const { id } = db
    .insert(slots)
    .values({
      ...plain,
      schemeId: scheme,
      organisationId,
      duplicateOf: draft?.duplicateOf ?? null,
      slug: freeSlug(db, input.title),
      state: 'open',
      publishedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning({ id: slots.id })
    .get();
  insertParts(db, id, input);
  recordEvent(db, {
    actor: nameOf(who),
    verb: 'openSlot',
    noun: 'slot',
    nounId: id,
    ...(draft && { detail: { draft: draft.id } }),
  });
  indexOrganisations(db, [organisationId]);
  return id;
}

function insertParts(db: Db, slotId: number, { support, ladder }: Pick<SlotInput, 'support' | 'ladder'>): void {
  if (support.length > 0)
    db.insert(slotSupport)
      .values(support.map((supportFactId) => ({ slotId, supportFactId })))
      .run();
  if (ladder.length > 0)
    db.insert(slotSteps)
      .values(ladder.map((step) => ({ slotId, ...step })))
      .run();
}

function close(db: Db, who: Who, id: number, closedBecause: 'expired' | 'taken-away'): void {
  inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    if (slot.status === 'closed') return;
    put(db, who, slot, 'closeSlot', { state: 'closed', closedAt: timestamp(), closedBecause });
  });
}

/** Writes a change down, with its event and the search. */
function put(db: Db, who: Who, slot: MemberSlot, verb: string, changes: Partial<typeof slots.$inferInsert>): void {
  db.update(slots)
    .set({ ...changes, edition: slot.edition + 1, updatedAt: timestamp() })
    .where(eq(slots.id, slot.id))
    .run();
  recordEvent(db, { actor: nameOf(who), verb, noun: 'slot', nounId: slot.id });
  indexOrganisations(db, [slot.organisationId]);
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
    if (!slugs.has(slug) && !isRetired(db, 'slot', slug)) return slug;
  }
}
