import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import {
  chooseAlerts,
  removeSavedSearch,
  renameSavedSearch,
  renewFeed,
  stopAlerts,
} from '#domain/saved-searches/commands.ts';
import { type Finders, findHits } from '#domain/saved-searches/hits.ts';
import { stopKey } from '#domain/saved-searches/letters.ts';
import { findByStopKey, findFeed, savedSearchesOf } from '#domain/saved-searches/queries.ts';
import { storedQuery } from '#domain/saved-searches/query.ts';
import { MOST_SAVED } from '#domain/saved-searches/rules.ts';
import { savedSearchInput } from '#domain/saved-searches/schema.ts';
import { unsubscribeKey } from '#mail/refusals.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { eventsOf } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';
import { findersOf, save } from '../../fixtures/saved-searches.ts';

let db: Db;
let finders: Finders;
let lone: Viewer;
let karim: Viewer;

beforeEach(() => {
  db = smallDirectory();
  finders = findersOf(db);
  lone = viewerOf(db, 'lone');
  karim = viewerOf(db, 'karim', { secondFactor: true });
});

const refusalOf = async (verb: Promise<unknown>) => {
  const error = await verb.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return codeOf(() => {
    if (error) throw error;
  });
};

describe('what is stored of a search', () => {
  test.each([
    ['slots', 'q=gartner&place=4330+Hvals%C3%B8&radiusKm=25&sort=distance&page=3', 'q=gartner'],
    ['slots', 'postcode=4330', ''],
    ['slots', 'near=55.5948,11.8539&radiusKm=5&hoursMax=4', 'hoursMax=4'],
    ['slots', 'municipality=0350&scheme=smaajob&scheme=fleksjob', 'scheme=fleksjob&scheme=smaajob&municipality=0350'],
    ['slots', 'scheme=nothing&unknown=x&support=outdoors', 'support=outdoors'],
    ['employers', 'place=Hvals%C3%B8&radiusKm=10&hours=4&support=outdoors', 'support=outdoors&hours=4'],
    ['employers', 'near=55.5,11.8&offers=willing&fitWeight=little', 'offers=willing'],
    ['employers', 'postcode=4330&q=dyr&heard=90&leadsToJob=true', 'q=dyr&leadsToJob=true&heard=90'],
  ] as const)('%s: %s', (kind, given, stored) => {
    expect(storedQuery(db, kind, new URLSearchParams(given))).toBe(stored);
    expect(storedQuery(db, kind, new URLSearchParams(stored))).toBe(stored);
  });

  test('no place is anywhere in the database, whichever way it was given', async () => {
    const places = { ved: 'place=4295+Stenlille', i: 'postcode=4295', om: 'near=55.5373,11.5919' };
    for (const [word, place] of Object.entries(places)) {
      const query = `q=${word}&${place}&radiusKm=37`;
      await save(db, finders, karim, { kind: 'employers', query });
      await save(db, finders, karim, { query });
    }
    for (const table of ['saved_searches', 'saved_search_hits', 'events'])
      expect(JSON.stringify(db.$client.prepare(`select * from ${table}`).all())).not.toMatch(
        /Stenlille|4295|55\.53|11\.59|37/,
      );
  });

  test.each([
    [{ query: `q=${encodeURIComponent('gartner 010203-0000')}` }, 'cpr-number'],
    [{ name: 'Til Anna, født 1.2.1990' }, 'birth-date'],
    [{ name: '  ' }, 'missing'],
    [{ frequency: 'hourly' }, 'not-a-choice'],
    [{ kind: 'people' }, 'not-a-choice'],
  ])('%j is refused', (given, code) => {
    const read = savedSearchInput.safeParse({ kind: 'slots', query: '', name: 'Alt', frequency: 'daily', ...given });
    expect(read.error?.issues.map((issue) => issue.message)).toContain(code);
  });
});

