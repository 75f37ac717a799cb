import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How often something was tried of late, in the columns that rate-limiter-flexible expects. */
export const throttles = sqliteTable('throttles', {
  /** What is counted and for whom, hashed with the portal's key: neither address is written down. */
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** In ms since 1970. */
  expire: integer(),
});
