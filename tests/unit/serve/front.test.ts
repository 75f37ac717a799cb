import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { front } from '../../../scripts/serve/cache/front.ts';
import { Keeper } from '../../../scripts/serve/cache/keeper.ts';
import { render } from '../../../scripts/serve/cache/render.ts';
import { loggedRequests } from '../../../scripts/serve/requests.ts';

/** Answers with everything that it was told, so that whatever reaches it shows. */
const seen: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];
const server = createServer(
  loggedRequests(
    (() => {
      const handler: Parameters<typeof render>[0] = ({ method = '', url = '', headers }, response) => {
        seen.push({ method, url, headers });
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>');
        response.end(JSON.stringify({ method, url, headers }));
      };
      const source = {
        render: (address: string) => render(handler, address),
        version: () => '',
        maxBytes: 1024 * 1024,
      };
      return front({
        handler,
        pages: new Keeper(source),
        files: new Keeper(source),
        fileAddresses: new Set(['/icon.svg']),
      });
    })(),
  ),
);

let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
});

let number = 0;
/** An address that nobody asked for yet. */
const cold = () => `/pladser?page=${++number}`;

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    request({ port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('the second visitor gets what the first one got, without the portal being asked', async () => {
  const address = cold();
  const first = await ask(address);
  const second = await ask(address);
  expect(seen).toHaveLength(1);
  expect(second.body).toBe(first.body);
  expect(second.headers.etag).toBe(first.headers.etag);
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
});

test('nothing that a visitor sends shapes what is kept', async () => {
  const address = cold();
  await ask(address, {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'host=evil.example',
    'Accept-Language': 'tlh',
    'User-Agent': 'evil',
    'If-None-Match': '"evil"',
  });
  expect(Object.keys(seen[0]?.headers ?? {})).toEqual(['host']);
  expect((await ask(address)).body).not.toMatch(/evil|tlh/);
});

test.each<Record<string, string>>([
  { Cookie: '__Host-session=abc' },
  { Cookie: 'anything=1' },
  { Authorization: 'Bearer abc' },
])('whoever sends %o gets an answer of their own, which nobody else gets', async (personal) => {
  const address = cold();
  const own = await ask(address, personal);
  expect(own.body).toContain(Object.values(personal)[0]);
  expect(own.headers.etag).toBeUndefined();
  expect((await ask(address)).body).not.toContain('abc');
  expect((await ask(address, personal)).body).toContain(Object.values(personal)[0]);
  expect(seen).toHaveLength(3);
});

test('a file is the same for those who are signed in', async () => {
  await ask('/icon.svg');
  const file = await ask('/icon.svg', { Cookie: '__Host-session=abc' });
  expect(seen).toHaveLength(1);
  expect(file.body).not.toContain('abc');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s always reaches the portal', async (method) => {
  const address = cold();
  await ask(address);
  await ask(address, {}, method);
  expect(seen.map((one) => one.method)).toEqual(['GET', method]);
});

test('HEAD tells the length and sends nothing, whoever came first', async () => {
  const address = cold();
  const head = await ask(address, {}, 'HEAD');
  const get = await ask(address);
  expect(seen).toHaveLength(1);
  expect(head.body).toBe('');
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.body)));
  expect(head.headers.etag).toBe(get.headers.etag);
});

test('who has the page already is told so', async () => {
  const address = cold();
  const { etag = '' } = (await ask(address)).headers;
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(address, { 'If-None-Match': known });
    expect(again, known).toMatchObject({ status: 304, body: '' });
    expect(again.headers).toMatchObject({ etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  }
  expect((await ask(address, { 'If-None-Match': '"other"' })).status).toBe(200);
  expect(seen).toHaveLength(1);
});

test('an address that is not kept reaches the portal as it is', async () => {
  await ask('/medlem?secret=1');
  await ask('/pladser?utm_source=mail');
  expect(seen.map((one) => one.url)).toEqual(['/medlem?secret=1', '/pladser?utm_source=mail']);
});

test('a kept answer has the same head whether its connection stays open or not', async () => {
  const address = cold();
  await ask(address);
  const lines = (raw: string) =>
    raw
      .split('\r\n\r\n')[0]
      ?.split('\r\n')
      .filter((line) => !/^(?:connection|keep-alive|date|x-request-id):/i.test(line));
  for (const more of ['', 'If-None-Match: *\r\n']) {
    const open = await exchange([`GET ${address} HTTP/1.1\r\nHost: a\r\n${more}\r\n`]);
    const closed = await exchange([`GET ${address} HTTP/1.1\r\nHost: a\r\n${more}Connection: close\r\n\r\n`]);
    expect(lines(open)).toEqual(lines(closed));
    expect(open).toMatch(/\r\nConnection: keep-alive\r\n/);
    expect(closed).toMatch(/\r\nConnection: close\r\n/);
    for (const answer of [open, closed]) expect(answer).toMatch(/\r\nDate: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\r\n/);
  }
  expect(seen).toHaveLength(1);
});

test('kept answers on one connection are told apart: whole, head only, known, and rendered', async () => {
  const address = cold();
  const { body } = await ask(address);
  const request = (line: string, more = '') => `${line} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
  const raw = await exchange([
    request(`GET ${address}`),
    request(`HEAD ${address}`),
    request(`GET ${address}`, 'If-None-Match: *\r\n'),
    request('GET /medlem', 'Connection: close\r\n'),
  ]);
  expect(raw.match(/HTTP\/1\.1 \d+ [\w ]+/g)).toEqual([
    'HTTP/1.1 200 OK',
    'HTTP/1.1 200 OK',
    'HTTP/1.1 304 Not Modified',
    'HTTP/1.1 200 OK',
  ]);
  expect(raw.split(body)).toHaveLength(2);
});

/** What comes back on one connection, letter by letter. */
function exchange(requests: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let raw = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(requests.join('')));
    socket.setEncoding('utf8').setTimeout(300, () => socket.end());
    socket.on('data', (part) => {
      raw += part;
    });
    socket.on('close', () => resolve(raw)).on('error', reject);
  });
}
