import { PAGE_SIZE } from '#search/parameters.ts';

/**
 * The address of a list with some parameters changed: `null` takes one away, a list replaces all its values.
 * Whatever changes, the reader is back on the first page, unless `page` is what changes.
 */
export function listAddress(
  path: string,
  parameters: URLSearchParams,
  changes: Record<string, string | string[] | null>,
): string {
  const next = new URLSearchParams(parameters);
  if (!('page' in changes)) next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of value === null ? [] : [value].flat()) next.append(name, one);
  }
  return withQuery(path, tidy(next));
}

/** Without one of a parameter's values. */
export function listAddressWithout(path: string, parameters: URLSearchParams, name: string, value: string): string {
  return listAddress(path, parameters, { [name]: parameters.getAll(name).filter((other) => other !== value) });
}

/** What a form sends that says nothing (empty fields, defaults) does not belong in an address that people share. */
export function tidy(parameters: URLSearchParams): URLSearchParams {
  const kept = [...parameters].filter(([name, value]) => value.trim() !== '' && !DEFAULTS.has(`${name}=${value}`));
  const hasPlace = kept.some(([name]) => name === 'place' || name === 'postcode' || name === 'near');
  return new URLSearchParams(hasPlace ? kept : kept.filter(([name]) => name !== 'radiusKm'));
}

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

const DEFAULTS = new Set(['sort=relevance', 'page=1', 'radiusKm=10', `pageSize=${PAGE_SIZE}`]);
