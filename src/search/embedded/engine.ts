import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts';
import { knowledgeOf } from '../knowledge.ts';
import { understand } from '../text/query.ts';
import { Shelf } from './shelf.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * The engine that is always there: words in FTS5, everything else in memory, both in step with the data
 * (docs/decisions: token postings).
 */
export function embeddedEngine(db: Db): SearchEngine {
  const vocabulary = new Vocabulary(db);
  const shelves = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, new Shelf(db, kind, vocabulary)])) as Record<
    SearchKind,
    Shelf
  >;
  return {
    name: 'embedded',
    async search(query: SearchQuery): Promise<SearchResult> {
      const started = performance.now();
      const found = shelves[query.kind].search(query, understand(query.text, knowledgeOf(db)));
      return { engine: 'embedded', ...found, tookMs: Math.round((performance.now() - started) * 100) / 100 };
    },
  };
}
