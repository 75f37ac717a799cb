import { type Meilisearch, Meilisearch as MeilisearchClient } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { searchOrganisations } from '#domain/organisations/search.ts';
import { searchSlots } from '#domain/slots/search.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine } from '#search/engine.ts';
import { deliver } from '#search/meilisearch/deliver.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { readSearch } from '#search/parameters.ts';
import { startMeilisearch } from '../../../tests/fixtures/meilisearch.ts';
import { plainTexts } from './plain-texts.ts';

/** How many hits are looked at: what `recall@20` needs. */
export const DEPTH = 20;

/** Something that answers queries over one corpus. */
export interface System {
  name: string;
  /** Slugs, the best first, at most `DEPTH` of them. */
  search(kind: SearchKind, query: string): Promise<string[]>;
}

/** The embedded engine and plain FTS5; with `withServer`, both ways of using a Meilisearch too. */
export async function systemsOver(
  db: Db,
  home: string,
  withServer: boolean,
): Promise<{ systems: System[]; stop(): Promise<void> }> {
  const embedded = throughEngine('Embedded', db, home, embeddedEngine(db));
  const plain = plainFts5(db);
  if (!withServer) return { systems: [embedded, plain], stop: async () => {} };
  const server = await startMeilisearch();
  const client = connect(server);
  await deliver(db, client);
  const configured = throughEngine('Meilisearch, as set up here', db, home, meilisearchEngine(db, server));
  const untouched = await meilisearchOutOfTheBox(
    db,
    new MeilisearchClient({ host: server.url, apiKey: server.apiKey }),
  );
  return { systems: [embedded, configured, untouched, plain], stop: () => server.stop() };
}

/** Asks as the API does: by the text of an address. */
export function throughEngine(name: string, db: Db, home: string, engine: SearchEngine): System {
  return {
    name,
    async search(kind, q) {
      const { query, problems } = readSearch(db, kind, new URLSearchParams({ q, pageSize: String(DEPTH) }), home);
      if (problems.length > 0) throw new Error(`“${q}” cannot be asked: ${problems[0]?.reason}`);
      const list = kind === 'organisations' ? searchOrganisations(db, engine, query) : searchSlots(db, engine, query);
      return (await list).items.map((item) => item.slug);
    },
  };
}

/** What a developer gets who posts the texts and asks: not one setting is touched. */
async function meilisearchOutOfTheBox(db: Db, client: Meilisearch): Promise<System> {
  const slugs = new Map<string, string>();
  const index = (kind: SearchKind) => client.index(`untouched-${kind}`);
  for (const kind of SEARCH_KINDS) {
    const texts = plainTexts(db, kind);
    for (const text of texts) slugs.set(`${kind} ${text.id}`, text.slug);
    const documents = texts.map(({ id, name, parts }) => ({ id, name, ...parts }));
    const task = await index(kind).addDocuments(documents, { primaryKey: 'id' }).waitTask({ timeout: 60_000 });
    if (task.status !== 'succeeded') throw new Error(task.error?.message ?? `task ${task.status}`);
  }
  return {
    name: 'Meilisearch, out of the box',
    async search(kind, query) {
      const { hits } = await index(kind).search(query, { limit: DEPTH });
      return hits.map((hit) => slugs.get(`${kind} ${hit.id}`) ?? '');
    },
  };
}

/** SQLite's own full-text search with its usual tokeniser, ranked by bm25: every word has to be there as it was typed. */
function plainFts5(db: Db): System {
  for (const kind of SEARCH_KINDS) {
    const texts = plainTexts(db, kind);
    const columns = ['name', ...Object.keys(texts[0]?.parts ?? {})];
    db.$client.exec(
      `create virtual table temp.plain_${kind} using fts5 (slug unindexed, ${columns.join(', ')}, tokenize = 'unicode61')`,
    );
    const insert = db.$client.prepare(
      `insert into temp.plain_${kind} (slug, ${columns.join(', ')}) values (?${', ?'.repeat(columns.length)})`,
    );
    for (const { slug, name, parts } of texts) insert.run(slug, name, ...Object.values(parts));
  }
  return {
    name: 'Plain FTS5',
    async search(kind, query) {
      const words = (query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' ');
      if (!words) return [];
      return db.$client
        .prepare(`select slug from temp.plain_${kind} where plain_${kind} match ? order by rank limit ${DEPTH}`)
        .pluck()
        .all(words) as string[];
    },
  };
}
