import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

export const MAIL_KINDS = ['slots', 'commitments', 'enquiries', 'requests', 'searches'] as const;

/** E-mails that somebody does not want: an account, or whoever has an address without one. */
export const mailRefusals = sqliteTable(
  'mail_refusals',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer().references(() => accounts.id, { onDelete: 'cascade' }),
    /** Hashed with the portal's key: the address is not written down. */
    addressHash: text(),
    kind: text({ enum: MAIL_KINDS }).notNull(),
    since: text().notNull(),
  },
  (table) => [
    uniqueIndex('mail_refusals_account').on(table.accountId, table.kind),
    uniqueIndex('mail_refusals_address').on(table.addressHash, table.kind),
    check('mail_refusals_whose', sql`(${table.accountId} is null) <> (${table.addressHash} is null)`),
  ],
);
