import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One condition that binds a host, in both languages, with where the law says so. */
export interface Condition {
  da: string;
  en: string;
  legalBasis: string;
}

/** Reference data. Law is data: a reform adds rows and ends others, and no code changes. */
export const schemes = sqliteTable('schemes', {
  id: text().primaryKey(),
  kind: text({ enum: ['scheme', 'support', 'agreement', 'method'] }).notNull(),
  nameDa: text().notNull(),
  nameEn: text().notNull(),
  otherNames: text({ mode: 'json' }).$type<string[]>().notNull(),
  summaryDa: text().notNull(),
  summaryEn: text().notNull(),
  forWhomDa: text().notNull(),
  forWhomEn: text().notNull(),
  payDa: text().notNull(),
  payEn: text().notNull(),
  lengthDa: text().notNull(),
  lengthEn: text().notNull(),
  hosts: text({ enum: ['all', 'private', 'public', 'approved', 'own-employee'] }).notNull(),
  hoursMinWeekly: real(),
  hoursMaxWeekly: real(),
  lengthMaxWeeks: integer(),
  conditions: text({ mode: 'json' }).$type<Condition[]>().notNull(),
  targetGroups: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Whether an employer can open a slot for it at all. */
  openSlot: integer({ mode: 'boolean' }).notNull(),
  legalBasisDa: text().notNull(),
  legalBasisEn: text().notNull(),
  moreUrl: text(),
  /** Where a host applies for it in VITAS, the state's own self-service; null where nothing is applied for there. */
  applyUrl: text(),
  validFrom: text(),
  validTo: text(),
  lastCheckedOn: text().notNull(),
  /** The order of the reference file. */
  position: integer().notNull(),
});

/** Reference data: the groups that the law lets a scheme serve. Never shown as a requirement of a slot. */
export const targetGroups = sqliteTable('target_groups', {
  id: text().primaryKey(),
  law: text().notNull(),
  nameDa: text().notNull(),
  nameEn: text().notNull(),
  validFrom: text(),
  validTo: text(),
});

/** Reference data: what a workplace offers so that more people can do the job. */
export const supportFacts = sqliteTable('support_facts', {
  id: text().primaryKey(),
  labelDa: text().notNull(),
  labelEn: text().notNull(),
  hintDa: text().notNull(),
  hintEn: text().notNull(),
  icon: text().notNull(),
  legalBasis: text(),
  validFrom: text(),
  validTo: text(),
  lastCheckedOn: text().notNull(),
  position: integer().notNull(),
});

/** What the scheme check can work out by itself, or ask for. Each has its judge in domain/scheme-check/judges. */
export const RULE_KINDS = [
  'open-slot',
  'host',
  'max-weeks',
  'max-hours',
  'ratio',
  'extra-employment',
  'purpose',
  'different-tasks',
  'young-hours',
  'staff-representative',
  'confirm',
  'statement',
] as const;

/** Reference data: what binds a slot of a scheme, as numbers and words. A reform ends rows and adds others. */
export const schemeRules = sqliteTable('scheme_rules', {
  id: text().primaryKey(),
  kind: text({ enum: RULE_KINDS }).notNull(),
  /** Ids of schemes; empty is all of them. */
  schemes: text({ mode: 'json' }).$type<string[]>().notNull(),
  parameters: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  /** What to say for each outcome, with `{placeholders}` for numbers. */
  words: text({ mode: 'json' }).$type<Partial<Record<string, { da: string; en: string }>>>().notNull(),
  legalBasis: text().notNull(),
  sourceUrl: text().notNull(),
  /** A is read in the law or at its authority, B in a reliable secondary source, C is not shown until it is checked. */
  sure: text({ enum: ['A', 'B', 'C'] }).notNull(),
  validFrom: text(),
  validTo: text(),
  lastCheckedOn: text().notNull(),
  position: integer().notNull(),
});
