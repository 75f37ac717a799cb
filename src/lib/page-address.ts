import { type Locale, localPath } from '#i18n/index.ts';
import { environment } from './environment.ts';

/** The full address of a page, for paper, for search engines and for programs. @param path without its language */
export const pageAddress = (locale: Locale, path: string): string =>
  new URL(localPath(locale, path), environment.SITE_URL).href;
