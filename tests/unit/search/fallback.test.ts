import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine, SearchQuery, SearchResult } from '#search/engine.ts';
import { type FallbackEngine, PATIENCE_MS, type SwitchOver, withFallback } from '#search/fallback.ts';
import { whyNotTrue } from '#search/meilisearch/check.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../../fixtures/fault-proxy.ts';
import { freePort } from '../../fixtures/meilisearch.ts';

const HALF_A_SECOND = 500;
const EVERYTHING: SearchQuery = { kind: 'organisations', text: '', filters: {}, sort: 'name', page: 1, pageSize: 10 };

const db = smallDirectory();
const embedded = embeddedEngine(db);
const toStop: (() => unknown)[] = [];
afterEach(() => Promise.all(toStop.splice(0).map((stop) => stop())));

async function timed<Result>(work: Promise<Result>): Promise<{ ms: number; result: Result }> {
  const started = performance.now();
  const result = await work;
  return { ms: performance.now() - started, result };
}

describe('with a search server that was never well', () => {
  beforeAll(() => embedded.search(EVERYTHING));

  test.each<Fault | 'away'>(['away', 'hang', 'trickle', 'forbidden', 'error', 'garbage', 'cut'])(
    'answers within half a second, the first search too: %s',
    { retry: 2 },
    async (fault) => {
      let url = `http://127.0.0.1:${await freePort()}`;
      if (fault !== 'away') {
        const proxy = await startFaultProxy();
        toStop.push(() => proxy.stop());
        proxy.fault = fault;
        ({ url } = proxy);
      }
      const server = { url, timeoutMs: PATIENCE_MS };
      const engine = withFallback(meilisearchEngine(db, server), embedded, { whyNot: whyNotTrue(db, connect(server)) });
      toStop.push(() => engine.stop());
      for (let time = 0; time < 3; time++) {
        const { ms, result } = await timed(engine.search(EVERYTHING));
        expect(ms).toBeLessThan(HALF_A_SECOND);
        expect(result).toMatchObject({ engine: 'embedded', total: 4 });
      }
      expect(engine.failure).not.toBeNull();
      await expect
        .poll(() => engine.failure, { timeout: 5_000 })
        .toMatch(/cannot be reached|no answer within|invalid_api_key|internal|not valid JSON/);
    },
  );
});

/** The embedded engine in the part of an outside one, which can be made to fail. */
function failing() {
  const outside = {
    name: 'meilisearch' as const,
    asked: 0,
    fault: undefined as 'hang' | Error | undefined,
    async search(query: SearchQuery): Promise<SearchResult> {
      outside.asked++;
      if (outside.fault === 'hang') return new Promise<never>(() => {});
      if (outside.fault) throw outside.fault;
      return { ...(await embedded.search(query)), engine: outside.name };
    },
  } satisfies SearchEngine & Record<string, unknown>;
  return outside;
}

function besideEmbedded(outside: SearchEngine, whyNot?: () => Promise<string | null>) {
  const switches: SwitchOver[] = [];
  const engine: FallbackEngine = withFallback(outside, embedded, {
    whyNot,
    onSwitch: (change) => switches.push(change),
  });
  toStop.push(() => engine.stop());
  return { engine, switches };
}

const well = (engine: FallbackEngine) => expect.poll(() => engine.failure, { timeout: 10_000 }).toBeNull();

describe('with a search server that stops answering', () => {
  test('waits for it once, says so once, and goes back when it is well', { timeout: 20_000, retry: 2 }, async () => {
    const outside = failing();
    const { engine, switches } = besideEmbedded(outside);
    await well(engine);
    expect((await engine.search(EVERYTHING)).engine).toBe('meilisearch');

    outside.fault = 'hang';
    const first = await timed(engine.search(EVERYTHING));
    expect(first.ms).toBeLessThan(HALF_A_SECOND);
    expect(first.result.engine).toBe('embedded');
    for (let time = 0; time < 50; time++) {
      const next = await timed(engine.search(EVERYTHING));
      expect(next.result).toMatchObject({ engine: 'embedded', total: 4 });
      expect(next.ms).toBeLessThan(100);
    }
    expect(switches.map((change) => change.answering)).toEqual(['meilisearch', 'embedded']);
    expect(switches[1]?.failure).toBe(`no answer within ${PATIENCE_MS} ms`);

    outside.fault = undefined;
    await well(engine);
    expect((await engine.search(EVERYTHING)).engine).toBe('meilisearch');
    expect(switches.map((change) => change.answering)).toEqual(['meilisearch', 'embedded', 'meilisearch']);
  });

  test('many searches at once wait once together', { timeout: 20_000, retry: 2 }, async () => {
    const outside = failing();
    const { engine, switches } = besideEmbedded(outside);
    await well(engine);
    outside.fault = 'hang';
    const { ms, result } = await timed(Promise.all(Array.from({ length: 40 }, () => engine.search(EVERYTHING))));
    expect(ms).toBeLessThan(HALF_A_SECOND);
    expect(new Set(result.map((one) => one.engine))).toEqual(new Set(['embedded']));
    expect(switches).toHaveLength(2);
  });

  test('no visitor’s search finds out whether it is back', { timeout: 20_000 }, async () => {
    const outside = failing();
    const { engine } = besideEmbedded(outside, async () => {
      if (outside.fault instanceof Error) throw outside.fault;
      return null;
    });
    await well(engine);
    outside.fault = new Error('away');
    await engine.search(EVERYTHING);
    const { asked } = outside;
    for (let time = 0; time < 100; time++) await engine.search(EVERYTHING);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(outside.asked).toBe(asked);
  });
});

describe('with a search server that answers and is not to be believed', () => {
  test('does not ask it, and says why', { timeout: 20_000 }, async () => {
    const outside = failing();
    let reason: string | null = null;
    const { engine } = besideEmbedded(outside, async () => reason);
    await well(engine);
    reason = 'the index is an older copy';
    await expect.poll(() => engine.failure, { timeout: 10_000 }).toBe(reason);
    expect((await engine.search(EVERYTHING)).engine).toBe('embedded');
    reason = null;
    await well(engine);
  });
});

test('one late look is forgiven, two are not', { timeout: 30_000 }, async () => {
  const outside = failing();
  let looks = 0;
  const { engine, switches } = besideEmbedded(outside, async () => {
    looks++;
    if (looks === 2 || looks >= 4) throw new Error('late');
    return null;
  });
  await expect.poll(() => looks, { timeout: 10_000 }).toBe(3);
  expect(engine.failure).toBeNull();
  await expect.poll(() => engine.failure, { timeout: 15_000 }).toBe('late');
  expect(looks).toBe(5);
  expect(switches).toHaveLength(2);
});

let proxy: FaultProxy | undefined;
test('gives up the request that got no answer', { timeout: 10_000 }, async () => {
  proxy = await startFaultProxy();
  toStop.push(() => proxy?.stop());
  proxy.fault = 'hang';
  const outside = meilisearchEngine(db, { url: proxy.url, timeoutMs: PATIENCE_MS });
  // A timer counts from when the event loop last looked at the clock, which on a busy machine is a while ago.
  await new Promise((resolve) => setImmediate(resolve));
  const { ms } = await timed(outside.search(EVERYTHING).catch(() => undefined));
  expect(ms).toBeGreaterThanOrEqual(PATIENCE_MS - 20);
  expect(ms).toBeLessThan(PATIENCE_MS + 1_000);
});
