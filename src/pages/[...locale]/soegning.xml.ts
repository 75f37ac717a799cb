import type { APIRoute } from 'astro';
import { organisationCards } from '#domain/organisations/cards.ts';
import { findHits } from '#domain/saved-searches/hits.ts';
import { searchPath } from '#domain/saved-searches/letters.ts';
import { findFeed } from '#domain/saved-searches/queries.ts';
import { slotCards } from '#domain/slots/cards.ts';
import { db } from '#lib/database.ts';
import { organisationFeed, slotFeed } from '#lib/feed.ts';
import { finders } from '#lib/saved-searches.ts';
import { xml } from '#lib/xml.ts';

const MOST_ENTRIES = 50;

/** What one saved search finds, for whoever has its key: its owner, who is the only one to have been told. */
export const GET: APIRoute = async ({ request, url, locals: { locale, t } }) => {
  const key = url.searchParams.get('noegle') ?? '';
  const feed = findFeed(db, key);
  if (!feed) return new Response(null, { status: 404 });
  const { search, owner } = feed;
  const { ids } = await findHits(db, finders, owner, search);
  const shown = ids.slice(0, MOST_ENTRIES);
  const about = { title: search.name, page: searchPath(search), path: `/soegning.xml?noegle=${key}` };
  const body =
    search.kind === 'slots'
      ? slotFeed(locale, t, { ...about, slots: slotCards(db, shown) })
      : organisationFeed(locale, t, { ...about, organisations: organisationCards(db, shown) });
  const answer = xml(request, body, 'application/atom+xml');
  answer.headers.set('Cache-Control', 'private, no-store');
  answer.headers.set('X-Robots-Tag', 'noindex');
  return answer;
};
