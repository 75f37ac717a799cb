import { type Db, inTransaction } from '#db/open.ts';
import { newToken, tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { type ListInput, MOST_LISTED } from './schema.ts';

/* Lists of employers. Whoever made one changes it; a shared one is read by all consultants. */

/** Returns the list’s id. @throws Forbidden */
export function startList(db: Db, viewer: Viewer, { name }: ListInput): number {
  return inTransaction(db, () => {
    asConsultant(viewer);
    const insert = 'insert into employer_lists (account_id, name, changed_at) values (?, ?, ?) returning id';
    const id = statement<{ id: number }>(db, insert).get(viewer.id, name, timestamp())?.id ?? 0;
    recordEvent(db, { actor: actorOf(viewer), verb: 'startList', noun: 'employer-list', nounId: id });
    return id;
  });
}

/** @throws NotFound */
export function renameList(db: Db, viewer: Viewer, id: number, { name }: ListInput): void {
  change(db, viewer, id, 'renameList', () =>
    statement(db, 'update employer_lists set name = ? where id = ?').run(name, id),
  );
}

/** @throws NotFound */
export function removeList(db: Db, viewer: Viewer, id: number): void {
  change(db, viewer, id, 'removeList', () => statement(db, 'delete from employer_lists where id = ?').run(id));
}

/** Puts an employer at the end of a list. Once is enough. @throws NotFound, Conflict `list-full` */
export function putOnList(db: Db, viewer: Viewer, id: number, organisationId: number): void {
  change(db, viewer, id, 'putOnList', () => {
    if (!statement(db, 'select 1 from organisations where id = ?').get(organisationId)) throw new NotFound();
    const count = statement<{ count: number; last: number }>(db, COUNT).get(id) ?? { count: 0, last: 0 };
    if (count.count >= MOST_LISTED) throw new Conflict('list-full');
    const insert =
      'insert into employer_list_items (list_id, organisation_id, position) values (?, ?, ?) on conflict do nothing';
    statement(db, insert).run(id, organisationId, count.last + 1);
  });
}

const COUNT = 'select count(*) as count, coalesce(max(position), 0) as last from employer_list_items where list_id = ?';

/** @throws NotFound */
export function takeOffList(db: Db, viewer: Viewer, id: number, organisationId: number): void {
  change(db, viewer, id, 'takeOffList', () =>
    statement(db, 'delete from employer_list_items where list_id = ? and organisation_id = ?').run(id, organisationId),
  );
}

/** Lets the colleagues read a list, or no longer. @throws NotFound */
export function shareList(db: Db, viewer: Viewer, id: number, isShared: boolean): void {
  change(db, viewer, id, isShared ? 'shareList' : 'unshareList', () =>
    statement(db, 'update employer_lists set is_shared = ? where id = ?').run(Number(isShared), id),
  );
}

/** Makes a list a public page for so many days. Returns what its address ends with, which is shown only now. @throws NotFound */
export function publishList(db: Db, viewer: Viewer, id: number, days: number): string {
  return change(db, viewer, id, 'publishList', () => {
    const token = newToken();
    const now = new Date();
    const until = timestamp(new Date(now.getTime() + days * 86_400_000));
    const insert = 'insert into employer_list_links (hash, list_id, created_at, expires_at) values (?, ?, ?, ?)';
    statement(db, insert).run(tokenHash(token), id, timestamp(now), until);
    return token;
  });
}

/** Ends every public page of a list at once. @throws NotFound */
export function unpublishList(db: Db, viewer: Viewer, id: number): void {
  change(db, viewer, id, 'unpublishList', () =>
    statement(db, 'delete from employer_list_links where list_id = ?').run(id),
  );
}

/** What has run out is of use to nobody. */
export function forgetExpiredListLinks(db: Db): void {
  statement(db, 'delete from employer_list_links where expires_at < ?').run(timestamp());
}

function change<Result>(db: Db, viewer: Viewer, id: number, verb: string, make: () => Result): Result {
  return inTransaction(db, () => {
    const own = 'update employer_lists set changed_at = ? where id = ? and account_id = ?';
    if (statement(db, own).run(timestamp(), id, viewer.id).changes === 0) throw new NotFound();
    const result = make();
    recordEvent(db, { actor: actorOf(viewer), verb, noun: 'employer-list', nounId: id });
    return result;
  });
}
