import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Reference data: the UN's 17 world goals, with a text colour that reads on the official colour. */
export const goals = sqliteTable('goals', {
  nr: integer().primaryKey(),
  da: text().notNull(),
  en: text().notNull(),
  colour: text().notNull(),
  textColour: text().notNull(),
});
