import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { slotDrafts, slotTemplates } from '#db/schema/slots.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { insertSlot } from './commands.ts';
import { type Draft, draftById, memberSlot } from './member-queries.ts';
import { checkSlot } from './publishable.ts';
import { usualLastDay } from './rules.ts';
import { type SlotDraft, slotDraft } from './schema.ts';

/**
 * Begins a slot: empty, or from a template. Returns the draft's id.
 *
 * @throws Invalid, NotFound
 */
export function draftSlot(
  db: Db,
  who: Who,
  organisationId: number,
  begin: { templateId?: string; data?: SlotDraft } = {},
): number {
  return inTransaction(db, () => {
    const organisation = statement<{ organisationId: number }>(db, ORGANISATION).get(organisationId);
    kept(who, organisation);
    const { templateId = null } = begin;
    const template = templateId
      ? db.select().from(slotTemplates).where(eq(slotTemplates.id, templateId)).get()
      : undefined;
    if (templateId && !template) throw new Invalid({ templateId: 'unknown-template' });
    return insertDraft(db, who, { organisationId, templateId, data: checked({ ...template?.data, ...begin.data }) });
  });
}

/** Begins a slot as a copy of another of the organisation's. Returns the draft's id. @throws NotFound */
export function duplicateSlot(db: Db, who: Who, id: number): number {
  return inTransaction(db, () => {
    const slot = kept(who, memberSlot(db, id));
    // Days and people belong to the old one.
    const { filled, startsOn, expiresOn, ...data } = slot.input;
    return insertDraft(db, who, {
      organisationId: slot.organisationId,
      duplicateOf: id,
      data: { ...data, expiresOn: usualLastDay() },
    });
  });
}

/**
 * Keeps what is written so far; the rest may be missing. What is given takes the place of what was there, and what is
 * given as undefined is taken away. Saying what stands there already changes nothing, so a form may be sent twice.
 *
 * @param edition the one that was read
 * @returns the new edition
 * @throws Invalid, Conflict `changed-meanwhile`, NotFound
 */
export function saveDraft(db: Db, who: Who, id: number, edition: number, data: SlotDraft): number {
  return inTransaction(db, () => {
    const draft = kept(who, draftById(db, id));
    const whole = checked({ ...draft.data, ...data });
    if (isDeepStrictEqual(withoutGaps(whole), withoutGaps(draft.data))) return draft.edition;
    if (draft.edition !== edition) throw new Conflict('changed-meanwhile');
    db.update(slotDrafts)
      .set({ data: whole, edition: edition + 1, updatedAt: timestamp() })
      .where(eq(slotDrafts.id, id))
      .run();
    return edition + 1;
  });
}

/** Throws a draft away. @throws NotFound */
export function discardDraft(db: Db, who: Who, id: number): void {
  inTransaction(db, () => {
    const draft = kept(who, draftById(db, id));
    recordEvent(db, { actor: nameOf(who), verb: 'discardDraft', noun: 'slot-draft', nounId: id });
    remove(db, draft);
  });
}

/**
 * Opens the slot that a draft describes, for everybody to see. Returns the slot's id.
 *
 * @throws Invalid with all that is missing or wrong, Conflict `changed-meanwhile`, NotFound
 */
export function publishSlot(db: Db, who: Who, draftId: number, edition: number): number {
  return inTransaction(db, () => {
    const draft = kept(who, draftById(db, draftId));
    if (draft.edition !== edition) throw new Conflict('changed-meanwhile');
    const input = checkSlot(db, draft.organisationId, draft.data);
    const id = insertSlot(db, who, draft.organisationId, input, draft);
    remove(db, draft);
    return id;
  });
}

const ORGANISATION = 'select id as organisationId from organisations where id = ?';

function insertDraft(
  db: Db,
  who: Who,
  draft: { organisationId: number; data: SlotDraft; templateId?: string | null; duplicateOf?: number },
): number {
  const now = timestamp();
  const { id } = db
    .insert(slotDrafts)
    .values({ ...draft, createdAt: now, updatedAt: now })
    .returning({ id: slotDrafts.id })
    .get();
  recordEvent(db, { actor: nameOf(who), verb: 'draftSlot', noun: 'slot-draft', nounId: id });
  return id;
}

function remove(db: Db, draft: Draft): void {
  db.delete(slotDrafts).where(eq(slotDrafts.id, draft.id)).run();
}

/** A field that is given has to do, in a draft too: nothing CPR-shaped is kept even for a while. @throws Invalid */
function checked(data: SlotDraft): SlotDraft {
  const read = slotDraft.safeParse(data);
  if (read.success) return read.data;
  throw new Invalid(Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])));
}

const withoutGaps = (data: SlotDraft) => JSON.parse(JSON.stringify(data)) as SlotDraft;
