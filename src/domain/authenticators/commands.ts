import { type Db, inTransaction } from '#db/open.ts';
import { seal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { lowerSessionsWithoutFactor, rotateSessionsOf } from '#domain/sessions/steps.ts';
import { timestamp } from '#domain/time.ts';
import { findAuthenticator } from './queries.ts';
import { forgetRecoveryCodes, replaceRecoveryCodes, useRecoveryCode } from './recovery-codes.ts';
import { newKey, stepOfCode } from './totp.ts';

/** Makes the key that an app is to hold. It counts for nothing until the app has shown a code. @throws Forbidden, Conflict */
export function prepareAuthenticator(db: Db, viewer: Viewer): void {
  change(db, viewer, 'prepareAuthenticator', () => {
    if (findAuthenticator(db, viewer.id)?.confirmedAt) throw new Conflict('authenticator-on');
    statement(
      db,
      `insert into authenticators (account_id, sealed) values (@id, @sealed)
       on conflict do update set sealed = @sealed, last_step = 0`,
    ).run({ id: viewer.id, sealed: seal(db, newKey().toString('base64')) });
  });
}

/**
 * The app shows that it has the key: from now on every sign-in asks for it.
 *
 * @returns recovery codes, to be shown once
 * @throws Forbidden, Conflict for a wrong code, and where there is nothing to confirm
 */
export function switchOnAuthenticator(db: Db, viewer: Viewer, code: string): string[] {
  return change(db, viewer, 'switchOnAuthenticator', () => {
    if (findAuthenticator(db, viewer.id)?.confirmedAt !== null) throw new Conflict('authenticator-over');
    takeCode(db, viewer.id, code);
    statement(db, 'update authenticators set confirmed_at = ? where account_id = ?').run(timestamp(), viewer.id);
    rotateSessionsOf(db, viewer.id);
    return replaceRecoveryCodes(db, viewer.id);
  });
}

/** @throws Forbidden */
export function switchOffAuthenticator(db: Db, viewer: Viewer): void {
  change(db, viewer, 'switchOffAuthenticator', () => {
    statement(db, 'delete from authenticators where account_id = ?').run(viewer.id);
    forgetRecoveryCodes(db, viewer.id);
    lowerSessionsWithoutFactor(db, viewer.id);
    rotateSessionsOf(db, viewer.id);
  });
}

/** @returns new recovery codes, to be shown once; those before are of no use  @throws Forbidden, Conflict */
export function renewRecoveryCodes(db: Db, viewer: Viewer): string[] {
  return change(db, viewer, 'renewRecoveryCodes', () => {
    if (!findAuthenticator(db, viewer.id)?.confirmedAt) throw new Conflict('authenticator-over');
    rotateSessionsOf(db, viewer.id);
    return replaceRecoveryCodes(db, viewer.id);
  });
}

/** A code of the app, or a recovery code, shown to get in. Each works once. @throws Conflict */
export function showCode(db: Db, viewer: Viewer, code: string): void {
  inTransaction(db, () => {
    if (!findAuthenticator(db, viewer.id)?.confirmedAt) throw new Conflict('second-factor-wrong', 'code');
    if (useRecoveryCode(db, viewer.id, code)) record(db, viewer, 'useRecoveryCode');
    else takeCode(db, viewer.id, code);
  });
}

function takeCode(db: Db, accountId: number, code: string): void {
  const found = findAuthenticator(db, accountId);
  const step = found && stepOfCode(found.key, code.replaceAll(/\D/g, ''), found.lastStep);
  if (step === undefined) throw new Conflict('second-factor-wrong', 'code');
  statement(db, 'update authenticators set last_step = ? where account_id = ?').run(step, accountId);
}

function change<Result>(db: Db, viewer: Viewer, verb: string, steps: () => Result): Result {
  return inTransaction(db, () => {
    if (!mayChangeWaysIn(viewer)) throw new Forbidden();
    const result = steps();
    record(db, viewer, verb);
    return result;
  });
}

const record = (db: Db, viewer: Viewer, verb: string): void =>
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: viewer.id });
