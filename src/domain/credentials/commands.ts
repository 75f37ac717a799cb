import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { endSessionsOf, rotateSessionsOf } from '#domain/sessions/steps.ts';
import { insertPassword } from './steps.ts';

/**
 * Gives the viewer's account a password, and signs it out on every other device.
 *
 * @param hash of a password that the rules let through (`hashPassword`: it takes time, so it is made beforehand)
 * @param currentSession id of the session that asks
 */
export function setPassword(db: Db, viewer: Viewer, hash: string, currentSession: number): void {
  inTransaction(db, () => {
    insertPassword(db, viewer.id, hash);
    changed(db, viewer, 'setPassword', currentSession);
  });
}

/** Signing in goes by e-mail or passkey from now on. @param currentSession id of the session that asks */
export function dropPassword(db: Db, viewer: Viewer, currentSession: number): void {
  inTransaction(db, () => {
    statement(db, 'delete from passwords where account_id = ?').run(viewer.id);
    changed(db, viewer, 'dropPassword', currentSession);
  });
}

function changed(db: Db, viewer: Viewer, verb: string, currentSession: number): void {
  endSessionsOf(db, viewer.id, currentSession);
  rotateSessionsOf(db, viewer.id);
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: viewer.id });
}
