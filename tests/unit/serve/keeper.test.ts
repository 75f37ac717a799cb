import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Answer } from '../../../scripts/serve/cache/answer.ts';
import { Keeper } from '../../../scripts/serve/cache/keeper.ts';

const MB = 1024 * 1024;
const PAGE = '<p>Her er der plads.</p>'.repeat(100);

/** A source whose renderings are counted, and can be held back. */
function source(given: { headers?: Record<string, string>; status?: number; page?: string; maxBytes?: number } = {}) {
  const { headers = {}, status = 200, page = PAGE, maxBytes = MB } = given;
  const state = { version: 'one', rendered: [] as string[], release: () => {} };
  let gate = Promise.resolve();
  const hold = () => {
    gate = new Promise((resolve) => {
      state.release = resolve;
    });
  };
  const keeper = new Keeper({
    version: () => state.version,
    maxBytes,
    async render(address): Promise<Answer> {
      state.rendered.push(address);
      const body = Buffer.from(`${page}<!-- ${state.version} -->`);
      await gate;
      return { status, headers: new Map(Object.entries({ 'content-type': 'text/html', ...headers })), body };
    },
  });
  return { keeper, state, hold };
}

test('a hundred requests for a cold page make it once', async () => {
  const { keeper, state, hold } = source();
  hold();
  const waiting = Array.from({ length: 100 }, (_, index) => keeper.get('/pladser', index % 2 ? 'br' : 'gzip'));
  state.release();
  const forms = await Promise.all(waiting);
  expect(state.rendered).toEqual(['/pladser']);
  expect(new Set(forms.map((form) => form?.body)).size).toBe(2);
});

test('what is kept is found, in every encoding made from one rendering', async () => {
  const { keeper, state } = source();
  expect(keeper.find('/pladser', 'br')).toBeUndefined();
  const plain = await keeper.get('/pladser', 'identity');
  const brotli = await keeper.get('/pladser', 'br');
  const gzip = await keeper.get('/pladser', 'gzip');
  expect(state.rendered).toHaveLength(1);
  expect(keeper.find('/pladser', 'br')).toBe(brotli);
  expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(plain?.body);
  expect(gunzipSync(gzip?.body ?? '')).toEqual(plain?.body);
  expect(new Set([plain?.etag, brotli?.etag, gzip?.etag]).size).toBe(3);
  for (const form of [plain, brotli, gzip]) {
    expect(form?.head).toEqual(expect.arrayContaining(['Content-Length', String(form?.body.length)]));
    expect(form?.head).toEqual(expect.arrayContaining(['Vary', 'Accept-Encoding', 'Cache-Control', 'no-cache']));
  }
});

test('a change empties the memory', async () => {
  const { keeper, state } = source();
  await keeper.get('/pladser', 'identity');
  state.version = 'two';
  expect(keeper.find('/pladser', 'identity')).toBeUndefined();
  expect((await keeper.get('/pladser', 'identity'))?.body.toString()).toContain('two');
  expect(keeper.find('/pladser', 'identity')?.body.toString()).toContain('two');
});

test('a page whose making began before a change is neither kept nor given to who asks after it', async () => {
  const { keeper, state, hold } = source();
  hold();
  const before = keeper.get('/pladser', 'identity');
  state.version = 'two';
  const after = keeper.get('/pladser', 'identity');
  state.release();
  expect((await before)?.body.toString()).toContain('one');
  expect((await after)?.body.toString()).toContain('two');
  expect(keeper.find('/pladser', 'identity')?.body.toString()).toContain('two');
});

test.each<Record<string, string>>([
  { 'set-cookie': 'visit=1' },
  { 'cache-control': 'private' },
  { 'cache-control': 'private, no-store' },
  { vary: 'Cookie' },
  { vary: 'Accept-Encoding, Accept-Language' },
])('an answer with %o is for one person: it is not even handed out', async (headers) => {
  const { keeper } = source({ headers });
  expect(await keeper.get('/pladser', 'br')).toBeUndefined();
  expect(keeper.find('/pladser', 'br')).toBeUndefined();
});

test.each<Parameters<typeof source>[0]>([
  { status: 404 },
  { status: 301 },
  { status: 500 },
  { headers: { 'cache-control': 'no-store' } },
])('an answer with %o goes to who waits for it, and is not kept', async (answer) => {
  const { keeper, state } = source(answer);
  const [one, two] = await Promise.all([keeper.get('/a', 'br'), keeper.get('/a', 'br')]);
  expect(one).toBe(two);
  expect(state.rendered).toHaveLength(1);
  expect(keeper.find('/a', 'br')).toBeUndefined();
  expect(keeper.bytes).toBe(0);
});

test('a failed rendering fails for who waits, and the next one is tried', async () => {
  let fails = true;
  const keeper = new Keeper({
    version: () => '',
    maxBytes: MB,
    render: async () => {
      if (fails) throw new Error('the disk is gone');
      return { status: 200, headers: new Map(), body: Buffer.from('ok') };
    },
  });
  await expect(keeper.get('/pladser', 'br')).rejects.toThrow('the disk is gone');
  fails = false;
  expect((await keeper.get('/pladser', 'br'))?.body.toString()).toBe('ok');
});

test('the memory is bounded in bytes; what was used longest ago goes first', async () => {
  const page = Buffer.alloc(50_000, 'plads ').toString();
  const { keeper, state } = source({ page, maxBytes: 300_000 });
  for (let number = 1; number <= 30; number++) {
    await keeper.get(`/pladser?page=${number}`, 'identity');
    await keeper.get('/pladser', 'br');
    expect(keeper.bytes).toBeLessThanOrEqual(300_000);
  }
  expect(state.rendered.filter((address) => address === '/pladser')).toHaveLength(1);
  expect(keeper.find('/pladser?page=30', 'identity')).toBeDefined();
  expect(keeper.find('/pladser?page=1', 'identity')).toBeUndefined();
});

test('an answer larger than the memory is given, not kept', async () => {
  const { keeper } = source({ maxBytes: 5000, page: PAGE.repeat(10) });
  expect((await keeper.get('/pladser', 'identity'))?.body.length).toBeGreaterThan(5000);
  expect(keeper.bytes).toBe(0);
});
