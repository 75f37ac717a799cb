import { beforeEach, describe, expect, test } from 'vitest';
import { type Db, inTransaction } from '#db/open.ts';
import { SEARCH_KINDS } from '#db/schema/search.ts';
import { distanceKm } from '#domain/places/rules.ts';
import type { SearchDocument } from '#search/document.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { FACET_GROUPS } from '#search/embedded/facet-group.ts';
import { FACETS, type Facet, type SearchEngine, type SearchQuery } from '#search/engine.ts';
import { writeDocument } from '#search/index-writer.ts';
import { sortKey } from '#search/sort-key.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';

const TOWNS = [
  { town: 'Hvalsø', lat: 55.596, lng: 11.86 },
  { town: 'Lejre', lat: 55.605, lng: 11.97 },
  { town: 'Aarhus', lat: 56.16, lng: 10.2 },
];
const TRADES = ['Bageri', 'Gartneri', 'Smedje', 'Vaskeri', 'Ældrecenter', 'Ørredfiskeri', 'Aalerøgeri'];

/** Always the same numbers, so that a failure can be looked at again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function slot(id: number, random: () => number): SearchDocument {
  const of = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const { town, lat, lng } = of(TOWNS);
  const name = `${of(TRADES)} ${Math.floor(random() * 400)}`;
  return {
    id,
    name,
    sortKey: sortKey(name),
    codes: [],
    trade: of(TRADES),
    place: town,
    around: '',
    body: '',
    facets: {
      scheme: [of(['fleksjob', 'smaajob', 'laerling'])],
      support: ['quiet', 'lunch', 'animals'].filter(() => random() < 0.4),
      sector: [of(['ordinary', 'public'])],
      network: [],
      sdg: ['3', '8', '12'].filter(() => random() < 0.3),
      leadsToJob: [String(random() < 0.5)],
      municipality: [of(['0350', '0265'])],
    },
    location: random() < 0.1 ? null : { lat: lat + random() / 10, lng: lng + random() / 10 },
    hours: Math.floor(random() * 30),
    growsTo: random() < 0.3 ? null : Math.floor(random() * 37),
    weight: 0,
    newest: new Date(1_700_000_000_000 + Math.floor(random() * 50) * 86_400_000).toISOString(),
  };
}

/** What the engine must answer, found out by looking at every document for each count. */
function expected(documents: SearchDocument[], query: SearchQuery) {
  const passes = (document: SearchDocument, without?: Facet) =>
    (query.text === '' || document.trade === query.text || document.name.startsWith(`${query.text} `)) &&
    (query.hoursMax === undefined || (document.hours ?? 0) <= query.hoursMax) &&
    (query.growsTo === undefined || (document.growsTo ?? -1) >= query.growsTo) &&
    (!query.area || (document.location !== null && distanceKm(query.area, document.location) <= query.area.radiusKm)) &&
    Object.entries(query.filters).every(
      ([facet, values]) =>
        facet === without || document.facets[facet as Facet]?.some((value) => values.includes(value)),
    );
  const counts = (facet: Facet) => {
    const values = documents.filter((document) => passes(document, facet)).flatMap((one) => one.facets[facet] ?? []);
    return Object.fromEntries(
      [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]),
    );
  };
  const byName = (a: SearchDocument, b: SearchDocument) =>
    a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id;
  const byNewest = (a: SearchDocument, b: SearchDocument) =>
    a.newest > b.newest ? -1 : a.newest < b.newest ? 1 : a.id - b.id;
  const hits = documents.filter((document) => passes(document)).sort(query.sort === 'newest' ? byNewest : byName);
  const from = (query.page - 1) * query.pageSize;
  return {
    total: hits.length,
    ids: hits.slice(from, from + query.pageSize).map(({ id }) => id),
    facets: Object.fromEntries(FACETS.slots.map((facet) => [facet, counts(facet)])),
  };
}

const BASE: SearchQuery = { kind: 'slots', text: '', filters: {}, sort: 'name', page: 1, pageSize: 12 };
const QUERIES: Partial<SearchQuery>[] = [
  {},
  { sort: 'newest', page: 3 },
  { page: 20 },
  { page: 1_000 },
  { text: 'Gartneri' },
  { text: 'Gartneri', sort: 'newest' },
  { text: 'Ældrecenter', filters: { scheme: ['fleksjob', 'laerling'] } },
  { filters: { scheme: ['fleksjob'] } },
  { filters: { scheme: ['fleksjob'], support: ['quiet', 'animals'], leadsToJob: ['true'] }, page: 2 },
  { filters: { scheme: ['nobody-has-this'] } },
  { hoursMax: 9, filters: { sector: ['public'] } },
  { growsTo: 15, hoursMax: 20 },
  { area: { lat: 55.6, lng: 11.9, radiusKm: 8 } },
  { area: { lat: 55.6, lng: 11.9, radiusKm: 8 }, hoursMax: 15, filters: { sdg: ['8'] }, sort: 'newest' },
];

describe('the embedded engine', () => {
  let db: Db;
  let engine: SearchEngine;
  let documents: Map<number, SearchDocument>;
  let random: () => number;

  const put = (id: number) => {
    const document = slot(id, random);
    documents.set(id, document);
    writeDocument(db, 'slots', id, document);
  };

  beforeEach(() => {
    db = emptyDirectory();
    engine = embeddedEngine(db);
    documents = new Map();
    random = numbers(7);
    inTransaction(db, () => {
      for (let id = 1; id <= 700; id++) put(id);
    });
  });

  const check = async () => {
    for (const given of QUERIES) {
      const query = { ...BASE, ...given };
      const { total, hits, facets } = await engine.search(query);
      expect({ given, total, ids: hits.map(({ id }) => id), facets }).toEqual({
        given,
        ...expected([...documents.values()], query),
      });
    }
  };

  test('finds, counts, sorts and cuts as looking at every document does', check);

  test('follows changes: some, more, and more than it follows one by one', { timeout: 60_000 }, async () => {
    await check();
    for (const changes of [1, 30, 600]) {
      inTransaction(db, () => {
        for (let change = 0; change < changes; change++) {
          const id = 1 + Math.floor(random() * 900);
          if (random() < 0.3 && documents.delete(id)) writeDocument(db, 'slots', id, null);
          else put(id);
        }
      });
      await check();
    }
  });

  test('gives the nearest first, and equals by name', async () => {
    const area = { lat: 55.6, lng: 11.9, radiusKm: 12 };
    const { hits } = await engine.search({ ...BASE, area, sort: 'distance', pageSize: 100 });
    const distances = hits.map(({ distanceKm: km }) => km ?? Number.NaN);
    expect(hits.length).toBe(100);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  test('a synonym counts from the next search on, and no longer once it is switched off', async () => {
    const total = async () => (await engine.search({ ...BASE, text: 'plantefolk' })).total;
    expect(await total()).toBe(0);
    db.$client.prepare('insert into search_synonyms (id, words) values (9999, \'["plantefolk","gartneri"]\')').run();
    expect(await total()).toBeGreaterThan(0);
    db.$client.prepare('update search_synonyms set active = 0 where id = 9999').run();
    expect(await total()).toBe(0);
  });

  test.each(SEARCH_KINDS)('every facet of %s is in a group', (kind) => {
    expect(FACET_GROUPS[kind].flat().sort()).toEqual([...FACETS[kind]].sort());
  });
});
