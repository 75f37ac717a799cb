import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { organisations } from './organisations.ts';

/** An employer that a consultant looks after: the consultant's own, with what comes next. */
export const portfolioEmployers = sqliteTable(
  'portfolio_employers',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    nextStep: text(),
    /** YYYY-MM-DD */
    nextStepOn: text(),
    addedAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.organisationId] }),
    index('portfolio_employers_next_step').on(table.accountId, table.nextStepOn),
    index('portfolio_employers_organisation').on(table.organisationId),
  ],
);

export const portfolioTags = sqliteTable(
  'portfolio_tags',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.organisationId, table.tag] }),
    index('portfolio_tags_tag').on(table.accountId, table.tag),
  ],
);

/** Notes about the employer, and about nobody else. */
export const portfolioNotes = sqliteTable(
  'portfolio_notes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    writtenAt: text().notNull(),
  },
  (table) => [index('portfolio_notes_employer').on(table.accountId, table.organisationId)],
);

/** A list of employers: one's own, until it is shared with the colleagues. */
export const employerLists = sqliteTable(
  'employer_lists',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    isShared: integer({ mode: 'boolean' }).notNull().default(false),
    changedAt: text().notNull(),
  },
  (table) => [index('employer_lists_account').on(table.accountId), index('employer_lists_shared').on(table.isShared)],
);

export const employerListItems = sqliteTable(
  'employer_list_items',
  {
    listId: integer()
      .notNull()
      .references(() => employerLists.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.organisationId] }),
    index('employer_list_items_organisation').on(table.organisationId),
  ],
);

/** A list as a public page for a while. Only the hash of its address is kept. */
export const employerListLinks = sqliteTable(
  'employer_list_links',
  {
    hash: text().primaryKey(),
    listId: integer()
      .notNull()
      .references(() => employerLists.id, { onDelete: 'cascade' }),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
  },
  (table) => [index('employer_list_links_list').on(table.listId)],
);

/** The employers that somebody looked at last; only the newest are kept. */
export const recentViews = sqliteTable(
  'recent_views',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    at: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.organisationId] }),
    index('recent_views_newest').on(table.accountId, table.at),
    index('recent_views_organisation').on(table.organisationId),
  ],
);
