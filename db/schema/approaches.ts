import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { enquiries } from './enquiries.ts';
import { organisations } from './organisations.ts';

export const APPROACH_CHANNELS = ['phone', 'e-mail', 'visit', 'meeting', 'portal'] as const;

/** What it was about: a choice, so that a colleague understands it at a glance. */
export const APPROACH_SUBJECTS = ['slot', 'new-slot', 'placement', 'follow-up', 'partnership', 'other'] as const;

/** Each time that a consultant was in touch with an organisation: one log for all consultants. */
export const approaches = sqliteTable(
  'approaches',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    accountId: integer().references(() => accounts.id, { onDelete: 'set null' }),
    /** YYYY-MM-DD */
    on: text().notNull(),
    channel: text({ enum: APPROACH_CHANNELS }).notNull(),
    subject: text({ enum: APPROACH_SUBJECTS }).notNull(),
    line: text(),
    enquiryId: integer().references(() => enquiries.id, { onDelete: 'set null' }),
    writtenAt: text().notNull(),
  },
  (table) => [
    index('approaches_organisation').on(table.organisationId, table.on),
    index('approaches_account').on(table.accountId, table.on),
    index('approaches_enquiry').on(table.enquiryId),
  ],
);

/** How often an organisation wants to be approached, and until when not at all. */
export const approachWishes = sqliteTable('approach_wishes', {
  organisationId: integer()
    .primaryKey()
    .references(() => organisations.id, { onDelete: 'cascade' }),
  /** Days between two approaches; null leaves it to the municipality. */
  coolDownDays: integer(),
  /** YYYY-MM-DD: until then, please not at all. */
  restUntil: text(),
  changedAt: text().notNull(),
});

export const COLLEAGUE_REQUEST_STATES = ['waiting', 'done', 'declined'] as const;

/** A consultant asks a colleague, who knows the organisation, to raise something with it. */
export const colleagueRequests = sqliteTable(
  'colleague_requests',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    fromAccountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    toAccountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    line: text().notNull(),
    state: text({ enum: COLLEAGUE_REQUEST_STATES }).notNull().default('waiting'),
    askedAt: text().notNull(),
    settledAt: text(),
  },
  (table) => [
    index('colleague_requests_to').on(table.toAccountId, table.state),
    index('colleague_requests_from').on(table.fromAccountId, table.state),
    index('colleague_requests_organisation').on(table.organisationId),
  ],
);
