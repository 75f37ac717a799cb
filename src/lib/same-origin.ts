/**
 * Whether a request that changes something was sent by a page of ours. Astro's own check compares with the address
 * that the server was reached at, which behind a proxy is not the one that the public sees; this one knows both.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#fetch-metadata-headers
 */
export function isFromHere(request: Request, ownOrigins: string[]): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  // Browsers write this header themselves; no page can.
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && ownOrigins.includes(origin);
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
