import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../fixtures/meilisearch.ts';
import { type Running, startProgram, until } from '../fixtures/programs.ts';

/* The server as a process of its own, on the built portal with an empty directory. */
let folder: string;
let server: Running;
let port: number;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plads-process-'));
  const { status, stderr } = await startProgram('setup.ts', [], { DATA_DIR: folder, DEMO: 'off' }).ended;
  expect([status, stderr]).toEqual([0, '']);
  port = await freePort();
  server = startProgram('serve.ts', [], { DATA_DIR: folder, PORT: String(port) });
  await until(() => server.output().includes('Plads is open'), 'the server is open');
});

test.afterEach(async () => {
  server.process.kill('SIGKILL');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

test('SIGTERM: takes nobody new, finishes what is in flight, and ends at once after it', async () => {
  const slow = await open();
  slow.write('GET /pladser HTTP/1.1\r\nHost: localhost\r\n');
  const idle = await open();
  idle.write('GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const idleAnswer = textOf(idle);

  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = Date.now();
  server.process.kill('SIGTERM');
  await until(() => server.output().includes('finishing what is in flight'), 'the signal has arrived');
  expect(await idleAnswer).toContain('ok');
  await expect(open()).rejects.toThrow(/ECONNREFUSED/);
  expect(server.process.exitCode).toBeNull();

  const answer = textOf(slow);
  slow.write('Connection: close\r\n\r\n');
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]+<\/html>/);
  const { status, signal, stderr } = await server.ended;
  expect([status, signal, stderr]).toEqual([0, null, '']);
  expect(Date.now() - asked).toBeLessThan(8_000);
});

test('a request that never comes to its end is cut off, so that the server ends all the same', async () => {
  const stuck = await open();
  stuck.write('GET /pladser HTTP/1.1\r\nHost: localhost\r\n');
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.process.kill('SIGTERM');
  expect((await server.ended).status).toBe(0);
  stuck.destroy();
});

test('a port that is taken ends a second server with one line that says what to do', async () => {
  const second = await startProgram('serve.ts', [], { DATA_DIR: folder, PORT: String(port) }).ended;
  expect(second.status).toBe(1);
  expect(second.stderr).toBe(
    `PORT ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start\n`,
  );
});

test('a log line tells of a request by its id, and never what was searched for or by whom', async () => {
  const response = await fetch(`http://localhost:${port}/virksomheder?q=hemmeligt&place=Osted`, {
    headers: { 'X-Request-Id': 'test-1234-5678', 'User-Agent': 'en-bestemt-browser', Cookie: 'navn=lone' },
  });
  expect(response.headers.get('x-request-id')).toBe('test-1234-5678');
  await response.text();
  await fetch(`http://localhost:${port}/api/v1/slots?q=hemmeligt&sort=nonsense`);
  await until(() => lines().length >= 2, 'two lines');
  expect(lines()[0]).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    requestId: 'test-1234-5678',
    method: 'GET',
    path: '/virksomheder',
    status: 200,
    ms: expect.any(Number),
  });
  expect(lines()[1]).toMatchObject({
    path: '/api/v1/slots',
    status: 400,
    requestId: expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(server.output()).not.toMatch(/hemmeligt|Osted|bestemt|lone|127\.0\.0\.1|::1/);
});

test('a wrong search server in the environment is said at the start, by its name', async () => {
  const { status, stderr } = await startProgram('serve.ts', [], { DATA_DIR: folder, MEILI_URL: 'nowhere' }).ended;
  expect([status, stderr]).toEqual([
    1,
    'MEILI_URL must be an address that begins with http:// or https://, not "nowhere".\n',
  ]);
});

function lines(): Record<string, unknown>[] {
  return server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Everything that comes until the other side closes. */
function textOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(text));
  });
}
