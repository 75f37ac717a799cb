import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Forbidden } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { endSessionsOf, rotateSessionsOf } from '#domain/sessions/steps.ts';
import { queueMail } from '#mail/outbox.ts';
import { insertPassword } from './steps.ts';

/**
 * Gives the viewer's account a password, signs it out on every other device, and tells its owner by e-mail.
 *
 * @param hash of a password that the rules let through (`hashPassword`: it takes time, so it is made beforehand)
 * @param currentSession id of the session that asks
 * @throws Forbidden
 */
export function setPassword(db: Db, viewer: Viewer, hash: string, currentSession: number): void {
  inTransaction(db, () => {
    if (!mayChangeWaysIn(viewer)) throw new Forbidden();
    insertPassword(db, viewer.id, hash);
    changed(db, viewer, 'setPassword', currentSession);
  });
}

/** Signing in goes by e-mail or passkey from now on. @param currentSession id of the session that asks  @throws Forbidden */
export function dropPassword(db: Db, viewer: Viewer, currentSession: number): void {
  inTransaction(db, () => {
    if (!mayChangeWaysIn(viewer)) throw new Forbidden();
    statement(db, 'delete from passwords where account_id = ?').run(viewer.id);
    changed(db, viewer, 'dropPassword', currentSession);
  });
}

function changed(db: Db, viewer: Viewer, verb: 'setPassword' | 'dropPassword', currentSession: number): void {
  endSessionsOf(db, viewer.id, currentSession);
  rotateSessionsOf(db, viewer.id);
  queueMail(db, { to: viewer.email, locale: viewer.locale, name: 'password-changed', values: { verb } });
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: viewer.id });
}
