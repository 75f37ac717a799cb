import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

const owner = () =>
  integer()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

/** Argon2id, as a string that names its own parameters. */
export const passwords = sqliteTable('passwords', {
  accountId: owner().primaryKey(),
  hash: text().notNull(),
  setAt: text().notNull(),
});

/** What a device or a password manager holds the private half of (WebAuthn). */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    accountId: owner(),
    publicKey: blob({ mode: 'buffer' }).notNull(),
    /** Grows with each use where the device counts; one that falls back was copied. */
    counter: integer().notNull(),
    transports: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Whether it is kept by more than this one device. */
    backedUp: integer({ mode: 'boolean' }).notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: text().notNull(),
    lastUsedAt: text(),
  },
  (table) => [index('passkeys_account').on(table.accountId)],
);

/** The secret of an authenticator app (TOTP, RFC 6238), encrypted (db/secrets.ts). It counts once a code has shown that the app has it. */
export const authenticators = sqliteTable('authenticators', {
  accountId: owner().primaryKey(),
  sealed: blob({ mode: 'buffer' }).notNull(),
  confirmedAt: text(),
  /** The last time step that a code was taken for: none is taken twice. */
  lastStep: integer().notNull().default(0),
});

/** For when the app is lost. Each works once. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: owner(),
    codeHash: text().notNull(),
    usedAt: text(),
  },
  (table) => [uniqueIndex('recovery_codes_code').on(table.accountId, table.codeHash)],
);

/** Devices that somebody has signed in on: no throttle locks them out. */
export const knownDevices = sqliteTable(
  'known_devices',
  {
    accountId: owner(),
    tokenHash: text().notNull(),
    lastUsedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.tokenHash] })],
);
