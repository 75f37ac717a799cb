import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { logRequest } from './request-log.ts';

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
    handler(request, response);
  };
}
