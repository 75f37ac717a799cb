import { dev } from 'astro';
import { environment } from '#lib/environment.ts';
import { startWorkers } from './serve/workers.ts';

/* The portal with live reload. */
const { PORT, HOST } = environment;
const server = await dev({ server: { port: PORT, host: HOST } });
const workers = startWorkers(environment);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.all([server.stop(), workers.stop()]).then(() => process.exit(0)));
