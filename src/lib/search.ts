import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine } from '#search/engine.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { withFallback } from '#search/fallback.ts';
import { db } from './database.ts';
import { environment } from './environment.ts';

const embedded = embeddedEngine(db);
const { MEILI_URL, MEILI_API_KEY } = environment;

/** The engine that answers: Meilisearch where one is named, with the embedded one behind it for when it is away. */
export const engine: SearchEngine = MEILI_URL
  ? withFallback(meilisearchEngine({ url: MEILI_URL, apiKey: MEILI_API_KEY }), embedded)
  : embedded;
