import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { networks } from './networks.ts';
import { organisations } from './organisations.ts';

export const ACCOUNT_STATES = ['active', 'suspended'] as const;
export const MEMBER_ROLES = ['owner', 'editor'] as const;
export const STAFF_ROLES = ['consultant', 'administrator'] as const;
export const ACCOUNT_LOCALES = ['da', 'en'] as const;

/** A person who signs in. What the account may do is said by the tables of roles below. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** As it was read by `emailAddress` (domain/accounts/schema): in lower case. */
    email: text().notNull(),
    name: text().notNull(),
    locale: text({ enum: ACCOUNT_LOCALES }).notNull(),
    state: text({ enum: ACCOUNT_STATES }).notNull().default('active'),
    /** Invented, with the demo network. */
    demo: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex('accounts_email').on(sql`lower(${table.email})`)],
);

/** Who looks after an organisation. A trigger keeps the last owner of each. */
export const organisationMembers = sqliteTable(
  'organisation_members',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    role: text({ enum: MEMBER_ROLES }).notNull(),
    since: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.organisationId] }),
    index('organisation_members_organisation').on(table.organisationId),
  ],
);

/** Who runs a network. */
export const networkCoordinators = sqliteTable(
  'network_coordinators',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    networkId: integer()
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    since: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.networkId] }),
    index('network_coordinators_network').on(table.networkId),
  ],
);

/** Consultants of the job centre, and those who run the portal. */
export const staff = sqliteTable(
  'staff',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text({ enum: STAFF_ROLES }).notNull(),
    since: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.role] })],
);
