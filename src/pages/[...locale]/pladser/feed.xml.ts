import type { APIRoute } from 'astro';
import { searchSlots } from '#domain/slots/search.ts';
import { localPath } from '#i18n/index.ts';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';
import { slotFeed } from '#lib/feed.ts';
import { engine } from '#lib/search.ts';
import { searchPage } from '#lib/search-page.ts';
import { xml } from '#lib/xml.ts';

const PATH = '/pladser';
const MOST_ENTRIES = 50;

/** The newest open slots of a search, whose address has the same parameters. */
export const GET: APIRoute = async ({ request, url, locals: { locale, t } }) => {
  const kind = { kind: 'slots', path: localPath(locale, PATH), count: 'slots.count' } as const;
  const view = searchPage(db, locale, t, kind, url.searchParams, environment.MUNICIPALITY_CODE);
  const query = { ...view.query, sort: 'newest', page: 1, pageSize: MOST_ENTRIES } as const;
  const { items } = await searchSlots(db, engine, query);
  const feed = slotFeed(locale, t, {
    title: view.title(t('slots.title')),
    page: PATH + url.search,
    path: `${PATH}/feed.xml${url.search}`,
    slots: items,
  });
  return xml(request, feed, 'application/atom+xml');
};
