import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const REMINDER_KINDS = ['slot-expires', 'commitment-review'] as const;

/** Which reminders were sent: one for each deadline and distance to it, so a moved deadline is reminded of anew. */
export const reminders = sqliteTable(
  'reminders',
  {
    kind: text({ enum: REMINDER_KINDS }).notNull(),
    nounId: integer().notNull(),
    /** YYYY-MM-DD */
    dueOn: text().notNull(),
    daysBefore: integer().notNull(),
    queuedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.nounId, table.dueOn, table.daysBefore] })],
);
