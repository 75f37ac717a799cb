import { hash } from 'node:crypto';

const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' };

/**
 * Answers with JSON that anybody may read from anywhere, and with 304 where the reader has it already. What differs
 * from answer to answer without the data having changed (`tookMs`) does not count for the ETag.
 */
export function json(request: Request, body: object, headers: Record<string, string> = {}): Response {
  const { tookMs, ...lasting } = body as { tookMs?: number };
  const text = JSON.stringify(lasting);
  const etag = `W/"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
  const common = { ...OPEN, ...headers, ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
  const known = request.headers
    .get('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim());
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: common });
  return new Response(tookMs === undefined ? text : `${text.slice(0, -1)},"tookMs":${tookMs}}`, {
    headers: { ...common, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

export interface Problem {
  status: number;
  title: string;
  detail: string;
  [more: string]: unknown;
}

/** RFC 9457 problem details. */
export function problem(body: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...body }), {
    status: body.status,
    headers: {
      ...OPEN,
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

export const notFound = (what: string): Response =>
  problem({ status: 404, title: 'Not found', detail: `There is no ${what} at this address.` });

export const METHODS = 'GET, HEAD, OPTIONS';

export const methodNotAllowed = (): Response =>
  problem({ status: 405, title: 'Method not allowed', detail: 'This API is read-only: use GET.' }, { Allow: METHODS });

/** What a browser asks before it lets another site read. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: { ...OPEN, Allow: METHODS, 'Access-Control-Allow-Methods': METHODS, 'Access-Control-Max-Age': '86400' },
  });
