import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { SECTORS } from '#db/schema/organisations.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchQuery } from '#search/engine.ts';
import { words } from './queries.ts';
import { randomFrom } from './random.ts';

const PAGE_SIZE = 12;

/**
 * Addresses of search pages, no two alike, each with a full page of hits, so that their pages are equally long; and one
 * more of each list that is like them.
 */
export async function unseenAddresses(folder: string, count: number): Promise<{ paths: string[]; models: string[] }> {
  const db = openDatabase(join(folder, 'plads.db'), { readonly: true });
  const engine = embeddedEngine(db);
  const random = randomFrom(3);
  const { ordinary, half } = words(db);
  const found = new Set<string>();
  const filters = [
    ...SECTORS.map((sector) => ({ sector })),
    ...Array.from({ length: 17 }, (_, i) => ({ sdg: `${i + 1}` })),
    {},
  ];
  while (found.size <= count) {
    const text = random.next() < 0.1 ? random.pick(half) : random.pick(ordinary);
    const filter: { sector?: string; sdg?: string } = random.pick(filters);
    const kind = random.pick(['organisations', 'slots'] as const);
    const query: SearchQuery = {
      ...{ kind, text, sort: 'relevance', page: 1, pageSize: PAGE_SIZE },
      filters: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]])),
    };
    const { total } = await engine.search(query);
    for (let page = 1; page <= Math.min(20, Math.floor(total / PAGE_SIZE)); page++)
      found.add(
        `/${kind === 'slots' ? 'pladser' : 'virksomheder'}?${new URLSearchParams({ ...(page > 1 ? { page: `${page}` } : {}), q: text, ...filter })}`,
      );
  }
  db.$client.close();
  const models = ['/virksomheder', '/pladser'].flatMap(
    (list) => [...found].find((path) => path.startsWith(list)) ?? [],
  );
  return { paths: [...found].filter((path) => !models.includes(path)), models };
}
