import type { Db } from '#db/open.ts';
import type { Finders } from '#domain/saved-searches/hits.ts';
import { SEARCH_PAGES, searchPath } from '#domain/saved-searches/letters.ts';
import { PLACE_PARAMETERS } from '#domain/saved-searches/query.ts';
import type { SavedSearchKind } from '#domain/saved-searches/rules.ts';
import { type Locale, localPath, type Translate } from '#i18n/index.ts';
import { employers } from './employers.ts';
import { employersPage } from './employers-page.ts';
import { embedded } from './search.ts';
import { searchPage } from './search-page.ts';

export const finders: Finders = { slots: embedded, employers };

export const SAVED_SEARCHES = '/konto/soegninger';

/** Says that the search had a place, and not which. */
export const HAD_PLACE = 'sted';
export const KIND = 'type';

/** Where a search is saved: with all that it asks for but its place, which is to stand nowhere on the way. */
export function saveAddress(locale: Locale, kind: SavedSearchKind, parameters: URLSearchParams): string {
  const places: readonly string[] = PLACE_PARAMETERS;
  const kept = [...parameters].filter(([name, value]) => value.trim() !== '' && !places.includes(name));
  const hadPlace = ['place', 'postcode', 'near'].some((name) => parameters.get(name)?.trim());
  const query = new URLSearchParams([[KIND, kind], ...kept, ...(hadPlace ? [[HAD_PLACE, '1']] : [])]);
  return `${localPath(locale, `${SAVED_SEARCHES}/ny`)}?${query}`;
}

/** What a saved search asks for in words, and where its page is. */
export function describeSearch(
  db: Db,
  locale: Locale,
  t: Translate,
  search: { kind: SavedSearchKind; query: string },
): { words: string; address: string } {
  const path = localPath(locale, SEARCH_PAGES[search.kind]);
  const parameters = new URLSearchParams(search.query);
  const address = localPath(locale, searchPath(search));
  if (search.kind === 'slots') {
    const view = searchPage(db, locale, t, { kind: 'slots', path, count: 'slots.count' }, parameters, '');
    return { words: view.title(t('slots.title')), address };
  }
  const { query, chips } = employersPage(db, locale, t, path, parameters, '');
  const found = t('savedSearch.employers');
  const offers = query.offers === 'both' ? [] : [t(`employers.offers.${query.offers}`)];
  const words = [query.text ? t('search.with', { found, text: query.text }) : found, ...offers];
  return { words: [...words, ...chips.map((chip) => chip.label)].join(' · '), address };
}
