import { environment } from '#lib/environment.ts';
import { openPortal } from '../serve/portal.ts';
import { loggedRequests } from '../serve/requests.ts';
import { listen } from '../serve/server.ts';

/* The portal as it serves, started by a benchmark: of the build that is named, without what goes on beside. */
const [dist = 'dist'] = process.argv.slice(2);
const { listener } = await openPortal(dist, environment);
await listen(loggedRequests(listener), environment);
process.on('message', () => process.send?.(process.memoryUsage().rss));
process.on('disconnect', () => process.exit(0));
process.send?.('open');
