import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { organisations, workplaces } from './organisations.ts';
import { schemes, supportFacts } from './schemes.ts';

export const SLOT_STATES = ['draft', 'open', 'paused', 'closed'] as const;

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
