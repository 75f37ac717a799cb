import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeTurn } from '#db/turn.ts';
import { DELIVERY, deliver } from '#search/meilisearch/deliver.ts';
import { connect } from '#search/meilisearch/engine.ts';
import { countUndelivered } from '#search/meilisearch/outbox.ts';
import { compare } from '#search/meilisearch/verify.ts';
import { type FaultProxy, startFaultProxy } from '../../fixtures/fault-proxy.ts';
import { hasMeilisearchProgram, type OwnMeilisearch, startOwnMeilisearch } from '../../fixtures/meilisearch.ts';
import { changeSomething, openPortal, type Portal } from '../../fixtures/portal-process.ts';

const WORKER = 'tests/fixtures/delivery-process.ts';
const MINUTE = 60_000;

describe('a turn', () => {
  let portal: Portal;
  beforeEach(() => {
    portal = openPortal({ url: 'http://127.0.0.1:9', apiKey: '' });
    return () => portal.remove();
  });

  test('is one’s at a time, and free when it ends', () => {
    const mine = takeTurn(portal.db, DELIVERY);
    expect(mine).toBeDefined();
    expect(takeTurn(portal.db, DELIVERY)).toBeUndefined();
    expect(takeTurn(portal.db, 'something-else')).toBeDefined();
    mine?.end();
    const again = takeTurn(portal.db, DELIVERY);
    expect(again).toBeDefined();
    again?.end();
  });

  test('of a process that is killed is free at once', { timeout: MINUTE }, async () => {
    const holder = portal.run('tests/fixtures/turn-process.ts');
    await expect.poll(() => taken(portal), { timeout: 20_000 }).toBe(true);
    await holder.kill();
    expect(taken(portal)).toBe(false);
  });
});

function taken(portal: Portal): boolean {
  const turn = takeTurn(portal.db, DELIVERY);
  turn?.end();
  return turn === undefined;
}

describe.skipIf(!hasMeilisearchProgram)('workers', { timeout: 3 * MINUTE }, () => {
  let server: OwnMeilisearch;
  let proxy: FaultProxy;
  let portal: Portal;
  const startWorker = () => portal.run(WORKER);
  /** Equal within a minute, by ids and versions. */
  const becomesEqual = () =>
    expect
      .poll(() => compare(portal.db, connect(server)).catch(() => 'away'), { timeout: MINUTE, interval: 200 })
      .toEqual([]);

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
    proxy.fault = undefined;
    await server.resume();
    portal = openPortal({ url: proxy.url, apiKey: server.apiKey });
    await deliver(portal.db, connect(server));
    return () => portal.remove();
  }, MINUTE);

  test.each([1, 2, 3, 4].flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
    'one that is killed at change %i, %s the server has it, loses nothing',
    async (step, moment) => {
      const { changes } = proxy;
      for (let number = 0; number < 7; number++) changeSomething(portal.db, number);
      const worker = startWorker();
      await new Promise<void>((resolve) => {
        proxy.onChange = async (number, when) => {
          if (number !== changes + step || when !== moment) return;
          await worker.kill();
          resolve();
        };
      });
      proxy.onChange = () => {};
      startWorker();
      await becomesEqual();
    },
  );

  test('killed again and again at random while changes go on, it ends up equal', async () => {
    let number = 0;
    const changing = setInterval(() => changeSomething(portal.db, number++), 40);
    try {
      for (let time = 0; time < 10; time++) {
        const worker = startWorker();
        await sleep(700 + Math.random() * 1_500);
        await worker.kill();
      }
    } finally {
      clearInterval(changing);
    }
    expect(number).toBeGreaterThan(50);
    startWorker();
    await becomesEqual();
    await expect.poll(() => countUndelivered(portal.db), { timeout: 10_000 }).toBe(0);
  });

  test('of two at once one delivers, and the other takes over', async () => {
    const workers = [startWorker(), startWorker()];
    let atOnce = 0;
    let most = 0;
    proxy.onChange = (_, when) => {
      atOnce += when === 'before' ? 1 : -1;
      most = Math.max(most, atOnce);
    };
    for (let number = 0; number < 60; number++) {
      changeSomething(portal.db, number);
      await sleep(30);
      if (number === 30) await workers[0]?.kill();
    }
    await becomesEqual();
    expect(most).toBe(1);
    expect(workers[1]?.process.exitCode).toBeNull();
  });

  test('after an outage the index is equal within a minute', async () => {
    startWorker();
    await server.crash();
    for (let number = 0; number < 7; number++) changeSomething(portal.db, number);
    // Long enough for the pauses to have grown.
    await sleep(12_000);
    await server.resume();
    await becomesEqual();
  });

  test('a server that comes back empty is full again within a minute', async () => {
    startWorker();
    await server.crash();
    server.loseData();
    await server.resume();
    await becomesEqual();
  });

  test('one that is asked to end does so soon, though the server does not answer', async () => {
    const worker = startWorker();
    changeSomething(portal.db, 0);
    await becomesEqual();
    proxy.fault = 'hang';
    changeSomething(portal.db, 1);
    await sleep(1_500);
    const started = performance.now();
    worker.process.kill('SIGTERM');
    expect((await worker.ended).status).toBe(0);
    expect(performance.now() - started).toBeLessThan(6_000);
    proxy.fault = undefined;
    startWorker();
    await becomesEqual();
  });
});
