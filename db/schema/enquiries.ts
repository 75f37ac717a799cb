import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { organisations } from './organisations.ts';
import { schemes } from './schemes.ts';
import { slots } from './slots.ts';

export const ENQUIRY_STATES = ['sent', 'seen', 'answered', 'agreed', 'started', 'ended'] as const;

/** How it ended: called off before anybody began, or what came of the placement. */
export const ENQUIRY_OUTCOMES = ['cancelled', 'completed', 'ordinary-hours', 'hired', 'stopped'] as const;

/** On whose side something was decided. The citizen's side is named, and nothing is said of why. */
export const DECIDING_SIDES = ['employer', 'citizen', 'municipality'] as const;

/** Who asks: a consultant for the job centre, somebody for an organisation, or a visitor who has no account. */
export const ENQUIRY_ASKERS = ['job-centre', 'organisation', 'visitor'] as const;

export const MESSAGE_SIDES = ['asker', 'employer'] as const;

/** Somebody asks an organisation, about one of its slots or about itself. Hours are a week; days are YYYY-MM-DD. */
export const enquiries = sqliteTable(
  'enquiries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    slotId: integer().references(() => slots.id, { onDelete: 'set null' }),
    asker: text({ enum: ENQUIRY_ASKERS }).notNull(),
    /** Whose it is now: a consultant, or somebody of another organisation. Null for a visitor. */
    accountId: integer().references(() => accounts.id, { onDelete: 'set null' }),
    /** The organisation that asks. */
    fromOrganisationId: integer().references(() => organisations.id, { onDelete: 'set null' }),
    /** Of a visitor: where answers go, forgotten together with the thread. */
    visitorEmail: text(),
    visitorName: text(),
    visitorLocale: text({ enum: ['da', 'en'] }),
    state: text({ enum: ENQUIRY_STATES }).notNull(),
    schemeId: text().references(() => schemes.id),
    /** Null for a visitor, who asks for no place. */
    places: integer(),
    hoursWeekly: real(),
    /** YYYY-MM, or null for "when it suits". */
    fromMonth: text(),
    sentOn: text().notNull(),
    sentAt: text().notNull(),
    seenAt: text(),
    answeredAt: text(),
    agreedAt: text(),
    startedOn: text(),
    /** When the placement is to end, moved by prolonging it. */
    endsOn: text(),
    prolonged: integer().notNull().default(0),
    endedOn: text(),
    outcome: text({ enum: ENQUIRY_OUTCOMES }),
    /** Who called it off or stopped it. */
    endedBy: text({ enum: DECIDING_SIDES }),
    /** When something last happened in it, for either side. */
    changedAt: text().notNull(),
    /** When the asking side last looked. */
    lookedAt: text().notNull(),
  },
  (table) => [
    index('enquiries_account').on(table.accountId, table.state, table.sentOn),
    index('enquiries_account_changed').on(table.accountId, table.changedAt),
    index('enquiries_account_news')
      .on(table.accountId, table.changedAt)
      .where(sql`${table.changedAt} > ${table.lookedAt}`),
    index('enquiries_organisation').on(table.organisationId, table.state),
    index('enquiries_waiting').on(table.state, table.sentOn),
    index('enquiries_slot').on(table.slotId),
    index('enquiries_from_organisation').on(table.fromOrganisationId),
    index('enquiries_visitors').on(table.changedAt).where(sql`${table.asker} = 'visitor'`),
  ],
);

export const enquiryMessages = sqliteTable(
  'enquiry_messages',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    enquiryId: integer()
      .notNull()
      .references(() => enquiries.id, { onDelete: 'cascade' }),
    side: text({ enum: MESSAGE_SIDES }).notNull(),
    /** Null where it was written through a link, or the account is gone. */
    accountId: integer().references(() => accounts.id, { onDelete: 'set null' }),
    text: text().notNull(),
    sentAt: text().notNull(),
  },
  (table) => [index('enquiry_messages_enquiry').on(table.enquiryId)],
);

export const ENQUIRY_KEY_KINDS = ['link', 'pass'] as const;

/**
 * How somebody without an account gets to one thread: by a link that opens once, which gives a pass that the browser
 * keeps for a while. Only hashes are kept.
 */
export const enquiryKeys = sqliteTable(
  'enquiry_keys',
  {
    hash: text().primaryKey(),
    enquiryId: integer()
      .notNull()
      .references(() => enquiries.id, { onDelete: 'cascade' }),
    kind: text({ enum: ENQUIRY_KEY_KINDS }).notNull(),
    /** On which side of the thread it lets somebody in. */
    side: text({ enum: MESSAGE_SIDES }).notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (table) => [index('enquiry_keys_enquiry').on(table.enquiryId), index('enquiry_keys_expiry').on(table.expiresAt)],
);

export const ENQUIRY_REMINDERS = ['first', 'second', 'coordinator'] as const;

/** Which reminders went out, each once. */
export const enquiryReminders = sqliteTable(
  'enquiry_reminders',
  {
    enquiryId: integer()
      .notNull()
      .references(() => enquiries.id, { onDelete: 'cascade' }),
    kind: text({ enum: ENQUIRY_REMINDERS }).notNull(),
    sentAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.enquiryId, table.kind] })],
);

/** Texts to begin from, for everybody in the job centre. The portal brings a few of its own (src/i18n). */
export const enquiryTemplates = sqliteTable('enquiry_templates', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  text: text().notNull(),
  accountId: integer().references(() => accounts.id, { onDelete: 'set null' }),
  changedAt: text().notNull(),
});
