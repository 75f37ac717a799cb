import type { Locale } from '#i18n/index.ts';

/**
 * Pages live in `src/pages/[...locale]/`: nothing for Danish, `en` for English. A rest parameter takes any path, so
 * everything else that it matches is no page of ours.
 */
export function isLocaleParam(locale: string | undefined): boolean {
  return locale === undefined || locale === 'en';
}

/** The language that an address asks for; also for addresses that lead nowhere. */
export function localeOfPath(path: string): Locale {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'da';
}
