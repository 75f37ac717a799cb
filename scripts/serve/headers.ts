import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment } from '#lib/environment.ts';

/** For every answer, files included. What scripts and styles a page may have is said by its own policy (astro.config.mjs). */
const SECURITY_HEADERS: [name: string, value: string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ...(environment.SITE_URL.startsWith('https:')
    ? [['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] satisfies [string, string]]
    : []),
];

/** For everything that is no page and says nothing itself: files, data, feeds. Should a browser ever show one, it can do nothing. */
export const QUIET_POLICY: [name: string, value: string] = [
  'Content-Security-Policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
];

/** As node:http writes them fastest: names and values in turn. */
export const SECURITY_HEADER_LIST: readonly string[] = SECURITY_HEADERS.flat();

/** For an answer that somebody else writes. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of [...SECURITY_HEADERS, QUIET_POLICY]) response.setHeader(name, value);
  response.setHeader('X-Request-Id', requestIdOf(request));
}

/** Every request has one from the moment it is seen (requests.ts). */
export const requestIdOf = (request: IncomingMessage): string => request.headers['x-request-id'] as string;
