import { environment } from '#lib/environment.ts';
import { openPortal } from '../serve/portal.ts';
import { loggedRequests } from '../serve/requests.ts';
import { listen } from '../serve/server.ts';

/* The portal as it serves, started by a benchmark: of the build that is named, without what goes on beside. */
const [dist = 'dist'] = process.argv.slice(2);
const { listener } = await openPortal(dist, environment);
await listen(loggedRequests(listener), environment);
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ megabytes: process.memoryUsage().rss / 1024 ** 2, cpuMs: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
process.send?.('open');
