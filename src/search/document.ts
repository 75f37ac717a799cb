import type { Facet } from './engine.ts';

/** What an engine gets to know of an organisation or a slot. */
export interface SearchDocument {
  /** Id of the organisation or slot. */
  id: number;
  /** Its own name: a hit here outranks all others. */
  name: string;
  /** Danish alphabetical order (`sortKey`). */
  sortKey: string;
  /** The numbers that it is looked up by. */
  codes: string[];
  /** What is done there; a slot: where it is a slot at. */
  trade: string;
  /** Where it is: town, postcode, address. */
  place: string;
  /** What it comes with: scheme, networks, support. */
  around: string;
  body: string;
  facets: Partial<Record<Facet, string[]>>;
  location: { lat: number; lng: number } | null;
  /** Slots: the fewest hours a week that it starts with. */
  hours: number | null;
  /** Slots: the hours a week that its ladder leads to, where it has one. */
  growsTo: number | null;
  /** What a list without a search text begins with: the highest first. */
  weight: number;
  /** ISO time; the newest first. */
  newest: string;
}

/** Stands between texts that are put together, and between the names of one thing: a slot's title and its occupation. */
export const BETWEEN_NAMES = ' · ';

/** Where a word can stand, the weightiest first. */
export const FIELDS = ['name', 'trade', 'place', 'around', 'body'] as const;
export type Field = (typeof FIELDS)[number];
