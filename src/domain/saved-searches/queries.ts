import type { Db } from '#db/open.ts';
import { tokenHash, unseal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { findViewer } from '#domain/accounts/queries.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import type { AlertFrequency, SavedSearchKind } from './rules.ts';

export interface SavedSearch {
  id: number;
  accountId: number;
  kind: SavedSearchKind;
  name: string;
  /** Parameters of its page. */
  query: string;
  frequency: AlertFrequency;
  /** YYYY-MM-DD */
  checkedOn: string;
  hasFeed: boolean;
}

const SAVED = `
  select id, account_id as accountId, kind, name, query, frequency, checked_on as checkedOn, feed_hash is not null as hasFeed
  from saved_searches`;

type Row = Omit<SavedSearch, 'hasFeed'> & { hasFeed: number };
const toSearch = (row: Row): SavedSearch => ({ ...row, hasFeed: row.hasFeed === 1 });

/** One's own searches, in the order in which they were saved. */
export const savedSearchesOf = (db: Db, accountId: number): SavedSearch[] =>
  statement<Row>(db, `${SAVED} where account_id = ? order by id`).all(accountId).map(toSearch);

/** Accounts that may sign in, want such e-mails some time, and got none that day. */
export function accountsToAlert(db: Db, day: string): number[] {
  return statement<number>(
    db,
    `select id from accounts where state = 'active'
       and id in (select account_id from saved_searches where frequency <> 'never')
       and id not in (select account_id from saved_search_mails where sent_on >= ?) order by id`,
  )
    .pluck()
    .all(day);
}

export const gotMailOn = (db: Db, accountId: number, day: string): boolean =>
  statement(db, 'select 1 from saved_search_mails where account_id = ? and sent_on >= ?').get(accountId, day) !==
  undefined;

/** By the key of its feed, with its owner; nothing once that one may not sign in. */
export function findFeed(db: Db, key: string): { search: SavedSearch; owner: Viewer } | undefined {
  const row = statement<Row>(db, `${SAVED} where feed_hash = ?`).get(tokenHash(key));
  const owner = row && findViewer(db, row.accountId, true);
  return row && owner && { search: toSearch(row), owner };
}

/** By the key in an e-mail that stops it (`stopKey`); nothing once it is gone. */
export function findByStopKey(db: Db, key: string): SavedSearch | undefined {
  const id = readStopKey(db, key);
  const row = id === undefined ? undefined : statement<Row>(db, `${SAVED} where id = ?`).get(id);
  return row && toSearch(row);
}

/** Sealed with the portal's own key: one that was made up, changed, or is a key to something else opens nothing. */
function readStopKey(db: Db, key: string): number | undefined {
  try {
    const id = /^saved-search (\d+)$/.exec(unseal(db, Buffer.from(key, 'base64url')))?.[1];
    return id === undefined ? undefined : Number(id);
  } catch {
    return undefined;
  }
}
