import { type AnySQLiteColumn, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { organisations, workplaces } from './organisations.ts';
import { schemes, supportFacts } from './schemes.ts';

export const SLOT_STATES = ['open', 'paused', 'closed'] as const;

/** Why a slot closed: its last day passed, or somebody took it away. A slot that is full stays open and counts itself. */
export const CLOSING_REASONS = ['expired', 'taken-away'] as const;

/** An inclusive job slot. Hours are a week; days are YYYY-MM-DD. */
export const slots = sqliteTable(
  'slots',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text().notNull().unique(),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    workplaceId: integer().references(() => workplaces.id, { onDelete: 'set null' }),
    schemeId: text()
      .notNull()
      .references(() => schemes.id),
    title: text().notNull(),
    occupation: text(),
    tasks: text().notNull(),
    hoursMin: real().notNull(),
    hoursMax: real().notNull(),
    /** Length of the placement in weeks; null is permanent, or as agreed. */
    weeks: integer(),
    positions: integer().notNull(),
    filled: integer().notNull().default(0),
    /** Null is "when it suits". */
    startsOn: text(),
    expiresOn: text().notNull(),
    leadsToJob: integer({ mode: 'boolean' }).notNull(),
    contactName: text(),
    state: text({ enum: SLOT_STATES }).notNull(),
    publishedAt: text(),
    pausedAt: text(),
    closedAt: text(),
    closedBecause: text({ enum: CLOSING_REASONS }),
    /** When its last day was last moved. */
    renewedAt: text(),
    /** The slot that it began as a copy of. */
    duplicateOf: integer().references((): AnySQLiteColumn => slots.id, { onDelete: 'set null' }),
    /** What the host said about the scheme's conditions (domain/scheme-check). */
    answers: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
    /** Counts the changes: who saves an older edition is told, and overwrites nothing. */
    edition: integer().notNull().default(1),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [
    index('slots_organisation').on(table.organisationId),
    index('slots_expiry').on(table.state, table.expiresOn),
  ],
);

export const slotSupport = sqliteTable(
  'slot_support',
  {
    slotId: integer()
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    supportFactId: text()
      .notNull()
      .references(() => supportFacts.id),
  },
  (table) => [primaryKey({ columns: [table.slotId, table.supportFactId] })],
);

/** The hours ladder: from which week how many hours a week, rising. */
export const slotSteps = sqliteTable(
  'slot_steps',
  {
    slotId: integer()
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    fromWeek: integer().notNull(),
    hours: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.slotId, table.fromWeek] })],
);

/** A slot that somebody is still writing: as much of it as there is. Nobody else sees it. */
export const slotDrafts = sqliteTable(
  'slot_drafts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** A `SlotDraft` (domain/slots/schema). */
    data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    duplicateOf: integer().references(() => slots.id, { onDelete: 'set null' }),
    templateId: text().references(() => slotTemplates.id),
    edition: integer().notNull().default(1),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [index('slot_drafts_organisation').on(table.organisationId)],
);

/** Reference data: slots to begin from, a few for each scheme. */
export const slotTemplates = sqliteTable('slot_templates', {
  id: text().primaryKey(),
  schemeId: text()
    .notNull()
    .references(() => schemes.id),
  nameDa: text().notNull(),
  nameEn: text().notNull(),
  /** The part of a `SlotDraft` that it fills in. Slots are written in Danish. */
  data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  position: integer().notNull(),
});

/** What a link in an e-mail may do to one slot: pause, close, renew. Only the hash of the key is kept. */
export const slotKeys = sqliteTable(
  'slot_keys',
  {
    hash: text().primaryKey(),
    slotId: integer()
      .notNull()
      .references(() => slots.id, { onDelete: 'cascade' }),
    expiresAt: text().notNull(),
  },
  (table) => [index('slot_keys_slot').on(table.slotId)],
);
