import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { setSecurityHeaders } from './headers.ts';
import { logRequest } from './request-log.ts';

/** The same as the adapter's own limit, but answered before anything is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** A caller's own id is taken over when it cannot carry anything else. */
const PLAIN_ID = /^[\w-]{8,64}$/;

/** What links in e-mails end with (db/secrets.ts): whoever reads the log shall not be able to use them. */
const SECRET = /[0-9a-f]{40}/g;

/**
 * Gives each request an id and writes one line about it: method, path, status, time. Neither address nor query nor
 * browser: a search may say anything about anybody.
 */
export function loggedRequests(handler: RequestListener): RequestListener {
  return (request, response) => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && PLAIN_ID.test(given) ? given : randomUUID();
    request.headers['x-request-id'] = requestId;
    const { method = '', url = '' } = request;
    response.once('close', () => {
      const at = url.indexOf('?');
      const path = (at < 0 ? url : url.slice(0, at)).replace(SECRET, '…');
      const ms = Math.round((performance.now() - started) * 10) / 10;
      logRequest({ requestId, method, path, status: response.statusCode, ms });
    });
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) {
      setSecurityHeaders(request, response);
      response
        .writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
        .end('Too large: at most 1 MB.\n');
      return;
    }
    handler(request, response);
  };
}
