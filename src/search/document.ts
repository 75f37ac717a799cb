import type { Facet } from './engine.ts';

/** What an engine gets to know of an organisation or a slot. */
export interface SearchDocument {
  /** Id of the organisation or slot. */
  id: number;
  /** Its own name: a hit here outranks all others. With the numbers that it is looked up by. */
  name: string;
  /** Danish alphabetical order (`sortKey`). */
  sortKey: string;
  codes: string[];
  /** What stands around it: town, trade, scheme, networks, support. */
  around: string;
  body: string;
  facets: Partial<Record<Facet, string[]>>;
  location: { lat: number; lng: number } | null;
  /** Slots: the fewest hours a week that it starts with. */
  hours: number | null;
  /** What a list without a search text begins with: the highest first. */
  weight: number;
  /** ISO time; the newest first. */
  newest: string;
}
