import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';
import { tokensOf } from './tokens.ts';

/** How many documents are looked at. */
const SAMPLE = 400;
/** Frequent is what this share of them has. */
const LEAST_SHARE = 1 / 20;
/** So many sets, as bits, leave room among those that are remembered. */
const MOST_BYTES = 24 * 1024 * 1024;

/** The tokens that most documents have, the most frequent first, by a sample. @param ids of all documents */
export function frequentTokens(db: Db, kind: SearchKind, ids: Int32Array): string[] {
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  for (let at = 0; at < ids.length; at += step) {
    const row = statement<{ document: string | null }>(db, DOCUMENT).get(kind, ids[at]);
    if (!row?.document) continue;
    for (const token of new Set(tokensOf(JSON.parse(row.document) as SearchDocument).tokens))
      counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const bytesEach = (ids.at(-1) ?? 0) / 8;
  return [...counts]
    .filter(([, count]) => count >= SAMPLE * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .slice(0, Math.floor(MOST_BYTES / Math.max(1, bytesEach)))
    .map(([token]) => token);
}

const DOCUMENT = 'select document from search_documents where kind = ? and entity_id = ?';
