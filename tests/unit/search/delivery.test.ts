import { copyFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { renameOrganisation } from '#domain/organisations/commands.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { PATIENCE_MS, withFallback } from '#search/fallback.ts';
import { whyNotTrue } from '#search/meilisearch/check.ts';
import { deliver } from '#search/meilisearch/deliver.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { countUndelivered } from '#search/meilisearch/outbox.ts';
import { countSetAside, listSetAside, readState } from '#search/meilisearch/state.ts';
import { compare, repair, sweeper } from '#search/meilisearch/verify.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../../fixtures/fault-proxy.ts';
import { hasMeilisearchProgram, type OwnMeilisearch, startOwnMeilisearch } from '../../fixtures/meilisearch.ts';
import { changeSomething, openPortal, type Portal } from '../../fixtures/portal-process.ts';

const LONG = { timeout: 120_000 };

/* Needs a `meilisearch` program on the path: these tests kill it, empty it and bring old copies back. */
describe.skipIf(!hasMeilisearchProgram)('the index on the search server', LONG, () => {
  let server: OwnMeilisearch;
  let proxy: FaultProxy;
  let portal: Portal;
  let db: Db;
  /** What `deliver` said of an index that was not just behind. */
  let surprises: string[];
  const client = () => connect({ url: proxy.url, apiKey: server.apiKey, timeoutMs: 3_000 });
  const tellAll = () => deliver(db, client(), { onSurprise: (what) => surprises.push(what) });
  const equal = async () => expect(await compare(db, connect(server))).toEqual([]);

  beforeAll(async () => {
    server = await startOwnMeilisearch();
    proxy = await startFaultProxy(server.url);
  }, 60_000);
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    surprises = [];
    proxy.fault = undefined;
    proxy.onChange = () => {};
    await server.resume();
    portal = openPortal({ url: proxy.url, apiKey: server.apiKey });
    db = portal.db;
    await tellAll();
    surprises = [];
    return () => portal.remove();
  }, 60_000);

  test('is told what changed, and nothing else', async () => {
    await equal();
    for (let number = 0; number < 7; number++) changeSomething(db, number);
    expect(await compare(db, connect(server))).not.toEqual([]);
    expect(await tellAll()).toBeGreaterThan(0);
    await equal();
    expect(countUndelivered(db)).toBe(0);
    const { changes } = proxy;
    expect(await tellAll()).toBe(0);
    expect(proxy.changes).toBe(changes);
    expect(surprises).toEqual([]);
  });

  test('a document that the server refuses is set aside, and the others are told', async () => {
    changeSomething(db, 1);
    for (const kind of ['organisations', 'slots'])
      db.$client.exec(`
        update search_documents set version = (select max(version) + 1 from search_documents),
          document = json_set(document, '$.location', json('{"lat": "north", "lng": "east"}'))
        where kind = '${kind}' and entity_id = 2`);
    changeSomething(db, 2);
    await tellAll();
    expect(countUndelivered(db)).toBe(0);
    expect(listSetAside(db)).toMatchObject([
      { kind: 'organisations', entityId: 2, reason: expect.stringContaining('invalid_document_geo_field') },
      { kind: 'slots', entityId: 2, reason: expect.stringContaining('invalid_document_geo_field') },
    ]);
    const differences = await compare(db, connect(server));
    expect(differences.map(({ kind, entityId, refused }) => [kind, entityId, Boolean(refused)])).toEqual([
      ['organisations', 2, true],
      ['slots', 2, true],
    ]);

    // The next change of one of them is told like any other.
    renameOrganisation(db, 'test', 2, 'Gevninge Tømrer og Snedker');
    await tellAll();
    expect(listSetAside(db).map(({ kind }) => kind)).toEqual([]);
    await equal();
  });

  test('half a sign, which the server calls an error of its own, holds nobody up', async () => {
    changeSomething(db, 1);
    db.$client.exec(`
      update search_documents set version = (select max(version) + 1 from search_documents),
        document = replace(document, '"sortKey":"', '"sortKey":"\\ud83d')
      where kind = 'slots' and entity_id = 2`);
    changeSomething(db, 2);
    await tellAll();
    expect(listSetAside(db)).toMatchObject([
      { kind: 'slots', entityId: 2, reason: expect.stringContaining('internal') },
    ]);
    expect(await compare(db, connect(server))).toHaveLength(1);
  });

  test('a row that holds no document is set aside before it is sent', async () => {
    db.$client.exec(
      `update search_documents set document = '{', version = 1000 where kind = 'slots' and entity_id = 1`,
    );
    changeSomething(db, 3);
    await tellAll();
    expect(listSetAside(db)).toMatchObject([{ kind: 'slots', entityId: 1, version: 1000 }]);
    expect(await compare(db, connect(server))).toHaveLength(1);
  });

  test.each<[Fault, string]>([
    ['full', 'No space left on device'],
    ['forbidden', 'API key is invalid'],
    ['error', 'internal error'],
    ['garbage', 'not valid JSON'],
    ['cut', 'failed'],
    ['cut-after', 'failed'],
    ['hang', 'failed'],
  ])('nothing is lost and nobody is set aside while the server fails: %s', async (fault, message) => {
    const before = readState(db);
    changeSomething(db, 4);
    changeSomething(db, 6);
    proxy.fault = fault;
    for (let time = 0; time < 2; time++) await expect(tellAll()).rejects.toThrow(message);
    expect(readState(db)?.delivered).toBe(before?.delivered);
    expect(countUndelivered(db)).toBeGreaterThan(0);
    expect(countSetAside(db)).toBe(0);
    proxy.fault = undefined;
    await tellAll();
    await equal();
    expect(surprises).toEqual([]);
  });

  test.each([1, 2, 3, 4].flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
    'a server that is killed at change %i, %s it has it, is told the rest when it is back',
    async (step, moment) => {
      for (let number = 0; number < 7; number++) changeSomething(db, number);
      const started = proxy.changes;
      let killed = false;
      proxy.onChange = async (number, when) => {
        if (number !== started + step || when !== moment) return;
        await server.crash();
        killed = true;
      };
      // The last one may be done when the server dies.
      await tellAll().catch(() => undefined);
      expect(killed).toBe(true);
      await server.resume();
      await tellAll();
      await equal();
      expect(surprises).toEqual([]);
    },
  );

  test('a server that lost its folder is filled again, and not searched before that', async () => {
    const whyNot = whyNotTrue(db, client());
    expect(await whyNot()).toBeNull();
    await server.crash();
    server.loseData();
    await server.resume();
    expect(await whyNot()).toBe('the index is not built yet');
    await tellAll();
    expect(surprises).toEqual(['building the index anew: plads-organisations is missing']);
    await equal();
    expect(await whyNot()).toBeNull();
  });

  test('a server that was brought back from an old copy is told what came after it', async () => {
    const whyNot = whyNotTrue(db, client());
    await server.crash();
    server.keepCopy();
    await server.resume();
    for (let number = 0; number < 7; number++) changeSomething(db, number);
    await tellAll();
    await server.crash();
    server.restoreCopy();
    await server.resume();
    expect(await whyNot()).toBe('the index is an older copy');
    await tellAll();
    expect(surprises).toEqual([expect.stringContaining('an older copy')]);
    await equal();
    expect(await whyNot()).toBeNull();
  });

  test('a copy from before the last reindex is not taken for the index', async () => {
    await server.crash();
    server.keepCopy();
    await server.resume();
    await portal.run('scripts/reindex.ts').ended;
    await server.crash();
    server.restoreCopy();
    await server.resume();
    expect(await whyNotTrue(db, client())()).toBe('the index is not the one that was built last');
    await tellAll();
    expect(surprises).toEqual(['building the index anew: it is not the one that was built last']);
    await equal();
  });

  test('an index that is ahead of a database from a backup is built anew', async () => {
    const backup = `${db.$client.name}.backup`;
    await db.$client.backup(backup);
    for (let number = 0; number < 7; number++) changeSomething(db, number);
    await tellAll();
    const file = db.$client.name;
    db.$client.close();
    for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    copyFileSync(backup, file);
    db = openDatabase(file);
    portal.db = db;
    changeSomething(db, 3);
    await tellAll();
    expect(surprises).toEqual(['building the index anew: it knows changes that the database does not have']);
    await equal();
  });

  test('documents that somebody removed, changed or added by hand are found and put right', async () => {
    const byHand = connect(server);
    await byHand.index('plads-slots').deleteDocument(1).waitTask({ timeout: 0 });
    await byHand
      .index('plads-slots')
      .updateDocuments([{ id: 2, version: 1 }])
      .waitTask({ timeout: 0 });
    await byHand
      .index('plads-organisations')
      .updateDocuments([{ id: 99, version: 5 }])
      .waitTask({ timeout: 0 });
    expect(await compare(db, byHand)).toMatchObject([
      { kind: 'organisations', entityId: 99, database: null, index: 5 },
      { kind: 'slots', entityId: 1, index: null },
      { kind: 'slots', entityId: 2, index: 1 },
    ]);
    const sweep = sweeper(db, byHand);
    const found = [...(await sweep()), ...(await sweep())];
    expect(found.map(({ kind, entityId }) => [kind, entityId])).toEqual([
      ['slots', 1],
      ['slots', 2],
    ]);
    await repair(db, byHand, found);
    await repair(db, byHand, await compare(db, byHand));
    await equal();
  });

  test.each<Fault>(['hang', 'trickle', 'forbidden', 'error', 'garbage', 'cut', 'cut-after'])(
    'searches are answered within half a second when it begins to fail: %s',
    { retry: 2 },
    async (fault) => {
      const outside = { url: proxy.url, apiKey: server.apiKey, timeoutMs: PATIENCE_MS };
      const switches: string[] = [];
      const engine = withFallback(meilisearchEngine(db, outside), embeddedEngine(db), {
        whyNot: whyNotTrue(db, connect(outside)),
        onSwitch: ({ answering }) => switches.push(answering),
      });
      const search = () =>
        engine.search({ kind: 'organisations', text: '', filters: {}, sort: 'name', page: 1, pageSize: 10 });
      try {
        await expect.poll(() => engine.failure, { timeout: 20_000 }).toBeNull();
        expect(await search()).toMatchObject({ engine: 'meilisearch', total: 4 });
        proxy.fault = fault;
        const started = performance.now();
        expect(await search()).toMatchObject({ engine: 'embedded', total: 4 });
        expect(performance.now() - started).toBeLessThan(500);
        for (let time = 0; time < 20; time++) expect((await search()).engine).toBe('embedded');
        proxy.fault = undefined;
        await expect.poll(() => engine.failure, { timeout: 20_000 }).toBeNull();
        expect((await search()).engine).toBe('meilisearch');
        expect(switches).toEqual(['meilisearch', 'embedded', 'meilisearch']);
      } finally {
        engine.stop();
      }
    },
  );
});
