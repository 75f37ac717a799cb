import type { SearchDocument } from '../document.ts';
import type { Facet } from '../engine.ts';
import { fold } from '../text/fold.ts';

/** A document as the server keeps it: texts folded, facets side by side, the point under the name that it knows. */
export type MeilisearchDocument = {
  id: number;
  version: number;
  name: string;
  codes: string[];
  around: string;
  body: string;
  sortKey: string;
  hours: number | null;
  weight: number;
  newest: string;
  _geo: { lat: number; lng: number } | null;
} & Partial<Record<Facet, string[]>>;

export function toMeilisearch(document: SearchDocument, version: number): MeilisearchDocument {
  const { facets, location, ...plain } = document;
  return {
    ...plain,
    ...facets,
    version,
    name: fold(document.name),
    around: fold(document.around),
    body: fold(document.body),
    _geo: location,
  };
}
