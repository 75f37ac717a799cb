import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setSecurityHeaders } from './headers.ts';
import { logRequest } from './request-log.ts';

/** The same as the adapter's own limit, but answered before anything is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
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
    answer(request, response, handler);
    // A kept answer is on its way already.
    if (response.writableEnded) note();
    else response.once('close', note);
  };
}

function answer(request: IncomingMessage, response: ServerResponse, handler: RequestListener): void {
  if (Number(request.headers['content-length'] ?? 0) <= BODY_LIMIT_BYTES) {
    handler(request, response);
    return;
  }
  setSecurityHeaders(request, response);
  response
    .writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    .end('Too large: at most 1 MB.\n');
}
