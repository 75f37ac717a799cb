import { Feed } from 'feed';
import type { SlotCard } from '#domain/slots/cards.ts';
import { today } from '#domain/time.ts';
import type { Locale, Translate } from '#i18n/index.ts';
import { hoursText } from './hours.ts';
import { pageAddress } from './page-address.ts';

export interface SlotFeed {
  /** What the feed is of, in words. */
  title: string;
  /** Path of the page that shows the same, without its language, query and all. */
  page: string;
  /** The feed's own, likewise. */
  path: string;
  slots: SlotCard[];
}

/** Open slots as an Atom feed (RFC 4287). Its texts are HTML there, and must not become markup. */
export function slotFeed(locale: Locale, t: Translate, { title, page, path, slots }: SlotFeed): string {
  const address = pageAddress(locale, page);
  const [newest = `${today()}T00:00:00Z`] = slots.map(publishedAt).sort().reverse();
  const feed = new Feed({
    id: address,
    title: plain(`${title} · ${t('site.name')}`),
    link: address,
    feedLinks: { atom: pageAddress(locale, path) },
    updated: new Date(newest),
    author: { name: t('site.name') },
    copyright: '',
    generator: false,
  });
  for (const slot of slots) {
    const url = pageAddress(locale, `/pladser/${slot.slug}`);
    const facts = [slot.organisation.name, hoursText(t, slot), slot.town].filter(Boolean).join(' · ');
    feed.addItem({
      id: url,
      link: url,
      title: html(slot.title),
      description: `<p>${html(facts)}</p><p>${html(slot.tasks)}</p>`,
      date: new Date(publishedAt(slot)),
      published: new Date(publishedAt(slot)),
      author: [{ name: plain(slot.organisation.name) }],
    });
  }
  return feed.atom1();
}

const publishedAt = (slot: SlotCard): string => slot.publishedAt ?? `${today()}T00:00:00Z`;

/** Control characters and half pairs may not be in XML, not even escaped. */
const plain = (text: string): string => text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
const html = (text: string): string =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
