import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { goals } from './goals.ts';
import { organisations } from './organisations.ts';

/** Reference data: what a commitment is about. */
export const themes = sqliteTable('themes', {
  id: text().primaryKey(),
  labelDa: text().notNull(),
  labelEn: text().notNull(),
  hintDa: text().notNull(),
  hintEn: text().notNull(),
  icon: text().notNull(),
});

/** What is stored; `late` shows by itself once the review day has passed (domain/commitments/rules). */
export const COMMITMENT_STATES = ['active', 'kept', 'withdrawn'] as const;

/** A public promise: what, how one sees that it is kept, and when it is looked at again. */
export const commitments = sqliteTable(
  'commitments',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    theme: text()
      .notNull()
      .references(() => themes.id),
    statement: text().notNull(),
    measure: text().notNull(),
    evidenceLabel: text(),
    evidenceUrl: text(),
    madeOn: text().notNull(),
    reviewOn: text().notNull(),
    state: text({ enum: COMMITMENT_STATES }).notNull().default('active'),
    settledOn: text(),
    /** Why it was withdrawn, in the organisation's own words. */
    reason: text(),
  },
  (table) => [index('commitments_organisation').on(table.organisationId)],
);

export const commitmentGoals = sqliteTable(
  'commitment_goals',
  {
    commitmentId: integer()
      .notNull()
      .references(() => commitments.id, { onDelete: 'cascade' }),
    goal: integer()
      .notNull()
      .references(() => goals.nr),
  },
  (table) => [primaryKey({ columns: [table.commitmentId, table.goal] })],
);
