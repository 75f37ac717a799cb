import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

export const SESSION_METHODS = ['link', 'code', 'password', 'passkey', 'demo'] as const;

/** Somebody is signed in on a device. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** SHA-256 of what the cookie holds. */
    tokenHash: text().notNull().unique(),
    /** The token before, which still works for a moment: requests that were under way come with it. */
    previousHash: text().unique(),
    previousUntil: text(),
    /** It gets a new token with its next request: what its account may do has changed. */
    rotates: integer({ mode: 'boolean' }).notNull().default(false),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    method: text({ enum: SESSION_METHODS }).notNull(),
    /** For its owner to recognise it by: "Firefox, Windows". */
    device: text().notNull(),
    startedAt: text().notNull(),
    /** Moves on while it is used. */
    expiresAt: text().notNull(),
    secondFactorAt: text(),
  },
  (table) => [index('sessions_account').on(table.accountId)],
);
