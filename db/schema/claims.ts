import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { networks } from './networks.ts';
import { organisations } from './organisations.ts';

export const REQUEST_STATES = ['waiting', 'approved', 'declined', 'withdrawn'] as const;

const request = () => ({
  id: integer().primaryKey({ autoIncrement: true }),
  accountId: integer()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** In the person's own words. */
  message: text().notNull(),
  state: text({ enum: REQUEST_STATES }).notNull().default('waiting'),
  createdAt: text().notNull(),
  settledAt: text(),
  settledBy: integer().references(() => accounts.id, { onDelete: 'set null' }),
  /** Why it was declined, for the person to read. */
  reason: text(),
});

/** Somebody says that a listed organisation is theirs to look after. */
export const claims = sqliteTable(
  'claims',
  {
    ...request(),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (table) => [
    uniqueIndex('claims_one_waiting').on(table.accountId, table.organisationId).where(sql`${table.state} = 'waiting'`),
    index('claims_organisation').on(table.organisationId),
  ],
);

/** An organisation asks to join a network: one that is listed, or a new one with what it says about itself. */
export const applications = sqliteTable(
  'applications',
  {
    ...request(),
    networkId: integer()
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    /** Nobody's yet where the organisation is new; set once it is approved. */
    organisationId: integer().references(() => organisations.id, { onDelete: 'cascade' }),
    /** What a new organisation says about itself, as its form was read. */
    proposed: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [index('applications_network').on(table.networkId, table.state)],
);
