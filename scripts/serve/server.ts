import { createServer, type RequestListener, type Server } from 'node:http';
import type { Environment } from '#lib/environment.ts';

/** What is still in flight after this long is cut off. */
const GRACE_MS = 10_000;

/** Listens; on `localhost` for both of its addresses. A taken port ends the program with one line. */
export async function listen(
  handler: RequestListener,
  { PORT, HOST }: Environment,
): Promise<{ close: () => Promise<void> }> {
  const servers = [await open(handler, PORT, HOST === 'localhost' ? '127.0.0.1' : HOST)];
  // Where the machine has no IPv6 the first is all there is.
  if (HOST === 'localhost')
    servers.push(
      ...(await open(handler, PORT, '::1').then(
        (server) => [server],
        () => [],
      )),
    );
  return { close: () => Promise.all(servers.map(close)).then(() => {}) };
}

function open(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host === '::1') return reject(error);
      console.error(wordsFor(error, port, host));
      process.exit(1);
    });
    server.listen(port, host, () => resolve(server));
  });
}

function wordsFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `PORT ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES')
    return `PORT ${port} may not be used by this user. Choose one above 1023: PORT=4321 npm start`;
  return `HOST ${host} cannot be listened on (${error.code}).`;
}

/** Takes no new requests, finishes the ones that run, and lets go of connections that only wait. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
