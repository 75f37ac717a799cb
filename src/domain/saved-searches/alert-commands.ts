import { setImmediate as breathe } from 'node:timers/promises';
import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { takeTurn } from '#db/turn.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { wantedKinds } from '#domain/notifications/queries.ts';
import { addDays, hourOf, timestamp, today } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { type Finders, findHits, remember, toldBefore, unseen } from './hits.ts';
import { newsOf, shown } from './letters.ts';
import { accountsToAlert, gotMailOn, type SavedSearch, savedSearchesOf } from './queries.ts';
import { isDue, MORNING_HOUR } from './rules.ts';

/** An e-mail that could not leave for so long is not news any more. */
const USE_DAYS = 3;

/**
 * Writes to everybody whose searches found something new: one e-mail a day, in which nothing stands that they were told
 * of before. Any process may do so at any time; while one does, the others leave it to that one. Returns how many.
 */
export async function alertOfSearches(db: Db, finders: Finders, now = new Date()): Promise<number> {
  const turn = takeTurn(db, 'saved-searches');
  if (!turn) return 0;
  try {
    let sent = 0;
    for (const accountId of accountsToAlert(db, today(now))) {
      const viewer = findViewer(db, accountId, true);
      if (viewer && wantedKinds(db, accountId).includes('searches') && (await alert(db, finders, viewer, now))) sent++;
      // Whoever is being served goes first.
      await breathe();
    }
    return sent;
  } finally {
    turn.end();
  }
}

async function alert(db: Db, finders: Finders, viewer: Viewer, now: Date): Promise<boolean> {
  const day = today(now);
  const due = savedSearchesOf(db, viewer.id).filter((search) => isDue(search, day));
  if (hourOf(now) >= MORNING_HOUR) return tell(db, viewer, day, await newIn(db, finders, viewer, due));
  // At night only what somebody wants at once is a reason to write; the rest then comes with it.
  const urgent = await newIn(
    db,
    finders,
    viewer,
    due.filter((search) => search.frequency === 'at-once'),
  );
  if (urgent.every(({ ids }) => ids.length === 0)) return false;
  return tell(db, viewer, day, await newIn(db, finders, viewer, due));
}

interface News {
  search: SavedSearch;
  /** What it had not found before. */
  ids: number[];
}

async function newIn(db: Db, finders: Finders, viewer: Viewer, searches: SavedSearch[]): Promise<News[]> {
  const news: News[] = [];
  for (const search of searches) {
    const { ids } = await findHits(db, finders, viewer, search);
    news.push({ search, ids: shown(db, search.kind, unseen(db, search, ids)) });
  }
  return news;
}

/** @returns whether there is an e-mail: none where another process was quicker, or nothing is news */
function tell(db: Db, viewer: Viewer, day: string, found: News[]): boolean {
  // Most rounds find nothing, and then nobody who writes has to wait.
  if (found.every(({ search, ids }) => ids.length === 0 && !isSettledBy(search, day))) return false;
  return inTransaction(db, () => {
    if (gotMailOn(db, viewer.id, day)) return false;
    const searches = found
      .filter(({ search }) => isStillDue(db, search, day))
      .flatMap(({ search, ids }) => {
        const news = takeNews(db, viewer, search, ids, day);
        return news.length > 0 ? [newsOf(db, search, news)] : [];
      });
    if (searches.length === 0) return false;
    statement(db, MAILED).run(viewer.id, day);
    queueMail(
      db,
      { to: viewer.email, locale: viewer.locale, name: 'search-news', values: { searches } },
      timestamp(new Date(addDays(day, USE_DAYS))),
    );
    recordEvent(db, { actor: 'system', verb: 'alertOfSearches', noun: 'account', nounId: viewer.id });
    return true;
  });
}

/** Remembers what a search found, and says what of it is news to its owner. */
function takeNews(db: Db, viewer: Viewer, search: SavedSearch, ids: number[], day: string): number[] {
  if (isSettledBy(search, day))
    statement(db, 'update saved_searches set checked_on = ? where id = ?').run(day, search.id);
  const fresh = unseen(db, search, ids);
  const told = toldBefore(db, viewer.id, search.kind, fresh);
  remember(db, search, fresh, day);
  return fresh.filter((id) => !told.has(id));
}

/** Whether looking through it once is all for that day. */
const isSettledBy = (search: SavedSearch, day: string): boolean =>
  search.frequency !== 'at-once' && search.checkedOn < day;

/** It may have been stopped or taken away since it was looked up. */
function isStillDue(db: Db, { id }: SavedSearch, day: string): boolean {
  const row = statement<Pick<SavedSearch, 'frequency' | 'checkedOn'>>(
    db,
    'select frequency, checked_on as checkedOn from saved_searches where id = ?',
  ).get(id);
  return row !== undefined && isDue(row, day);
}

const MAILED = `
  insert into saved_search_mails (account_id, sent_on) values (?, ?) on conflict (account_id) do update set sent_on = excluded.sent_on`;
