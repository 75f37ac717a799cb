import { BETWEEN_NAMES, FIELDS, type SearchDocument } from '../document.ts';
import type { Facet } from '../engine.ts';
import { NEARBY, WHOLE_NAME } from '../ranking.ts';
import { analyse } from '../text/analysis.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/tokens.ts';
import { attributesOf, EVERYWHERE, wholeName } from './words.ts';

/**
 * A document as the server keeps it: its words level by level (words.ts), facets side by side, the point under the name
 * that the server knows.
 */
export type MeilisearchDocument = {
  id: number;
  version: number;
  codes: string[];
  sortKey: string;
  hours: number | null;
  growsTo: number | null;
  weight: number;
  newest: string;
  _geo: { lat: number; lng: number } | null;
} & Partial<Record<Facet, string[]>>;

export function toMeilisearch(document: SearchDocument, version: number): MeilisearchDocument {
  const { facets, location, name, trade: _trade, place: _place, around: _around, body: _body, ...plain } = document;
  const words = analyse(document);
  return {
    ...plain,
    ...facets,
    ...Object.assign({}, ...FIELDS.map((field) => attributesOf(field, words[field]))),
    [WHOLE_NAME]: name.split(BETWEEN_NAMES).map((one) => wholeName(wordsOf(one).map(fold))),
    [NEARBY]: EVERYWHERE,
    version,
    _geo: location,
  };
}
