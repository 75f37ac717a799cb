import { join } from 'node:path';
import { environment } from '#lib/environment.ts';
import { log } from '#lib/log.ts';
import { mailFolder } from '#lib/mail.ts';
import { demoLogins } from './serve/demo-logins.ts';
import { isBuilt, openPortal } from './serve/portal.ts';
import { loggedRequests } from './serve/requests.ts';
import { SearchTally } from './serve/search-tally.ts';
import { listen } from './serve/server.ts';
import { startWorkers } from './serve/workers.ts';

/* Serves the built portal, and does what has to be done beside: telling the search server, closing what has expired. */
const dist = join(import.meta.dirname, '..', 'dist');
if (!isBuilt(dist)) {
  console.error('There is no build yet. Run npm start.');
  process.exit(1);
}

const tally = new SearchTally();
const { listener, ask } = await openPortal(dist, environment, tally);
const server = await listen(loggedRequests(listener), environment);
const workers = startWorkers(environment, { tally, ask });
console.log(`\nPlads is open at ${environment.SITE_URL}`);
if (!environment.SMTP_URL)
  console.log(`E-mails are kept as files in ${mailFolder(environment)} (SMTP_URL names a server).`);
for (const line of demoLogins(environment)) console.log(line);
console.log('Stop it with Ctrl+C.\n');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'finishing what is in flight');
  await Promise.all([server.close(), workers.stop()]);
  process.exit(0);
}
