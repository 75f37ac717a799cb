import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { enquiries } from './enquiries.ts';
import { organisations } from './organisations.ts';
import { schemes } from './schemes.ts';

export const OUTCOME_KINDS = ['started', 'prolonged', 'completed', 'ordinary-hours', 'hired', 'stopped'] as const;

/** What came of placements, in counts that a consultant confirmed. Never who. */
export const outcomes = sqliteTable(
  'outcomes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    schemeId: text().references(() => schemes.id),
    kind: text({ enum: OUTCOME_KINDS }).notNull(),
    persons: integer().notNull(),
    /** Hours a week of each. */
    hoursWeekly: real(),
    /** YYYY-MM-DD */
    on: text().notNull(),
    /** Null where it was confirmed without an enquiry in the portal. */
    enquiryId: integer().references(() => enquiries.id, { onDelete: 'set null' }),
    confirmedBy: integer().references(() => accounts.id, { onDelete: 'set null' }),
    confirmedAt: text().notNull(),
  },
  (table) => [
    index('outcomes_organisation').on(table.organisationId, table.kind),
    index('outcomes_day').on(table.on),
    index('outcomes_enquiry').on(table.enquiryId),
  ],
);
