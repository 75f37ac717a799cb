import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openDatabase } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { type Load, load } from './load.ts';

export interface Usage {
  megabytes: number;
  cpuMs: number;
}

export interface Portal {
  port: number;
  /** Opens each kind of page once, so that everything that is read only once has been read. */
  warm: () => Promise<void>;
  /** Resident memory, and the processor time that it has had. */
  usage: () => Promise<Usage>;
  /** Makes every kept page out of date, as a change in the directory does. */
  change: () => void;
  stop: () => Promise<void>;
}

/** A server process on a corpus. Its log is written as always, and thrown away by the system. */
export async function startPortal(folder: string, dist = 'dist'): Promise<Portal> {
  const port = await freePort();
  const log = openSync(devNull, 'w');
  const child = fork(join(import.meta.dirname, 'server.ts'), [resolve(dist)], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'info', MEILI_URL: '' },
    stdio: ['ignore', log, 'inherit', 'ipc'],
  });
  closeSync(log);
  await answerOf(child);
  const db = openDatabase(join(folder, 'plads.db'));
  let changes = 0;
  return {
    port,
    async warm() {
      for (const path of WARMING) await answerFrom(port, path);
    },
    async usage() {
      child.send('usage');
      return (await answerOf(child)) as Usage;
    },
    change: () => void statement(db, CHANGE).run(String(changes++)),
    async stop() {
      db.$client.close();
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Requests per second, and the server's processor time for each, which says the same on a machine that others use too. */
export async function pace(
  portal: Portal,
  given: Omit<Load, 'port'>,
): Promise<{ perSecond: number; cpuMs: number; p99Ms: number }> {
  const before = await portal.usage();
  const { perSecond, p99Ms, requests } = await load({ port: portal.port, ...given });
  const after = await portal.usage();
  return { perSecond, p99Ms, cpuMs: (after.cpuMs - before.cpuMs) / requests };
}

const WARMING = ['/', '/virksomheder?q=a', '/pladser?q=a', '/api/v1/organisations', '/api/v1/slots'];

const CHANGE = `insert into settings (key, value) values ('bench.change', ?)
  on conflict (key) do update set value = excluded.value`;

async function answerOf(child: ChildProcess): Promise<unknown> {
  const either = new AbortController();
  const ended = once(child, 'exit', { signal: either.signal }).then(() => {
    throw new Error('The server stopped.');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: either.signal }), ended]);
    return message;
  } finally {
    // The one that did not come is not waited for any longer.
    ended.catch(() => {});
    either.abort();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** One answer as it was sent, not unpacked. */
export async function answerFrom(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Buffer; etag: string }> {
  const [answer] = (await once(get({ port, path, headers, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await buffer(answer), etag: answer.headers.etag ?? '' };
}
