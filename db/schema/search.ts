import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const SEARCH_KINDS = ['organisations', 'slots'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * What the search knows of each organisation and slot, written in the data's own transaction. A disposable copy.
 *
 * Every write gives the row the next `version`, and a row that is gone stays as a tombstone (`document` null). So
 * whoever keeps a copy outside this table, the server's memory or a Meilisearch, asks for what came after the version
 * that it has: the table is its own outbox.
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer().primaryKey(),
    kind: text({ enum: SEARCH_KINDS }).notNull(),
    entityId: integer().notNull(),
    version: integer().notNull(),
    /** A `SearchDocument` (src/search/document.ts). */
    document: text(),
  },
  (table) => [
    uniqueIndex('search_documents_entity').on(table.kind, table.entityId),
    index('search_documents_version').on(table.version),
  ],
);

/**
 * The documents once more, without their texts: what the embedded engine keeps in memory, in a form that a million rows
 * of are read in seconds. Their words are in `search_organisation_tokens` and `search_slot_tokens` (FTS5).
 */
export const searchColumns = sqliteTable(
  'search_columns',
  {
    kind: text({ enum: SEARCH_KINDS }).notNull(),
    entityId: integer().notNull(),
    /** Danish alphabetical order (src/search/sort-key.ts). */
    sortKey: text().notNull(),
    /** The values of each facet in the order of `FACETS`, `,` between values and `|` between facets. */
    facets: text().notNull(),
    lat: real(),
    lng: real(),
    hours: real(),
    growsTo: real(),
    weight: integer().notNull(),
    /** Milliseconds since 1970. */
    newest: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.entityId] }),
    index('search_columns_order').on(table.kind, table.sortKey, table.entityId),
  ],
);

/** Every folded word that was ever indexed: what a typing error may have meant. */
export const searchWords = sqliteTable('search_words', {
  id: integer().primaryKey(),
  word: text().notNull().unique(),
});

/** Words and phrases that mean the same, for coordinators to edit. A group that is not wanted stays, inactive. */
export const searchSynonyms = sqliteTable('search_synonyms', {
  id: integer().primaryKey(),
  /** With a hyphen in front they are the ends of compounds. */
  words: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** What somebody who types one of the words looks for too; not the other way round. */
  also: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  active: integer({ mode: 'boolean' }).notNull().default(true),
});

/**
 * Documents that the search server refused, each by itself: they wait here so that the others need not. One is tried
 * again when it changes (a newer `version`), now and then, and whenever an index is built.
 */
export const searchSetAside = sqliteTable(
  'search_set_aside',
  {
    id: integer().primaryKey(),
    /** The index that refused it (src/search/meilisearch/state.ts). */
    generation: text().notNull(),
    kind: text({ enum: SEARCH_KINDS }).notNull(),
    entityId: integer().notNull(),
    version: integer().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (table) => [uniqueIndex('search_set_aside_entity').on(table.generation, table.kind, table.entityId)],
);

/** Small facts that the portal keeps about itself: the version of the reference data, what an index was told … */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});
