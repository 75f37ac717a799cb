import type { SearchKind } from '#db/schema/search.ts';
import { PLACE_BY_NAME, parametersOf } from '#search/parameters.ts';

/** Which parameters an address may carry, and whether one without a value says nothing. */
export interface Cacheable {
  parameters: readonly string[];
  ignoresEmpty?: boolean;
}

const page: Cacheable = { parameters: [] };
const resource: Cacheable = { parameters: ['lang'] };
const list = (kind: SearchKind): Cacheable => ({ parameters: parametersOf(kind), ignoresEmpty: true });
const searchPage = (kind: SearchKind): Cacheable => ({
  parameters: [...parametersOf(kind), PLACE_BY_NAME],
  ignoresEmpty: true,
});

/**
 * Routes whose answer to a visitor who is not signed in is the same for everybody until the content changes, by route
 * pattern as in the access table (access.ts). Closed by default: what is not listed here is never kept, and an address
 * with a parameter that is not listed is not either.
 */
export const CACHEABLE: Record<string, Cacheable> = {
  '/forslag': { parameters: ['q', 'lang'], ignoresEmpty: true },
  '/kort/danmark.svg': { parameters: ['v'] },
  '/[...locale]': page,
  '/[...locale]/virksomheder': searchPage('organisations'),
  '/[...locale]/virksomheder/[slug]': page,
  '/[...locale]/virksomheder/[slug]/bevis': page,
  '/[...locale]/pladser': searchPage('slots'),
  '/[...locale]/pladser/[slug]': page,
  '/[...locale]/pladser/[slug]/let': page,
  '/[...locale]/netvaerk': page,
  '/[...locale]/netvaerk/[slug]': page,
  '/[...locale]/socialoekonomiske': searchPage('organisations'),
  '/[...locale]/om': page,
  '/[...locale]/privatliv': page,
  '/[...locale]/tilgaengelighed': page,
  '/[...locale]/api': page,
  '/api/v1/organisations': list('organisations'),
  '/api/v1/organisations/[slug]': resource,
  '/api/v1/slots': list('slots'),
  '/api/v1/slots/[slug]': resource,
  '/api/v1/networks': resource,
  '/api/v1/networks/[slug]': resource,
  '/api/v1/schemes': resource,
  '/api/v1/openapi.json': page,
};
