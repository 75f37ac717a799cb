import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Db } from '#db/open.ts';
import { renameOrganisation } from '#domain/organisations/commands.ts';
import { closeSlot } from '#domain/slots/commands.ts';
import { smallDirectory } from '../fixtures/directory.ts';
import { ask, type Portal, startPortal } from '../fixtures/portal.ts';

/* What the server keeps in memory, on a network of its own: two server processes on one database. */
test.describe.configure({ mode: 'serial' });

const SITE_URL = 'http://plads.example';
let folder: string;
let db: Db;
let portal: Portal;
let other: Portal;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plads-cache-'));
  db = smallDirectory(join(folder, 'plads.db'));
  [portal, other] = await Promise.all([startPortal(folder, { SITE_URL }), startPortal(folder, { SITE_URL })]);
});
test.afterAll(async () => {
  await Promise.all([portal.stop(), other.stop()]);
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const text = async (from: Portal, path: string, headers: Record<string, string> = {}) =>
  (await ask(from, path, headers)).body.toString();

test('a change is on the next page that anybody opens, from whichever process', async () => {
  const page = '/virksomheder/hvalsoe-groent';
  for (let turn = 1; turn <= 20; turn++) {
    for (const from of [portal, other]) expect(await text(from, '/virksomheder')).not.toContain(`Grøntsager ${turn}`);
    renameOrganisation(db, 'test', 1, `Grøntsager ${turn}`);
    for (const from of [other, portal]) {
      expect(await text(from, '/virksomheder')).toContain(`Grøntsager ${turn}`);
      expect(await text(from, '/api/v1/organisations?q=gr%C3%B8ntsager')).toContain(`Grøntsager ${turn}`);
    }
  }
  expect((await ask(portal, page)).status).toBe(301);
});

test('a closed slot is closed on every page at once', async () => {
  const page = '/pladser/hjaelper-i-drivhuset';
  expect(await text(portal, '/pladser')).toContain('Hjælper i drivhuset');
  const before = await text(portal, page);
  closeSlot(db, 'test', 1);
  expect(await text(portal, '/pladser')).not.toContain('Hjælper i drivhuset');
  expect(await text(portal, page)).not.toBe(before);
});

test('what somebody changes by hand in the database shows too', async () => {
  await text(portal, '/netvaerk');
  db.$client.exec(`update networks set name = 'Grønt Netværk' where slug = 'green-network'`);
  expect(await text(portal, '/netvaerk')).toContain('Grønt Netværk');
});

test('a page is sent as the reader can take it, with its length and a mark of its own', async () => {
  const plain = await ask(portal, '/pladser');
  const brotli = await ask(portal, '/pladser', { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
  const gzip = await ask(portal, '/pladser', { 'Accept-Encoding': 'gzip' });
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 4);
  expect(new Set([plain, brotli, gzip].map((reply) => reply.headers.etag)).size).toBe(3);
  for (const reply of [plain, brotli, gzip]) {
    expect(reply.headers['content-length']).toBe(String(reply.body.length));
    expect(reply.headers).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': 'no-cache' });
  }
});

test('a repeat visit is told that nothing changed, until something did', async () => {
  const [path, headers] = ['/virksomheder', { 'Accept-Encoding': 'br' }];
  const { etag = '' } = (await ask(portal, path, headers)).headers;
  for (const from of [portal, other]) {
    const again = await ask(from, path, { ...headers, 'If-None-Match': etag });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  }
  renameOrganisation(db, 'test', 2, 'Gevninge Tømrer');
  for (const from of [portal, other])
    expect((await ask(from, path, { ...headers, 'If-None-Match': etag })).status).toBe(200);
});

test('the API answers 304 to its own mark', async () => {
  const { etag = '', link } = (await ask(portal, '/api/v1/slots')).headers;
  const again = await ask(portal, '/api/v1/slots', { 'If-None-Match': etag });
  expect(again.status).toBe(304);
  expect(again.headers).toMatchObject({ etag, link, 'access-control-allow-origin': '*' });
});

test('a page says the same to somebody with a cookie, and is made for them alone', async () => {
  const kept = await ask(portal, '/pladser');
  const own = await ask(portal, '/pladser', { Cookie: '__Host-session=abc' });
  expect(own.body.equals(kept.body)).toBe(true);
  expect(own.headers.etag).toBeUndefined();
  const [policy, keptPolicy] = [own, kept].map((reply) => reply.headers['content-security-policy']);
  expect(keptPolicy).toContain("default-src 'none'");
  expect(keptPolicy).toBe(policy);
  for (const name of ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'permissions-policy'])
    expect(kept.headers[name], name).toBe(own.headers[name]);
});

test('no host that a visitor names gets into what others read', async () => {
  const headers = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': '203.0.113.7',
  };
  for (const path of ['/om', '/en/pladser?q=kantine', '/api/v1/organisations?sector=ordinary']) {
    expect(await text(portal, path, headers)).not.toContain('evil');
    const { body, headers: answered } = await ask(portal, path);
    expect(`${body} ${JSON.stringify(answered)}`).not.toContain('evil');
    if (!path.startsWith('/api')) expect(body.toString()).toContain(SITE_URL);
  }
});

test('one address has one answer, whatever the order of its parameters', async () => {
  const [one, two] = await Promise.all([
    ask(portal, '/pladser?q=k%C3%B8kken&scheme=fleksjob&place='),
    ask(portal, '/pladser?scheme=fleksjob&q=k%C3%B8kken'),
  ]);
  expect(one.headers.etag).toBeTruthy();
  expect(one.headers.etag).toBe(two.headers.etag);
  expect((await ask(portal, '/pladser?utm_source=mail')).headers.etag).toBeUndefined();
});

test('the health answers are never kept', async () => {
  for (const path of ['/healthz/live', '/healthz/ready']) {
    const { headers } = await ask(portal, path);
    expect(headers.etag).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('files come compressed, and those named after their content for good', async () => {
  const html = await text(portal, '/');
  const css = /\/_astro\/[^"]+\.css/.exec(html)?.[0] ?? '';
  const font = /\/_astro\/[^"]+\.woff2/.exec(html)?.[0] ?? '';
  const headers = { 'Accept-Encoding': 'br', Cookie: '__Host-session=abc' };
  const style = await ask(portal, css, headers);
  expect(style.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css; charset=utf-8' });
  expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(brotliDecompressSync(style.body)).toEqual((await ask(portal, css)).body);
  const letters = await ask(portal, font, headers);
  expect(letters.headers['content-encoding']).toBeUndefined();
  expect(letters.headers['content-type']).toBe('font/woff2');
  expect((await ask(portal, '/icon.svg', headers)).headers['cache-control']).toBe('no-cache');
});

test('every request is written down, kept or not, without what was searched for', async () => {
  const requestId = 'kept-answer-12345';
  await text(portal, '/pladser?q=hemmeligt');
  await ask(portal, '/pladser?q=hemmeligt', { 'X-Request-Id': requestId });
  await expect.poll(portal.output).toContain(requestId);
  const line = JSON.parse(
    portal
      .output()
      .split('\n')
      .find((each) => each.includes(requestId)) ?? '{}',
  );
  expect(line).toMatchObject({ requestId, method: 'GET', path: '/pladser', status: 200 });
  expect(portal.output()).not.toContain('hemmeligt');
});
