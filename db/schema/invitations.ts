import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ACCOUNT_LOCALES, accounts } from './accounts.ts';
import { networks } from './networks.ts';
import { organisations } from './organisations.ts';

export const INVITATION_ROLES = ['owner', 'editor', 'coordinator', 'consultant', 'administrator'] as const;

/** Somebody is asked to take on a role. Bound to the address that it was sent to, and good for one answer. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    email: text().notNull(),
    role: text({ enum: INVITATION_ROLES }).notNull(),
    organisationId: integer().references(() => organisations.id, { onDelete: 'cascade' }),
    networkId: integer().references(() => networks.id, { onDelete: 'cascade' }),
    locale: text({ enum: ACCOUNT_LOCALES }).notNull(),
    tokenHash: text().notNull().unique(),
    /** Nobody where it came from the command line, or the account is gone. */
    invitedBy: integer().references(() => accounts.id, { onDelete: 'set null' }),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    acceptedAt: text(),
    acceptedBy: integer().references(() => accounts.id, { onDelete: 'set null' }),
    revokedAt: text(),
  },
  (table) => [
    index('invitations_organisation').on(table.organisationId),
    index('invitations_network').on(table.networkId),
    check(
      'invitations_place',
      sql`(${table.role} in ('owner', 'editor')) = (${table.organisationId} is not null) and (${table.role} = 'coordinator') = (${table.networkId} is not null)`,
    ),
  ],
);
