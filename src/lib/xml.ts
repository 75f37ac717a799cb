import { createHash } from 'node:crypto';

/** Answers with XML, and with 304 where the reader has it already: feed readers ask often. */
export function xml(request: Request, body: string, type = 'application/xml'): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
  const known = request.headers.get('If-None-Match')?.split(/\s*,\s*/) ?? [];
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } });
}
