import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { organisations } from './organisations.ts';
import { postcodes } from './places.ts';
import { schemes, supportFacts } from './schemes.ts';

export const NEED_STATES = ['open', 'met', 'withdrawn', 'expired'] as const;

/** What kind of offer is missing, in counts: never who it is for. */
export const needs = sqliteTable(
  'needs',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer().references(() => accounts.id, { onDelete: 'set null' }),
    /** How many places. */
    places: integer().notNull(),
    /** About so many hours a week. */
    hoursMin: real().notNull(),
    hoursMax: real().notNull(),
    /** Null is whichever fits. */
    schemeId: text().references(() => schemes.id),
    postcode: text()
      .notNull()
      .references(() => postcodes.code),
    radiusKm: integer().notNull(),
    /** YYYY-MM */
    fromMonth: text().notNull(),
    line: text(),
    state: text({ enum: NEED_STATES }).notNull().default('open'),
    /** YYYY-MM-DD: slots that were opened from then on meet it. */
    postedOn: text().notNull(),
    postedAt: text().notNull(),
    closedAt: text(),
  },
  (table) => [index('needs_state').on(table.state), index('needs_account').on(table.accountId, table.state)],
);

export const needSupport = sqliteTable(
  'need_support',
  {
    needId: integer()
      .notNull()
      .references(() => needs.id, { onDelete: 'cascade' }),
    supportFactId: text()
      .notNull()
      .references(() => supportFacts.id),
  },
  (table) => [primaryKey({ columns: [table.needId, table.supportFactId] })],
);

/** An organisation that does not want to be asked about this need again. */
export const needDeclines = sqliteTable(
  'need_declines',
  {
    needId: integer()
      .notNull()
      .references(() => needs.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    at: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.organisationId] }),
    index('need_declines_organisation').on(table.organisationId),
  ],
);
