import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { environment } from '#lib/environment.ts';
import { log } from '#lib/log.ts';

/** The same as the adapter's own limit, but answered before anything is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** A caller's own id is taken over when it cannot carry anything else. */
const PLAIN_ID = /^[\w-]{8,64}$/;

/** For every answer, files included. What scripts and styles a page may have is said by its own policy (astro.config.mjs). */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  ...(environment.SITE_URL.startsWith('https:')
    ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
    : {}),
};

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
    response.setHeaders(new Headers({ ...SECURITY_HEADERS, 'X-Request-Id': requestId }));
    response.once('close', () => {
      const path = request.url?.split('?')[0];
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info({ requestId, method: request.method, path, status: response.statusCode, ms });
    });
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) {
      response
        .writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
        .end('Too large: at most 1 MB.\n');
      return;
    }
    handler(request, response);
  };
}
