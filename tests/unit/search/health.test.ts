import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { smallDirectory } from '../../fixtures/directory.ts';
import { freePort } from '../../fixtures/meilisearch.ts';

let silent: Server;

/** The portal as it starts with a search server that takes connections and never says a word. */
beforeAll(async () => {
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'plads-')), await freePort()];
  smallDirectory(join(folder, 'plads.db')).$client.close();
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('MEILI_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterAll(() => {
  silent.close();
  vi.unstubAllEnvs();
});

test('health is ready and says who answers, why, and what the search server does not know', {
  timeout: 20_000,
}, async () => {
  const { health } = await import('#lib/health.ts');
  const { fallback } = await import('#lib/search.ts');
  await expect.poll(() => fallback?.failure, { timeout: 5_000 }).toMatch(/no answer within/);
  expect(await health()).toMatchObject({
    ready: true,
    database: 'ok',
    search: {
      configured: 'meilisearch',
      answering: 'embedded',
      failure: expect.stringMatching(/no answer within/),
      undelivered: 7,
      trouble: null,
      setAside: { count: 0, documents: [] },
    },
  });
  fallback?.stop();
});

test('health says why the search server could not be told, and since when', { timeout: 60_000 }, async () => {
  const { db } = await import('#lib/database.ts');
  const { health } = await import('#lib/health.ts');
  const { deliveryRound } = await import('../../../scripts/serve/delivery.ts');
  const round = deliveryRound(db, { url: `http://127.0.0.1:${await freePort()}` });
  const pauses = [];
  for (let time = 0; time < 7; time++) pauses.push(await round(AbortSignal.timeout(60_000)));
  const { search } = await health();
  expect(search).toMatchObject({ trouble: { failure: 'cannot be reached (ECONNREFUSED)' }, undelivered: 7 });
  // Each pause is a half to the whole of one that doubles, up to 15 s.
  for (const [index, pause] of pauses.entries()) {
    const whole = Math.min(500 * 2 ** (index + 1), 15_000);
    expect(pause).toBeGreaterThanOrEqual(whole / 2 - 1);
    expect(pause).toBeLessThanOrEqual(whole);
  }
});
