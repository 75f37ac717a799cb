import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { organisations } from './organisations.ts';

/** Accounts that are to go once their grace is over. Until then their owner can change their mind. */
export const accountDeletions = sqliteTable(
  'account_deletions',
  {
    accountId: integer()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    askedAt: text().notNull(),
    dueAt: text().notNull(),
  },
  (table) => [index('account_deletions_due').on(table.dueAt)],
);

/** Organisations that are to go once their grace is over. Until then nobody but their own people sees them. */
export const organisationDeletions = sqliteTable(
  'organisation_deletions',
  {
    organisationId: integer()
      .primaryKey()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Nobody where the account is gone since. */
    askedBy: integer().references(() => accounts.id, { onDelete: 'set null' }),
    askedAt: text().notNull(),
    dueAt: text().notNull(),
  },
  (table) => [index('organisation_deletions_due').on(table.dueAt)],
);

/** Addresses of what was deleted: they answer "gone" and are given to nobody else. */
export const retiredSlugs = sqliteTable('retired_slugs', {
  /** Of what kind it was and its slug, hashed with the portal's key: the name in it is not kept. */
  hash: text().primaryKey(),
  retiredAt: text().notNull(),
});
