import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Rings of [longitude, latitude], the outer ones of every part: enough for drawing, too coarse for measuring. */
export type Outline = [number, number][][];

/** Reference data: the 98 municipalities. The code is always four characters ("0350"). */
export const municipalities = sqliteTable('municipalities', {
  code: text().primaryKey(),
  name: text().notNull(),
  region: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  outline: text({ mode: 'json' }).$type<Outline>().notNull(),
});

export const postcodes = sqliteTable('postcodes', {
  code: text().primaryKey(),
  name: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  /** Where most of it lies; `postcode_municipalities` has them all. */
  municipality: text()
    .notNull()
    .references(() => municipalities.code),
});

export const postcodeMunicipalities = sqliteTable(
  'postcode_municipalities',
  {
    postcode: text()
      .notNull()
      .references(() => postcodes.code, { onDelete: 'cascade' }),
    municipality: text()
      .notNull()
      .references(() => municipalities.code),
  },
  (table) => [primaryKey({ columns: [table.postcode, table.municipality] })],
);

/** Towns by name. Names repeat (there are two Ejby near Lejre): the municipality tells them apart. */
export const towns = sqliteTable(
  'towns',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    lat: real().notNull(),
    lng: real().notNull(),
    municipality: text()
      .notNull()
      .references(() => municipalities.code),
    population: integer(),
  },
  (table) => [index('towns_name').on(table.name)],
);
