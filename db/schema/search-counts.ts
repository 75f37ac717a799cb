import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

/** How often an organisation was shown to somebody who searched for a word, month by month. Nothing about who did. */
export const searchCounts = sqliteTable(
  'search_counts',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** YYYY-MM */
    month: text().notNull(),
    /** Hashed with the portal's key. */
    wordHash: text().notNull(),
    /** Written down once it was searched often enough to be nobody's own. */
    word: text(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.month, table.wordHash] }),
    index('search_counts_month').on(table.month),
  ],
);
