import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine } from '#search/engine.ts';
import { type FallbackEngine, PATIENCE_MS, withFallback } from '#search/fallback.ts';
import { whyNotTrue } from '#search/meilisearch/check.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from './database.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';

/** Suggestions come from it, whichever engine answers. */
export const embedded = embeddedEngine(db);

setImmediate(() =>
  embedded.warm().catch((error: unknown) => log.warn({ err: error }, 'the search was not warmed')),
).unref();

/** Only where a search server is named: it answers, and the embedded engine does while it is away. */
export const fallback = environment.MEILI_URL ? besideEmbedded(environment.MEILI_URL) : undefined;

export const engine: SearchEngine = fallback ?? embedded;

function besideEmbedded(url: string): FallbackEngine {
  const server = { url, apiKey: environment.MEILI_API_KEY, timeoutMs: PATIENCE_MS };
  return withFallback(meilisearchEngine(db, server), embedded, {
    whyNot: whyNotTrue(db, connect(server)),
    onSwitch: ({ answering, failure }) =>
      failure === null
        ? log.info({ answering }, 'the search server answers')
        : log.warn({ answering, failure }, 'the search server does not answer; the embedded engine does'),
    onRefusal: (code) => log.error({ code }, 'the search server does not take a search of ours'),
  });
}
