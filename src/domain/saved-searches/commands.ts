import { type Db, inTransaction } from '#db/open.ts';
import { newToken, tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp, today } from '#domain/time.ts';
import { type Finders, findHits, handOnHits, remember } from './hits.ts';
import { findByStopKey } from './queries.ts';
import { storedQuery } from './query.ts';
import { type AlertFrequency, canSearch, MOST_HITS, MOST_SAVED } from './rules.ts';
import type { SavedSearchInput } from './schema.ts';

/**
 * Keeps a search, without any place that it names. All that it finds by now is known: an alert tells of what comes
 * after. Returns its id.
 *
 * @throws Forbidden, Conflict `search-too-wide`, `search-known`, `too-many-searches`
 */
export async function saveSearch(
  db: Db,
  finders: Finders,
  viewer: Viewer,
  { kind, query: given, name, frequency }: SavedSearchInput,
): Promise<number> {
  if (!canSearch(viewer, kind)) throw new Forbidden();
  const query = storedQuery(db, kind, new URLSearchParams(given));
  const { ids, total } = await findHits(db, finders, viewer, { kind, query });
  if (total > MOST_HITS) throw new Conflict('search-too-wide');
  return inTransaction(db, () => {
    const own = statement<string>(db, "select kind || ' ' || query from saved_searches where account_id = ?");
    const known = own.pluck().all(viewer.id);
    if (known.includes(`${kind} ${query}`)) throw new Conflict('search-known');
    if (known.length >= MOST_SAVED) throw new Conflict('too-many-searches');
    const id =
      statement<{ id: number }>(db, INSERT).get(viewer.id, kind, name, query, frequency, today(), timestamp())?.id ?? 0;
    remember(db, { id, kind }, ids, null);
    recordEvent(db, { actor: actorOf(viewer), verb: 'saveSearch', noun: 'saved-search', nounId: id, detail: { kind } });
    return id;
  });
}

const INSERT = `
  insert into saved_searches (account_id, kind, name, query, frequency, checked_on, saved_at)
  values (?, ?, ?, ?, ?, ?, ?) returning id`;

/** @throws NotFound */
export function renameSavedSearch(db: Db, viewer: Viewer, id: number, name: string): void {
  change(db, viewer, id, 'renameSavedSearch', () =>
    statement(db, 'update saved_searches set name = ? where id = ?').run(name, id),
  );
}

/** @throws NotFound */
export function chooseAlerts(db: Db, viewer: Viewer, id: number, frequency: AlertFrequency): void {
  change(db, viewer, id, 'chooseAlerts', () => setFrequency(db, id, frequency));
}

/** @throws NotFound */
export function removeSavedSearch(db: Db, viewer: Viewer, id: number): void {
  change(db, viewer, id, 'removeSavedSearch', () => {
    handOnHits(db, id);
    statement(db, 'delete from saved_searches where id = ?').run(id);
  });
}

/** Makes the key of the search's feed, or another in its place. Returns it, which is the only time. @throws NotFound */
export function renewFeed(db: Db, viewer: Viewer, id: number): string {
  return change(db, viewer, id, 'renewFeed', () => {
    const key = newToken();
    statement(db, 'update saved_searches set feed_hash = ? where id = ?').run(tokenHash(key), id);
    return key;
  });
}

/** By the link in an e-mail: whoever has it has the mailbox. Once is enough. @throws Conflict `way-out-unknown` */
export function stopAlerts(db: Db, key: string): void {
  inTransaction(db, () => {
    const found = findByStopKey(db, key);
    if (!found) throw new Conflict('way-out-unknown');
    setFrequency(db, found.id, 'never');
    recordEvent(db, { actor: 'mail-link', verb: 'stopAlerts', noun: 'saved-search', nounId: found.id });
  });
}

const setFrequency = (db: Db, id: number, frequency: AlertFrequency) =>
  statement(db, 'update saved_searches set frequency = ? where id = ?').run(frequency, id);

function change<Result>(db: Db, viewer: Viewer, id: number, verb: string, make: () => Result): Result {
  return inTransaction(db, () => {
    if (!statement(db, 'select 1 from saved_searches where id = ? and account_id = ?').get(id, viewer.id))
      throw new NotFound();
    const result = make();
    recordEvent(db, { actor: actorOf(viewer), verb, noun: 'saved-search', nounId: id });
    return result;
  });
}
