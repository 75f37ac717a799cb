import { dev } from 'astro';
import { environment } from '#lib/environment.ts';

/* The portal with live reload. */
const { PORT, HOST } = environment;
const server = await dev({ server: { port: PORT, host: HOST } });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
