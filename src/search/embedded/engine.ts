import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts';
import { knowledgeOf } from '../knowledge.ts';
import { type Understood, understand } from '../text/query.ts';
import type { Ids } from './ids.ts';
import { Shelf } from './shelf.ts';
import { Vocabulary } from './vocabulary.ts';

export interface EmbeddedEngine extends SearchEngine {
  /** The ids of those that a text names, however far it is typed, the best first. */
  named(kind: SearchKind, understood: Understood, most: number): number[];
  /** The ids of all that a text finds; nothing where the text narrows nothing. Not to be written into. */
  matching(kind: SearchKind, text: string): Ids | undefined;
}

/**
 * The engine that is always there: words in FTS5, everything else in memory, both in step with the data
 * (docs/decisions: token postings).
 */
export function embeddedEngine(db: Db): EmbeddedEngine {
  const vocabulary = new Vocabulary(db);
  const shelves = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, new Shelf(db, kind, vocabulary)])) as Record<
    SearchKind,
    Shelf
  >;
  return {
    name: 'embedded',
    named: (kind, understood, most) => shelves[kind].named(understood, most),
    matching: (kind, text) => shelves[kind].matching(understand(text, knowledgeOf(db))),
    async search(query: SearchQuery): Promise<SearchResult> {
      const started = performance.now();
      const found = shelves[query.kind].search(query, understand(query.text, knowledgeOf(db)));
      return { engine: 'embedded', ...found, tookMs: Math.round((performance.now() - started) * 100) / 100 };
    },
  };
}
