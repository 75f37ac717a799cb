import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only: who did what to what, when. A trigger refuses every change and deletion. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    /** `import`, `system`, or who signed in. Never a name or an address. */
    actor: text().notNull(),
    verb: text().notNull(),
    noun: text().notNull(),
    nounId: integer().notNull(),
    /** Whose log it belongs into. No key: the event outlives the organisation. */
    organisationId: integer(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [
    index('events_noun').on(table.noun, table.nounId),
    index('events_organisation').on(table.organisationId, table.id),
  ],
);
