import { expect, test } from '../fixtures/test.ts';

test('health: live touches nothing, ready looks at database and engine', async ({ request }) => {
  expect(await (await request.get('/healthz/live')).text()).toBe('ok\n');
  const ready = await request.get('/healthz/ready');
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({
    ready: true,
    database: 'ok',
    search: { configured: 'embedded', answering: 'embedded' },
  });
});

test('every answer carries the security headers and a request id', async ({ request }) => {
  for (const path of ['/', '/pladser', '/api/v1/slots', '/icon.svg', '/findes-ikke']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['x-request-id'], path).toMatch(/^[\w-]{8,64}$/);
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

test('a page may run nothing but what it came with', async ({ request }) => {
  for (const path of ['/', '/pladser', '/en/om', '/findes-ikke']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toMatch(/unsafe-/);
    expect(policy, path).toContain("frame-ancestors 'none'");
  }
});

test('a request id of the caller is kept when it is plain, and replaced when it is not', async ({ request }) => {
  const id = async (sent: string) =>
    (await request.get('/healthz/live', { headers: { 'X-Request-Id': sent } })).headers()['x-request-id'];
  expect(await id('abc-12345678')).toBe('abc-12345678');
  expect(await id('<script>alert(1)</script>')).not.toContain('script');
});

test('a body that is too large is refused before it is read', async ({ request }) => {
  const response = await request.post('/pladser', {
    data: 'x'.repeat(1024 * 1024 + 1),
    headers: { 'Content-Type': 'text/plain' },
  });
  expect(response.status()).toBe(413);
});

test('a page is sent in its language, with its other language named', async ({ request }) => {
  const html = await (await request.get('/en/pladser')).text();
  expect(html).toContain('<html lang="en"');
  expect(html).toMatch(/hreflang="da" href="[^"]+\/pladser"/);
  expect((await request.get('/da/pladser')).status()).toBe(404);
  expect((await request.get('/de')).status()).toBe(404);
});

test('text keeps its space before a link', async ({ request }) => {
  const html = await (await request.get('/pladser/pak-groentkasser-om-torsdagen')).text();
  expect(html.replaceAll(/\s+/g, ' ')).toMatch(/· <a href="https:\/\/[^>]+>Læs mere/);
});

test('assets are kept for good, pages are asked for again', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const css = /\/_astro\/[^"]+\.css/.exec(html)?.[0] ?? '';
  expect((await request.get(css)).headers()['cache-control']).toContain('immutable');
  expect((await request.get('/kort/danmark.svg')).headers()['cache-control']).toContain('immutable');
});
