import { type Locale, localPath } from '#i18n/index.ts';

/** The query parameter that says where to go once one has signed in. */
export const NEXT_PAGE = 'naeste';

const SIGN_IN = '/log-ind';
const SHOW_SECOND_FACTOR = '/log-ind/totrin';
const SET_UP_SECOND_FACTOR = '/konto/totrin';

/** Where a visitor goes who has to sign in first, and comes back from. @param url of the closed page */
export const signInAddress = (locale: Locale, url: URL): string => detour(locale, SIGN_IN, url);

/** Where somebody goes who owes a second factor. @param isReady whether there is one to be shown */
export const secondFactorAddress = (locale: Locale, url: URL, isReady: boolean): string =>
  detour(locale, isReady ? SHOW_SECOND_FACTOR : SET_UP_SECOND_FACTOR, url);

/** The same as a path without its language. @param next the page to go to afterwards */
export const secondFactorPath = (isReady: boolean, next: string): string =>
  `${isReady ? SHOW_SECOND_FACTOR : SET_UP_SECOND_FACTOR}?${new URLSearchParams({ [NEXT_PAGE]: next })}`;

/**
 * Where to go next: a path of our own without its language, whatever stood in the address.
 *
 * @param fallback for everything that is no such path
 */
export function nextPage(wanted: string | null | undefined, fallback: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, ORIGIN)) return fallback;
  const { origin, pathname, search } = new URL(wanted, ORIGIN);
  const path = pathname.replace(/^\/en(?=\/|$)/, '');
  // A browser reads `//` as the beginning of another host.
  return origin === ORIGIN && path.startsWith('/') && !path.startsWith('//') ? path + search : fallback;
}

/** The next page that the address of a sent form names. */
export const nextPageOf = (request: Request, fallback: string): string =>
  nextPage(new URL(request.url).searchParams.get(NEXT_PAGE), fallback);

/** A page of ours that leads on to the next one that the address of a sent form names. */
export function keepingNext(request: Request, path: string): string {
  const next = new URL(request.url).searchParams.get(NEXT_PAGE);
  return next ? `${path}?${new URLSearchParams({ [NEXT_PAGE]: nextPage(next, '/') })}` : path;
}

/** Never asked for anything: what a relative address is read against. */
const ORIGIN = 'https://plads.invalid';

function detour(locale: Locale, path: string, url: URL): string {
  const query = new URLSearchParams({ [NEXT_PAGE]: nextPage(url.pathname + url.search, '/') });
  return `${localPath(locale, path)}?${query}`;
}
