import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

export const networks = sqliteTable('networks', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  descriptionDa: text().notNull().default(''),
  descriptionEn: text().notNull().default(''),
  website: text(),
  demo: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: text().notNull(),
});

/** Organisation × network, from a day and, once ended, until a day (both YYYY-MM-DD). */
export const memberships = sqliteTable(
  'memberships',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    networkId: integer()
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    since: text().notNull(),
    until: text(),
    verifiedOn: text(),
    verifiedBy: text(),
  },
  (table) => [
    uniqueIndex('memberships_one_current').on(table.organisationId, table.networkId).where(sql`${table.until} is null`),
    index('memberships_network').on(table.networkId),
  ],
);
