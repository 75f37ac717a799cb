import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './portal.ts';

export interface Nginx {
  port: number;
  /** The processor time that its worker has had; not a number where the system does not say. */
  cpuMs: () => number;
  stop: () => Promise<void>;
}

const candidates = ['nginx', '/usr/sbin/nginx'];
export const nginxProgram = candidates.find((program) => !spawnSync(program, ['-v']).error);

/** One worker that sends these bytes from a file, `/page`; nothing is written down, nothing compressed. */
export async function startNginx(page: Buffer): Promise<Nginx | undefined> {
  if (!nginxProgram) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'plads-nginx-'));
  const port = await freePort();
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files', 'page'), page);
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, configFor(folder, port));
  const child = spawn(nginxProgram, ['-p', folder, '-c', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  await answering(port);
  return {
    port,
    cpuMs: () => cpuOfChildren(child.pid ?? 0),
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** As Linux tells it, in hundredths of a second. */
function cpuOfChildren(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const times = children.map((child) => readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []);
    return times.reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) * 10, 0);
  } catch {
    return Number.NaN;
  }
}

const configFor = (folder: string, port: number): string => `
daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr error;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  open_file_cache max=100; default_type text/html;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}`;

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/page`).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not answer.');
}
