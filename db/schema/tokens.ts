import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

export const TOKEN_PURPOSES = [
  'sign-in',
  'sign-up',
  'leave-address',
  'new-address',
  'passkey',
  'visitor-enquiry',
] as const;

/** Something that works once: a link in an e-mail, the code beside it, a question put to a passkey. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    purpose: text({ enum: TOKEN_PURPOSES }).notNull(),
    accountId: integer().references(() => accounts.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    /** A code is short, so it counts only together with the handle that its browser holds, and for few attempts. */
    handleHash: text().unique(),
    codeHash: text(),
    attempts: integer().notNull().default(0),
    /** What it is about (an address to confirm, where to go next), encrypted (db/secrets.ts). */
    sealed: blob({ mode: 'buffer' }),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (table) => [index('tokens_account').on(table.accountId, table.purpose), index('tokens_expiry').on(table.expiresAt)],
);
