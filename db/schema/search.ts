import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const SEARCH_KINDS = ['organisations', 'slots'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * What an outside search server has still to be told, written with the change itself.
 * A row names what changed, never how: the deliverer reads the present state, so order and repeats do not matter.
 */
export const searchOutbox = sqliteTable('search_outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: SEARCH_KINDS }).notNull(),
  entityId: integer().notNull(),
  queuedAt: text().notNull(),
});

/** Small facts that the portal keeps about itself: version of the reference data, of the demo network … */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});
