import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { organisations } from './organisations.ts';
import { slots } from './slots.ts';

export const SAVED_SEARCH_KINDS = ['slots', 'employers'] as const;

/** How soon somebody hears of what is new, at most once a day whichever they choose. */
export const ALERT_FREQUENCIES = ['at-once', 'daily', 'weekly', 'never'] as const;

/** A search that somebody keeps. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: SAVED_SEARCH_KINDS }).notNull(),
    name: text().notNull(),
    /** What it asks for, as the address of its page has it, in one order and without any place. */
    query: text().notNull(),
    frequency: text({ enum: ALERT_FREQUENCIES }).notNull(),
    /** The day on which it was last looked through for what is new (YYYY-MM-DD). */
    checkedOn: text().notNull(),
    /** Of the key of its feed; the key itself is kept by nobody but its owner. */
    feedHash: text().unique(),
    savedAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('saved_searches_query').on(table.accountId, table.kind, table.query),
    index('saved_searches_frequency').on(table.frequency),
  ],
);

/** What a search has found so far, so that it is new only once. */
export const savedSearchHits = sqliteTable(
  'saved_search_hits',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    savedSearchId: integer()
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    slotId: integer().references(() => slots.id, { onDelete: 'cascade' }),
    organisationId: integer().references(() => organisations.id, { onDelete: 'cascade' }),
    /** When its owner was told of it (YYYY-MM-DD); null where it was there when the search was saved. */
    alertedOn: text(),
  },
  (table) => [
    uniqueIndex('saved_search_hits_slot').on(table.savedSearchId, table.slotId),
    uniqueIndex('saved_search_hits_organisation_hit').on(table.savedSearchId, table.organisationId),
    index('saved_search_hits_slots').on(table.slotId),
    index('saved_search_hits_organisations').on(table.organisationId),
    check('saved_search_hits_what', sql`(${table.slotId} is null) <> (${table.organisationId} is null)`),
  ],
);

/** The day on which somebody last got an e-mail about their searches: one a day, however many searches. */
export const savedSearchMails = sqliteTable('saved_search_mails', {
  accountId: integer()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** YYYY-MM-DD */
  sentOn: text().notNull(),
});