describe('somebody who signed in', () => {
  test('saves, renames, chooses and removes, and each is written down', async () => {
    const id = await save(db, finders, lone, { query: 'scheme=smaajob', name: 'Småjob', frequency: 'daily' });
    renameSavedSearch(db, lone, id, 'Småjob i haven');
    chooseAlerts(db, lone, id, 'weekly');
    expect(savedSearchesOf(db, lone.id)).toMatchObject([
      { id, kind: 'slots', name: 'Småjob i haven', query: 'scheme=smaajob', frequency: 'weekly', hasFeed: false },
    ]);
    removeSavedSearch(db, lone, id);
    expect(savedSearchesOf(db, lone.id)).toEqual([]);
    expect(db.$client.prepare('select count(*) from saved_search_hits').pluck().get()).toBe(0);
    const events = eventsOf(db).filter(({ noun }) => noun === 'saved-search');
    expect(events.map(({ verb }) => verb)).toEqual([
      'saveSearch',
      'renameSavedSearch',
      'chooseAlerts',
      'removeSavedSearch',
    ]);
    expect(events.every(({ actor, nounId }) => actor === `account:${lone.id}` && nounId === id)).toBe(true);
  });

  test('cannot touch somebody else’s: for them it is not there', async () => {
    const id = await save(db, finders, lone);
    for (const verb of [
      () => renameSavedSearch(db, karim, id, 'Min'),
      () => chooseAlerts(db, karim, id, 'never'),
      () => renewFeed(db, karim, id),
      () => removeSavedSearch(db, karim, id),
      () => removeSavedSearch(db, lone, id + 1),
    ])
      expect(codeOf(verb)).toBe('NotFound');
    expect(savedSearchesOf(db, lone.id)).toMatchObject([{ id, name: 'Alt', frequency: 'at-once', hasFeed: false }]);
    expect(savedSearchesOf(db, karim.id)).toEqual([]);
  });

  test('saves each search once, and no more than so many', async () => {
    await save(db, finders, lone, { query: 'q=have&place=Lejre' });
    expect(await refusalOf(save(db, finders, lone, { query: 'place=Roskilde&q=have' }))).toBe('search-known');
    for (let count = 1; count < MOST_SAVED; count++) await save(db, finders, lone, { query: `q=ord${count}` });
    expect(await refusalOf(save(db, finders, lone, { query: 'q=enmere' }))).toBe('too-many-searches');
    expect(await refusalOf(save(db, finders, karim, { query: 'q=have' }))).toBe('nothing was refused');
  });

  test('saves employers only in the job centre, behind a second factor', async () => {
    const kind = 'employers' as const;
    for (const viewer of [lone, viewerOf(db, 'tove', { secondFactor: true }), viewerOf(db, 'karim')])
      expect(await refusalOf(save(db, finders, viewer, { kind })), viewer.name).toBe('Forbidden');
    expect(await refusalOf(save(db, finders, karim, { kind }))).toBe('nothing was refused');
  });

  test('finds nothing any more by what is no more, rather than too much', async () => {
    const query = 'network=green-network';
    await save(db, finders, lone, { query });
    expect((await findHits(db, finders, lone, { kind: 'slots', query })).total).toBe(1);
    expect((await findHits(db, finders, lone, { kind: 'slots', query: 'network=gone' })).total).toBe(0);
  });

  test('takes their searches along when their account goes', async () => {
    const ida = viewerOf(db, 'ida');
    await save(db, finders, ida);
    db.$client.prepare('insert into saved_search_mails values (?, ?)').run(ida.id, '2026-11-01');
    db.$client.prepare('delete from accounts where id = ?').run(ida.id);
    for (const table of ['saved_searches', 'saved_search_hits', 'saved_search_mails'])
      expect(db.$client.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
  });
});

describe('a feed', () => {
  test('is opened by its key alone, which is kept as a hash, and by no older one', async () => {
    const id = await save(db, finders, lone);
    const first = renewFeed(db, lone, id);
    expect(findFeed(db, first)).toMatchObject({ search: { id }, owner: { id: lone.id } });
    const second = renewFeed(db, lone, id);
    expect(second).not.toBe(first);
    expect(findFeed(db, first)).toBeUndefined();
    expect(findFeed(db, second)?.search.id).toBe(id);
    const stored = JSON.stringify(db.$client.prepare('select * from saved_searches').all());
    expect(stored).not.toContain(second);
    expect(findFeed(db, /"feed_hash":"(\w+)"/.exec(stored)?.[1] ?? 'x')).toBeUndefined();
    for (const wrong of ['', 'x', second.toUpperCase(), `${second} `])
      expect(findFeed(db, wrong), wrong).toBeUndefined();
  });

  test('ends with the search, and while its owner may not sign in', async () => {
    const id = await save(db, finders, lone);
    const key = renewFeed(db, lone, id);
    db.$client.exec(`update accounts set state = 'suspended'`);
    expect(findFeed(db, key)).toBeUndefined();
    db.$client.exec(`update accounts set state = 'active'`);
    expect(findFeed(db, key)).toBeDefined();
    removeSavedSearch(db, lone, id);
    expect(findFeed(db, key)).toBeUndefined();
  });

  test('of employers finds nothing for somebody who left the job centre', async () => {
    const query = '';
    const employers = { kind: 'employers', query } as const;
    expect((await findHits(db, finders, karim, employers)).total).toBeGreaterThan(0);
    db.$client.exec('delete from staff');
    const former = viewerOf(db, 'karim', { secondFactor: true });
    expect(await findHits(db, finders, former, employers)).toEqual({ ids: [], total: 0 });
  });
});

describe('the link in an e-mail', () => {
  test('stops that search and no other', async () => {
    const id = await save(db, finders, lone);
    const other = await save(db, finders, lone, { query: 'q=have' });
    const key = stopKey(db, id);
    stopAlerts(db, key);
    stopAlerts(db, key);
    expect(savedSearchesOf(db, lone.id).map((search) => [search.id, search.frequency])).toEqual([
      [id, 'never'],
      [other, 'at-once'],
    ]);
  });

  test('opens nothing when it was changed, is another kind of key, or its search is gone', async () => {
    const id = await save(db, finders, lone);
    const key = stopKey(db, id);
    const others = unsubscribeKey(db, { to: lone.email, name: 'search-news' }) ?? '';
    expect(others).not.toBe('');
    for (const wrong of ['', 'AAAA', `${key.slice(0, -3)}AAA`, others]) {
      expect(findByStopKey(db, wrong), wrong).toBeUndefined();
      expect(codeOf(() => stopAlerts(db, wrong))).toBe('way-out-unknown');
    }
    removeSavedSearch(db, lone, id);
    expect(codeOf(() => stopAlerts(db, key))).toBe('way-out-unknown');
  });
});
