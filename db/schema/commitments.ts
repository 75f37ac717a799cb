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
    /** Name of a file under DATA_DIR/evidence, shown in the place of a link. */
    evidenceFile: text().unique(),
    madeOn: text().notNull(),
    reviewOn: text().notNull(),
    state: text({ enum: COMMITMENT_STATES }).notNull().default('active'),
    settledOn: text(),
    /** Why it was withdrawn, in the organisation's own words. */
    reason: text(),
    /** Counts the changes: who saves an older edition is told, and overwrites nothing. */
    edition: integer().notNull().default(1),
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

/** What a commitment said before it was changed or given more time: part of the public ledger. */
export const commitmentChanges = sqliteTable(
  'commitment_changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commitmentId: integer()
      .notNull()
      .references(() => commitments.id, { onDelete: 'cascade' }),
    /** YYYY-MM-DD */
    on: text().notNull(),
    kind: text({ enum: ['changed', 'extended'] }).notNull(),
    statementBefore: text().notNull(),
    measureBefore: text().notNull(),
    reviewOnBefore: text().notNull(),
    reviewOn: text().notNull(),
    /** Why it needs more time, in the organisation's own words. */
    reason: text(),
  },
  (table) => [index('commitment_changes_commitment').on(table.commitmentId)],
);
