/** Who may open a route. `public` is everybody; roles come with the member area. */
export type Access = 'public';

/**
 * Closed by default: a route that this table does not list answers 404, and fails the build
 * (scripts/check-routes.ts). Keyed by route pattern, never by path, so that an address cannot be dressed up.
 */
export const ACCESS: Record<string, Access> = {
  '/404': 'public',
  '/kort/danmark.svg': 'public',
  '/500': 'public',
  '/[...locale]': 'public',
  '/[...locale]/virksomheder': 'public',
  '/[...locale]/virksomheder/[slug]': 'public',
  '/[...locale]/pladser': 'public',
  '/[...locale]/pladser/[slug]': 'public',
  '/[...locale]/netvaerk': 'public',
  '/[...locale]/netvaerk/[slug]': 'public',
  '/[...locale]/socialoekonomiske': 'public',
  '/[...locale]/om': 'public',
  '/[...locale]/api': 'public',
  '/api/v1/organisations': 'public',
  '/api/v1/organisations/[slug]': 'public',
  '/api/v1/slots': 'public',
  '/api/v1/slots/[slug]': 'public',
  '/api/v1/networks': 'public',
  '/api/v1/networks/[slug]': 'public',
  '/api/v1/schemes': 'public',
  '/api/v1/openapi.json': 'public',
  '/api/v1/[...path]': 'public',
  '/healthz/live': 'public',
  '/healthz/ready': 'public',
};

export function mayOpen(routePattern: string): boolean {
  return ACCESS[routePattern] === 'public';
}
