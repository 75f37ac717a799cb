import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import type { SearchEngine, SearchQuery, SearchResult } from '../engine.ts';
import { knowledgeOf } from '../knowledge.ts';
import { type Understood, understand } from '../text/query.ts';
import type { Ids } from './ids.ts';
import { Shelf } from './shelf.ts';
import { Vocabulary } from './vocabulary.ts';

/** Between two pieces of work in the background whoever waits comes first. It keeps no process from ending. */
const pause = (): Promise<void> => sleep(PAUSE_MS, undefined, { ref: false });
const PAUSE_MS = 3;

export interface EmbeddedEngine extends SearchEngine {
  /** The ids of those that a text names, however far it is typed, the best first. */
  named(kind: SearchKind, understood: Understood, most: number): number[];
  /** The ids of all that a text finds; nothing where the text narrows nothing. Not to be written into. */
  matching(kind: SearchKind, text: string): Ids | undefined;
  /** Reads ahead, in the background, what would keep the first ones who need it waiting. */
  warm(): Promise<void>;
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
    async warm() {
      for (const shelf of Object.values(shelves)) await shelf.warm(pause);
      while (vocabulary.readPiece()) await pause();
    },
    named: (kind, understood, most) => shelves[kind].named(understood, most),
    matching: (kind, text) => shelves[kind].matching(understand(text, knowledgeOf(db))),
    async search(query: SearchQuery): Promise<SearchResult> {
      const started = performance.now();
      const found = shelves[query.kind].search(query, understand(query.text, knowledgeOf(db)));
      return { engine: 'embedded', ...found, tookMs: Math.round((performance.now() - started) * 100) / 100 };
    },
  };
}
