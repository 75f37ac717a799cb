import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliver, reindex } from '#search/meilisearch/deliver.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { INDEXES } from '#search/meilisearch/marker.ts';
import { listIndexes } from '#search/meilisearch/rebuild.ts';
import { settingsOf } from '#search/meilisearch/settings.ts';
import { countSetAside, listSetAside, readState } from '#search/meilisearch/state.ts';
import { compare } from '#search/meilisearch/verify.ts';
import { type FaultProxy, startFaultProxy } from '../../fixtures/fault-proxy.ts';
import { hasMeilisearchProgram, type OwnMeilisearch, startOwnMeilisearch } from '../../fixtures/meilisearch.ts';
import { changeSomething, openPortal, type Portal } from '../../fixtures/portal-process.ts';

/** Creating three indexes, setting up and filling two, the marker, the swap, removing three old ones. */
const CHANGES = 12;
const SWAP = 9;
const MINUTE = 60_000;

describe.skipIf(!hasMeilisearchProgram)('reindexing', { timeout: 2 * MINUTE }, () => {
  let server: OwnMeilisearch;
  let proxy: FaultProxy;
  let portal: Portal;
  let stopSearching: () => Promise<unknown> = async () => {};
  const client = () => connect(server);

  /** Searches the server itself, all the time, with nothing to fall back on. */
  function searchAllTheTime() {
    const engine = meilisearchEngine(portal.db, server);
    const seen = { searches: 0, failed: 0, totals: new Set<number>() };
    let stopped = false;
    const stop = async () => {
      stopped = true;
      await Promise.all(searchers);
      return seen;
    };
    const searcher = async () => {
      while (!stopped) {
        await engine
          .search({ kind: 'organisations', text: '', filters: {}, sort: 'name', page: 1, pageSize: 10 })
          .then(({ total }) => seen.totals.add(total))
          .catch(() => seen.failed++);
        seen.searches++;
        await sleep(10);
      }
    };
    const searchers = [searcher(), searcher(), searcher()];
    stopSearching = stop;
    return stop;
  }

  beforeAll(async () => {
    server = await startOwnMeilisearch();
    proxy = await startFaultProxy(server.url);
  }, MINUTE);
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    proxy.onChange = () => {};
    portal = openPortal({ url: proxy.url, apiKey: server.apiKey });
    await deliver(portal.db, client());
    return async () => {
      await stopSearching();
      await portal.remove();
    };
  }, MINUTE);

  test('under load no search fails or finds nothing, and changes meanwhile are in it', async () => {
    portal.run('tests/fixtures/delivery-process.ts');
    const before = readState(portal.db)?.generation;
    const stop = searchAllTheTime();
    let number = 0;
    const changing = setInterval(() => changeSomething(portal.db, number++), 50);
    for (let time = 0; time < 3; time++)
      expect(await portal.run('scripts/reindex.ts').ended).toMatchObject({ status: 0 });
    clearInterval(changing);
    const seen = await stop();
    expect(seen.searches).toBeGreaterThan(50);
    expect(seen.failed).toBe(0);
    expect([...seen.totals]).toEqual([4]);
    expect(number).toBeGreaterThan(10);
    expect(readState(portal.db)?.generation).not.toBe(before);
    await expect.poll(() => compare(portal.db, client()), { timeout: MINUTE, interval: 200 }).toEqual([]);
    expect([...(await listIndexes(client()))].sort()).toEqual([...INDEXES].sort());
  });

  test.each([
    ...Array.from({ length: CHANGES }, (_, index) => [index + 1, 'after'] as const),
    [SWAP, 'before'] as const,
  ])('killed at step %i, %s the server has it, it can be run again', async (step, moment) => {
    const { changes } = proxy;
    const stop = searchAllTheTime();
    const cutShort = portal.run('scripts/reindex.ts');
    await new Promise<void>((resolve) => {
      proxy.onChange = async (number, when) => {
        if (number !== changes + step || when !== moment) return;
        await cutShort.kill();
        resolve();
      };
    });
    proxy.onChange = () => {};
    changeSomething(portal.db, step);
    // The portal's own worker comes by first, half of the times.
    if (step % 2) await deliver(portal.db, client());
    await reindex(portal.db, client());
    expect(await compare(portal.db, client())).toEqual([]);
    expect([...(await listIndexes(client()))].sort()).toEqual([...INDEXES].sort());
    const seen = await stop();
    expect(seen.failed).toBe(0);
    expect([...seen.totals]).toEqual([4]);
  });

  test('tries what was set aside again', async () => {
    portal.db.$client.exec(`
      update search_documents set version = 900,
        document = json_set(document, '$.location', json('{"lat": "north", "lng": "east"}'))
      where kind = 'slots' and entity_id = 2`);
    await deliver(portal.db, client());
    expect(countSetAside(portal.db)).toBe(1);
    await reindex(portal.db, client());
    expect(listSetAside(portal.db)).toMatchObject([{ kind: 'slots', entityId: 2, version: 900 }]);
    // What the server could not take then it can now, though the document is the same version.
    portal.db.$client.exec(`
      update search_documents set document = json_remove(document, '$.location') where kind = 'slots' and entity_id = 2`);
    await reindex(portal.db, client());
    expect(countSetAside(portal.db)).toBe(0);
    expect(await compare(portal.db, client())).toEqual([]);
  });

  test('other settings lead to a new index by itself, unless it is somebody else’s turn to decide', async () => {
    const original = settingsOf('slots');
    const surprises: string[] = [];
    const onSurprise = (what: string) => surprises.push(what);
    const marker = client().index('plads-state');
    await marker.updateDocuments([{ id: 1, settings: 'of an older program' }]).waitTask({ timeout: 0 });
    await client()
      .index('plads-slots')
      .updateSettings({ stopWords: ['og'] })
      .waitTask({ timeout: 0 });

    await deliver(portal.db, client(), { leaveSettings: true, onSurprise });
    expect(surprises).toEqual([]);
    await deliver(portal.db, client(), { onSurprise });
    expect(surprises).toEqual(['building the index anew: it has other settings']);
    const settings = await client().index('plads-slots').getSettings();
    expect(settings.stopWords).toEqual(original.stopWords ?? []);
    expect(await compare(portal.db, client())).toEqual([]);
  });

  test('search:verify says what differs, and puts it right when asked', async () => {
    const verify = (...args: string[]) => portal.run('scripts/search-verify.ts', args).ended;
    expect(await verify()).toEqual({ status: 0, output: '✓ Index and database are equal.\n' });
    await client().index('plads-slots').deleteDocument(3).waitTask({ timeout: 0 });
    changeSomething(portal.db, 0);
    const { status, output } = await verify();
    expect(status).toBe(1);
    expect(output).toMatch(/slots 3: version \d+ in the database, not in the index/);
    expect(output).toMatch(/organisations 1: version \d+ in the database, version \d+ in the index/);
    expect(await verify('--repair')).toMatchObject({ status: 0, output: expect.stringContaining('are equal') });
    expect(await verify()).toMatchObject({ status: 0 });
  });

  test('both programs say in one line why they cannot work', async () => {
    for (const script of ['scripts/reindex.ts', 'scripts/search-verify.ts']) {
      proxy.fault = 'forbidden';
      const { status, output } = await portal.run(script).ended;
      proxy.fault = undefined;
      expect(status).toBe(1);
      expect(output).toContain('The provided API key is invalid');
      expect(output).not.toContain('at async');
    }
  });
});
