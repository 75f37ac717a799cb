import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { logRequest } from './request-log.ts';

/** A caller's own id is taken over when it cannot carry anything else. */
const PLAIN_ID = /^[\w-]{8,64}$/;

/** What links in e-mails end with (db/secrets.ts): whoever reads the log shall not be able to use them. */
const SECRET = /[0-9a-f]{40}/g;
const SECRET_LENGTH = 40;

function pathOf(url: string): string {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return path.length < SECRET_LENGTH ? path : path.replace(SECRET, '…');
}

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
    const note = (): void => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      logRequest({ requestId, method, path: pathOf(url), status: response.statusCode, ms });
    };
    handler(request, response);
    // A kept answer is on its way already.
    if (response.writableEnded) note();
    else response.once('close', note);
  };
}
