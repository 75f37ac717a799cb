import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { goals } from './goals.ts';
import { municipalities, postcodes } from './places.ts';
import { schemes, supportFacts } from './schemes.ts';

/** The sectors of the social economy that Plads brings together (DESIGN: organisation). */
export const SECTORS = ['ordinary', 'social-enterprise', 'public', 'voluntary'] as const;
export type Sector = (typeof SECTORS)[number];

export interface Link {
  label: string;
  url: string;
}

/** A legal unit. Its CVR number is the only key that an import trusts; an association may have none. */
export const organisations = sqliteTable(
  'organisations',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text().notNull().unique(),
    cvr: text().unique(),
    name: text().notNull(),
    sector: text({ enum: SECTORS }).notNull(),
    branch: text(),
    description: text().notNull().default(''),
    website: text(),
    /** Further pages of its own, with a word for each. */
    links: text({ mode: 'json' }).$type<Link[]>().notNull().default([]),
    email: text(),
    phone: text(),
    /** Registered social enterprise: a claim that shows only with the day it was checked and by whom. */
    rsvCheckedOn: text(),
    rsvCheckedBy: text(),
    /** Spoken at the workplace: ISO 639 codes. */
    languages: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Willing although no slot is open: since when it says so (YYYY-MM-DD), and for how many hours a week. */
    willingSince: text(),
    willingHoursMin: real(),
    willingHoursMax: real(),
    /** Counts the changes of its profile: who saves an older edition is told, and overwrites nothing. */
    edition: integer().notNull().default(1),
    /** Invented, and marked so wherever it is shown. */
    demo: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  // Whether there are any is asked with every page.
  (table) => [index('organisations_demo').on(table.id).where(sql`${table.demo} = 1`)],
);

/** Every slug that an organisation has ever had: an address never breaks. */
export const organisationSlugs = sqliteTable('organisation_slugs', {
  slug: text().primaryKey(),
  organisationId: integer()
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' }),
});

/** World goals (1–17) that the organisation says it works for. */
export const organisationGoals = sqliteTable(
  'organisation_goals',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    goal: integer()
      .notNull()
      .references(() => goals.nr),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.goal] })],
);

/** What the organisation itself can offer, whichever slot is open. */
export const organisationSupport = sqliteTable(
  'organisation_support',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    supportFactId: text()
      .notNull()
      .references(() => supportFacts.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.supportFactId] })],
);

/** Schemes that the organisation can be asked about, whichever slot is open. */
export const organisationSchemes = sqliteTable(
  'organisation_schemes',
  {
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    schemeId: text()
      .notNull()
      .references(() => schemes.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.schemeId] })],
);

/** Work contacts only: a name and where that person is reached at work. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    role: text(),
    email: text(),
    phone: text(),
  },
  (table) => [index('contacts_organisation').on(table.organisationId)],
);

/** A place of an organisation. The point is the postcode's until a better one is known. */
export const workplaces = sqliteTable(
  'workplaces',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Ten digits. Deliberately unchecked: many official numbers fail every checksum. */
    pNumber: text().unique(),
    main: integer({ mode: 'boolean' }).notNull().default(true),
    address: text(),
    postcode: text().references(() => postcodes.code),
    town: text(),
    municipality: text().references(() => municipalities.code),
    lat: real(),
    lng: real(),
  },
  (table) => [
    index('workplaces_organisation').on(table.organisationId),
    uniqueIndex('workplaces_one_main').on(table.organisationId).where(sql`${table.main} = 1`),
  ],
);
