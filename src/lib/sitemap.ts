import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Db } from '#db/open.ts';
import { countPublicPages, type PublicPage, publicPages } from '#domain/public-pages/queries.ts';
import { LOCALES } from '#i18n/index.ts';
import { pageAddress } from './page-address.ts';

/** What one file may hold (https://www.sitemaps.org/protocol.html). Each page has an address in each language. */
const MOST_ADDRESSES = 50_000;
const PAGES_PER_FILE = MOST_ADDRESSES / LOCALES.length;

/** The sitemap as one file, or an index of its parts where it is too long for one. @param siteUrl of the parts */
export async function sitemap(db: Db, siteUrl: string): Promise<string> {
  const parts = Math.ceil(countPublicPages(db) / PAGES_PER_FILE);
  if (parts <= 1) return write(publicPages(db, 0, PAGES_PER_FILE));
  const addresses = Array.from({ length: parts }, (_, index) => ({
    url: new URL(`/sitemap/${index + 1}.xml`, siteUrl).href,
  }));
  return text(Readable.from(addresses).pipe(new SitemapIndexStream()));
}

/** @param part from 1. @returns nothing where there is no such part */
export async function sitemapPart(db: Db, part: number): Promise<string | undefined> {
  const pages = publicPages(db, (part - 1) * PAGES_PER_FILE, PAGES_PER_FILE);
  return pages.length > 0 ? write(pages) : undefined;
}

function write(pages: PublicPage[]): Promise<string> {
  const stream = new SitemapStream({ xmlns: { xhtml: true, news: false, video: false, image: false } });
  return text(Readable.from(pages.flatMap(addressesOf)).pipe(stream));
}

/** One for each language; each names them all, itself too, as search engines ask for. */
function addressesOf({ path, changedAt }: PublicPage) {
  const links = LOCALES.map((lang) => ({ lang, url: pageAddress(lang, path) }));
  return links.map(({ url }) => ({ url, links, ...(changedAt ? { lastmod: changedAt } : {}) }));
}

const text = async (stream: Readable): Promise<string> => (await streamToPromise(stream)).toString();
