import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { addSearches } from '#domain/visibility/commands.ts';
import { foundBy } from '#domain/visibility/search-counts.ts';
import { countableWords } from '#domain/visibility/words.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { readSearch } from '#search/parameters.ts';
import { searchCountRound } from '../../../scripts/serve/search-counts.ts';
import { SearchTally } from '../../../scripts/serve/search-tally.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { idOf } from '../../fixtures/people.ts';

let db: Db;
let hvalsoeGroent: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
});

const BROWSER = { 'sec-fetch-site': 'same-origin' };
const add = (word: string, count: number, day?: string) =>
  addSearches(db, [{ slug: 'hvalsoe-groent', word, count }], day);

describe('what is written down', () => {
  test('a word shows once it was searched five times, and nothing of it is readable before', () => {
    add('drivhus', 4);
    expect(foundBy(db, hvalsoeGroent)).toEqual([]);
    expect(JSON.stringify(db.$client.prepare('select * from search_counts').all())).not.toContain('drivhus');
    add('drivhus', 1);
    expect(foundBy(db, hvalsoeGroent)).toEqual([{ word: 'drivhus', count: 5 }]);
    add('gartner', 9);
    expect(foundBy(db, hvalsoeGroent).map(({ word }) => word)).toEqual(['gartner', 'drivhus']);
  });

  test('months are counted together for a quarter, and forgotten after a year', () => {
    add('gartner', 6, '2024-01-15');
    add('gartner', 6, '2026-10-15');
    add('gartner', 7, '2026-11-15');
    expect(db.$client.prepare('select month from search_counts order by month').pluck().all()).toEqual([
      '2026-10',
      '2026-11',
    ]);
  });

  test('an organisation has at most so many words a month, and an unknown one none', () => {
    addSearches(
      db,
      Array.from({ length: 250 }, (_, at) => ({ slug: 'hvalsoe-groent', word: `ord${at}`, count: 5 })),
    );
    addSearches(db, [{ slug: 'findes-ikke', word: 'gartner', count: 5 }]);
    expect(db.$client.prepare('select count(*) from search_counts').pluck().get()).toBe(200);
    add('ord0', 1);
    expect(foundBy(db, hvalsoeGroent)[0]).toEqual({ word: 'ord0', count: 6 });
  });
});

describe('which words count', () => {
  test.each([
    ['drivhuse', ['drivhuse']],
    ['Økologiske GRØNTSAGER i drivhuse', ['økologiske', 'grøntsager', 'drivhuse']],
    ['praktik', ['praktik']],
    // Not in the directory: a name, or a word half typed.
    ['Zebulon Kvistgaard', []],
    ['drivh', []],
    ['drivhuse 010190-1234', []],
    ['drivhuse 4330', ['drivhuse']],
    ['post@drivhuse.example', []],
    ['https://drivhuse.example', []],
    ['drivhuse for sygemeldte', []],
    ['job og arbejde i', []],
    ['', []],
  ])('of “%s”: %j', (text, words) => expect(countableWords(db, text)).toEqual(words));
});

describe('the tally', () => {
  const note = (tally: SearchTally, url: string, headers: Record<string, string> = BROWSER) =>
    tally.note({ url, headers });

  test('counts searches that people make on the pages, and nothing else', () => {
    const tally = new SearchTally();
    for (const url of ['/pladser?q=gartner', '/en/virksomheder?sector=public&q=mad', '/socialoekonomiske?q=x'])
      note(tally, url);
    note(tally, '/pladser?q=gartner');
    for (const url of ['/pladser', '/pladser?q=', '/pladser?scheme=fleksjob', '/api/v1/slots?q=gartner', '/om?q=a'])
      note(tally, url);
    note(tally, '/pladser?q=robot', {});
    note(tally, `/pladser?q=${'x'.repeat(400)}`);
    expect(tally.take()).toEqual([
      ['/pladser?q=gartner', 2],
      ['/en/virksomheder?sector=public&q=mad', 1],
      ['/socialoekonomiske?q=x', 1],
    ]);
    expect(tally.take()).toEqual([]);
  });

  test('is bounded, and takes next to no time', () => {
    const tally = new SearchTally();
    const started = performance.now();
    for (let at = 0; at < 100_000; at++) note(tally, `/pladser?q=ord${at}`);
    expect(tally.take()).toHaveLength(500);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('a round finds out whom the searches showed, adds them, and asks nobody twice', async () => {
  const engine = embeddedEngine(db);
  const asked: string[] = [];
  const ask = async (path: string) => {
    asked.push(path);
    const { pathname, searchParams } = new URL(path, 'http://plads.invalid');
    const kind = pathname.endsWith('slots') ? 'slots' : 'organisations';
    const { query, problems } = readSearch(db, kind, searchParams, '0350');
    expect(problems).toEqual([]);
    const { hits } = await engine.search(query);
    const slugs = `select slug from ${kind} where id = ?`;
    const owners =
      'select organisations.slug from slots join organisations on organisations.id = organisation_id where slots.id = ?';
    const slugOf = (sql: string, id: number) => db.$client.prepare(sql).pluck().get(id) as string;
    return {
      items: hits.map(({ id }) => ({
        slug: slugOf(slugs, id),
        ...(kind === 'slots' && { organisation: { slug: slugOf(owners, id) } }),
      })),
    };
  };
  const tally = new SearchTally();
  for (let round = 0; round < 6; round++)
    for (const url of [
      '/virksomheder?q=drivhuse',
      '/pladser?q=luger&place=4330&radiusKm=20',
      '/virksomheder?q=boghandel',
      '/virksomheder?q=zebulon',
      '/virksomheder?q=drivhuse&sector=public',
    ])
      tally.note({ url, headers: BROWSER });
  const round = searchCountRound(db, tally, ask, '0350');
  expect(await round()).toBe(20_000);
  expect(asked).toHaveLength(4);
  expect(foundBy(db, hvalsoeGroent)).toEqual([
    { word: 'drivhuse', count: 6 },
    { word: 'luger', count: 6 },
  ]);
  expect(foundBy(db, idOf(db, 'organisations', 'Køkkenet på Åsen'))).toEqual([]);
  expect(foundBy(db, idOf(db, 'organisations', 'Bogladen i Roskilde'))).toEqual([{ word: 'boghandel', count: 6 }]);
  await round();
  expect(foundBy(db, hvalsoeGroent)[0]?.count).toBe(6);
});
