import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

export const PICTURE_KINDS = ['logo', 'picture'] as const;

/** The part of a picture that is shown, in hundredths of its width and height. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** An organisation's logo and pictures. The files lie under DATA_DIR/pictures, named by `key`. */
export const pictures = sqliteTable(
  'pictures',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text({ enum: PICTURE_KINDS }).notNull(),
    /** Random, and new whenever what is shown is new: its address may be kept for good. */
    key: text().notNull().unique(),
    /** Names the whole picture, from which another part can be cut. Never served to the public. */
    wholeKey: text().notNull(),
    alt: text().notNull(),
    crop: text({ mode: 'json' }).$type<Crop>().notNull(),
    /** Of what is shown, in pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    position: integer().notNull().default(0),
    createdAt: text().notNull(),
  },
  (table) => [
    index('pictures_organisation').on(table.organisationId),
    uniqueIndex('pictures_one_logo').on(table.organisationId).where(sql`${table.kind} = 'logo'`),
  ],
);
