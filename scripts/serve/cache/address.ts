import { CACHEABLE, type Cacheable } from '#lib/cacheable.ts';

/** Longer than any address that our own pages link to. */
const MOST_CHARACTERS = 1024;

const routes = Object.entries(CACHEABLE).map(([pattern, rules]) => ({ path: pathOf(pattern), rules }));

/**
 * The one spelling of an address whose answer may be kept, and nothing for any other. Parameters in another order, or
 * without a value where that says nothing, are the same address.
 *
 * @param url as the request line has it
 */
export function keptAddress(url: string): string | undefined {
  if (url.length > MOST_CHARACTERS) return undefined;
  const [path = '', query = ''] = split(url);
  const route = routes.find((candidate) => candidate.path.test(path));
  if (!route) return undefined;
  if (query === '') return path;
  const parameters = parametersOf(query, route.rules);
  if (!parameters) return undefined;
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

function parametersOf(query: string, { parameters: known, ignoresEmpty }: Cacheable): URLSearchParams | undefined {
  if (!isWellFormed(query)) return undefined;
  const given = [...new URLSearchParams(query)];
  if (given.some(([name]) => !known.includes(name))) return undefined;
  const parameters = new URLSearchParams(ignoresEmpty ? given.filter(([, value]) => value !== '') : given);
  // By name only: values of one parameter keep their order, for the first may count alone.
  parameters.sort();
  return parameters;
}

function split(url: string): [path: string, query: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

/** What is percent-encoded badly is refused further on. */
function isWellFormed(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}

/** Only the plain spelling of a path: what is encoded, doubled or ends with a slash is for the router to judge. */
function pathOf(pattern: string): RegExp {
  if (pattern === '/[...locale]') return /^\/(?:en)?$/;
  const source = pattern.replace('/[...locale]', '(?:/en)?').replaceAll('.', '\\.').replaceAll('[slug]', '[a-z0-9-]+');
  return new RegExp(`^${source}$`);
}
