import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine } from '#search/engine.ts';
import { withFallback } from '#search/fallback.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from './database.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';

const embedded = embeddedEngine(db);
const { MEILI_URL, MEILI_API_KEY } = environment;

/** Only where a search server is named: it answers, and the embedded engine does while it is away. */
export const fallback = MEILI_URL
  ? withFallback(meilisearchEngine(db, { url: MEILI_URL, apiKey: MEILI_API_KEY }), embedded, (failure) =>
      log.warn({ failure }, 'the search server does not answer; the embedded engine does'),
    )
  : undefined;

export const engine: SearchEngine = fallback ?? embedded;
