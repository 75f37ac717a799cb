import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Forbidden, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { endSessionsOf } from './steps.ts';

/** Ends one of the viewer's own sessions, from the next request on. @throws NotFound */
export function endSession(db: Db, viewer: Viewer, sessionId: number): void {
  inTransaction(db, () => {
    const ended = statement(db, 'delete from sessions where id = ? and account_id = ?').run(sessionId, viewer.id);
    if (ended.changes === 0) throw new NotFound();
    record(db, viewer, 'endSession', viewer.id);
  });
}

/** Ends all of the viewer's sessions but the one that asks. @param current its id */
export function endOtherSessions(db: Db, viewer: Viewer, current: number): void {
  inTransaction(db, () => {
    endSessionsOf(db, viewer.id, current);
    record(db, viewer, 'endOtherSessions', viewer.id);
  });
}

/** Signs anybody out everywhere. @throws Forbidden */
export function endSessionsOfAccount(db: Db, viewer: Viewer, accountId: number): void {
  inTransaction(db, () => {
    if (!viewer.administrator) throw new Forbidden();
    endSessionsOf(db, accountId);
    record(db, viewer, 'endSessionsOfAccount', accountId);
  });
}

/** Sessions that have run out are of use to nobody. */
export function forgetExpiredSessions(db: Db): void {
  statement(db, 'delete from sessions where expires_at < ?').run(timestamp());
}

function record(db: Db, viewer: Viewer, verb: string, accountId: number): void {
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: accountId });
}
