import { createHash } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { slotDrafts, slotKeys, slotSupport, slots, slotTemplates } from '#db/schema/slots.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { timestamp, today } from '#domain/time.ts';
import { ladderOf } from './queries.ts';
import { type SlotStatus, statusOf, usualLastDay } from './rules.ts';
import { type MemberSlotInput, type SlotDraft, slotDraft } from './schema.ts';

/** A slot as those see it who look after its organisation: ready to be put into a form. */
export interface MemberSlot {
  id: number;
  organisationId: number;
  slug: string;
  status: SlotStatus;
  /** Whoever saves says which edition they began from. */
  edition: number;
  publishedAt: string | null;
  /** ISO time. */
  updatedAt: string;
  input: MemberSlotInput;
}

export interface Draft {
  id: number;
  organisationId: number;
  edition: number;
  data: SlotDraft;
  duplicateOf: number | null;
  templateId: string | null;
  /** ISO time. */
  updatedAt: string;
}

export type SlotTemplate = Omit<typeof slotTemplates.$inferSelect, 'data'> & { data: SlotDraft };

/** Nothing for a slot of an organisation that the viewer does not look after. */
export function findSlotForMember(db: Db, viewer: Viewer, id: number): MemberSlot | undefined {
  const slot = memberSlot(db, id);
  return slot && looksAfter(viewer, slot.organisationId) ? slot : undefined;
}

export function findDraftForMember(db: Db, viewer: Viewer, id: number): Draft | undefined {
  const draft = draftById(db, id);
  return draft && looksAfter(viewer, draft.organisationId) ? draft : undefined;
}

/** Every slot that the organisation has ever published, what changed last first. */
export function slotsForMember(db: Db, viewer: Viewer, organisationId: number): MemberSlot[] {
  if (!looksAfter(viewer, organisationId)) return [];
  const ids = db
    .select({ id: slots.id })
    .from(slots)
    .where(eq(slots.organisationId, organisationId))
    .orderBy(desc(slots.updatedAt), desc(slots.id))
    .all();
  return ids.flatMap(({ id }) => memberSlot(db, id) ?? []);
}

export function draftsForMember(db: Db, viewer: Viewer, organisationId: number): Draft[] {
  if (!looksAfter(viewer, organisationId)) return [];
  const rows = db
    .select()
    .from(slotDrafts)
    .where(eq(slotDrafts.organisationId, organisationId))
    .orderBy(desc(slotDrafts.updatedAt), desc(slotDrafts.id))
    .all();
  return rows.map(toDraft);
}

/** Slots to begin from, of the schemes that are named. */
export function slotTemplatesOf(db: Db, schemes: string[]): SlotTemplate[] {
  const rows = db.select().from(slotTemplates).orderBy(asc(slotTemplates.position)).all();
  return rows
    .filter((row) => schemes.includes(row.schemeId))
    .map((row) => ({ ...row, data: slotDraft.parse(row.data) }));
}

/** What a new slot of the organisation begins with, so that most hosts have nothing to choose there. */
export function slotDefaults(db: Db, organisationId: number): SlotDraft {
  const contact = statement<{ name: string }>(db, FIRST_CONTACT).get(organisationId);
  return { expiresOn: usualLastDay(), ...(contact && { contactName: contact.name }) };
}

const FIRST_CONTACT = 'select name from contacts where organisation_id = ? order by id limit 1';

/** The slot that a draft has become, for who asks for the draft again: by a form sent twice, or by Back. */
export function findSlotOfDraft(db: Db, viewer: Viewer, draftId: number): MemberSlot | undefined {
  const event = statement<{ slotId: number }>(db, OPENED_FROM).get(draftId);
  return event && findSlotForMember(db, viewer, event.slotId);
}

const OPENED_FROM = `
  select noun_id as slotId from events where noun = 'slot' and verb = 'openSlot' and detail ->> '$.draft' = ?`;

/** The slot that a link in an e-mail may change, while the link is good. */
export function findSlotByKey(db: Db, key: string): MemberSlot | undefined {
  const found = db
    .select()
    .from(slotKeys)
    .where(eq(slotKeys.hash, hashOf(key)))
    .get();
  return found && found.expiresAt > timestamp() ? memberSlot(db, found.slotId) : undefined;
}

/** Only this is kept of a key. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** For whoever has been let in already. */
export function memberSlot(db: Db, id: number): MemberSlot | undefined {
  const row = db.select().from(slots).where(eq(slots.id, id)).get();
  if (!row) return undefined;
  const support = db
    .select({ id: slotSupport.supportFactId })
    .from(slotSupport)
    .where(eq(slotSupport.slotId, id))
    .orderBy(asc(slotSupport.supportFactId))
    .all();
  return {
    id,
    organisationId: row.organisationId,
    slug: row.slug,
    status: statusOf(row, today()),
    edition: row.edition,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    input: {
      title: row.title,
      scheme: row.schemeId,
      occupation: row.occupation,
      tasks: row.tasks,
      hoursMin: row.hoursMin,
      hoursMax: row.hoursMax,
      weeks: row.weeks,
      positions: row.positions,
      filled: row.filled,
      startsOn: row.startsOn,
      expiresOn: row.expiresOn,
      support: support.map((fact) => fact.id),
      leadsToJob: row.leadsToJob,
      contactName: row.contactName,
      ladder: ladderOf(db, id),
      workplaceId: row.workplaceId,
      answers: row.answers,
    },
  };
}

export function draftById(db: Db, id: number): Draft | undefined {
  const row = db.select().from(slotDrafts).where(eq(slotDrafts.id, id)).get();
  return row && toDraft(row);
}

function toDraft({ createdAt: _, ...row }: typeof slotDrafts.$inferSelect): Draft {
  return { ...row, data: slotDraft.parse(row.data) };
}
