import { setImmediate as breathe } from 'node:timers/promises';
import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { addSearches, type Shown } from '#domain/visibility/commands.ts';
import { countableWords } from '#domain/visibility/words.ts';
import type { SearchQuery } from '#search/engine.ts';
import { readSearch } from '#search/parameters.ts';
import type { SearchTally } from './search-tally.ts';

const PAUSE_MS = 20_000;
/** Rows that one transaction writes: others who write wait for no longer than that. */
const BATCH = 200;

/** What the portal itself answers to an address of its API, without anybody having asked. */
export type AskApi = (path: string) => Promise<unknown>;

interface List {
  items: { slug: string; organisation?: { slug: string } }[];
}

/**
 * Finds out which organisations the latest searches showed, and adds them to the counts: beside the
 * serving, so that no search waits for it. What was counted and not yet added is lost when the process ends.
 *
 * @param home code of the municipality whose places come before their namesakes
 */
export function searchCountRound(db: Db, tally: SearchTally, ask: AskApi, home: string): () => Promise<number> {
  return async () => {
    const counts = new Map<string, Shown>();
    for (const [url, times] of tally.take()) {
      const { path, query } = readAddress(db, url, home);
      const words = countableWords(db, query.text);
      if (words.length === 0) continue;
      const { items } = (await ask(apiAddress(path, query))) as List;
      for (const slug of new Set(items.map((item) => item.organisation?.slug ?? item.slug)))
        for (const word of words) {
          const key = `${slug} ${word}`;
          counts.set(key, { slug, word, count: (counts.get(key)?.count ?? 0) + times });
        }
      await breathe();
    }
    const shown = [...counts.values()];
    for (let from = 0; from < shown.length; from += BATCH) {
      addSearches(db, shown.slice(from, from + BATCH));
      await breathe();
    }
    return PAUSE_MS;
  };
}

function readAddress(db: Db, url: string, home: string): { path: string; query: SearchQuery } {
  const { pathname, searchParams } = new URL(url, 'http://plads.invalid');
  const path = pathname.replace(/^\/en(?=\/)/, '');
  const kind: SearchKind = path === '/pladser' ? 'slots' : 'organisations';
  return { path, query: readSearch(db, kind, searchParams, home).query };
}

/** The same search, as the API takes it. */
function apiAddress(path: string, { kind, text, filters, area, ...query }: SearchQuery): string {
  const parameters = new URLSearchParams({ q: text });
  for (const [facet, values] of Object.entries(filters)) for (const value of values) parameters.append(facet, value);
  if (path === '/socialoekonomiske') parameters.set('sector', 'social-enterprise');
  if (area) {
    parameters.set('near', `${area.lat},${area.lng}`);
    parameters.set('radiusKm', String(area.radiusKm));
  }
  for (const name of ['hoursMax', 'growsTo', 'sort', 'page', 'pageSize'] as const)
    if (query[name] !== undefined) parameters.set(name, String(query[name]));
  return `/api/v1/${kind}?${parameters}`;
}
