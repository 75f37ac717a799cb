import { Feed } from 'feed';
import type { OrganisationCard } from '#domain/organisations/cards.ts';
import type { SlotCard } from '#domain/slots/cards.ts';
import { today } from '#domain/time.ts';
import type { Locale, Translate } from '#i18n/index.ts';
import { hoursText } from './hours.ts';
import { pageAddress } from './page-address.ts';

interface FeedOf {
  /** What the feed is of, in words. */
  title: string;
  /** Path of the page that shows the same, without its language, query and all. */
  page: string;
  /** The feed's own, likewise. */
  path: string;
}

export interface SlotFeed extends FeedOf {
  slots: SlotCard[];
}

export interface OrganisationFeed extends FeedOf {
  organisations: OrganisationCard[];
}

interface Entry {
  /** Path of its page, without its language. */
  path: string;
  title: string;
  facts: string;
  text: string;
  /** ISO time */
  at: string;
  author: string;
}

/** Open slots as an Atom feed (RFC 4287). */
export function slotFeed(locale: Locale, t: Translate, { slots, ...about }: SlotFeed): string {
  const entries = slots.map((slot) => ({
    path: `/pladser/${slot.slug}`,
    title: slot.title,
    facts: [slot.organisation.name, hoursText(t, slot), slot.town].filter(Boolean).join(' · '),
    text: slot.tasks,
    at: publishedAt(slot),
    author: slot.organisation.name,
  }));
  return feedOf(locale, t, about, entries);
}

/** Organisations likewise, each as of the day on which it came into the directory. */
export function organisationFeed(locale: Locale, t: Translate, { organisations, ...about }: OrganisationFeed): string {
  const entries = organisations.map((organisation) => ({
    path: `/virksomheder/${organisation.slug}`,
    title: organisation.name,
    facts: [organisation.branch, organisation.town].filter(Boolean).join(' · '),
    text: organisation.description,
    at: organisation.createdAt,
    author: organisation.name,
  }));
  return feedOf(locale, t, about, entries);
}

/** Its texts are HTML there, and must not become markup. */
function feedOf(locale: Locale, t: Translate, { title, page, path }: FeedOf, entries: Entry[]): string {
  const address = pageAddress(locale, page);
  const [newest = `${today()}T00:00:00Z`] = entries
    .map((entry) => entry.at)
    .sort()
    .reverse();
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
  for (const entry of entries) {
    const url = pageAddress(locale, entry.path);
    feed.addItem({
      id: url,
      link: url,
      title: html(entry.title),
      description: `<p>${html(entry.facts)}</p><p>${html(entry.text)}</p>`,
      date: new Date(entry.at),
      published: new Date(entry.at),
      author: [{ name: plain(entry.author) }],
    });
  }
  return feed.atom1();
}

const publishedAt = (slot: SlotCard): string => slot.publishedAt ?? `${today()}T00:00:00Z`;

/** Control characters and half pairs may not be in XML, not even escaped. */
const plain = (text: string): string => text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
const html = (text: string): string =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
