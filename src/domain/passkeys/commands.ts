import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccount } from '#domain/accounts/queries.ts';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { lowerSessionsWithoutFactor, rotateSessionsOf } from '#domain/sessions/steps.ts';
import { timestamp } from '#domain/time.ts';
import { checkNewPasskey, checkPasskey, type RelyingParty } from './ceremonies.ts';
import { findPasskey, passkeysOf } from './queries.ts';
import { MOST_PASSKEYS, type PasskeyAnswer } from './schema.ts';

/** Gives the viewer's account a passkey. @throws Forbidden, Conflict */
export async function addPasskey(
  db: Db,
  viewer: Viewer,
  party: RelyingParty,
  { name, ...sent }: PasskeyAnswer & { name: string },
): Promise<void> {
  if (!mayChangeWaysIn(viewer)) throw new Forbidden();
  const made = await checkNewPasskey(db, viewer, party, sent);
  inTransaction(db, () => {
    if (findPasskey(db, made.id)) throw new Conflict('passkey-wrong');
    if (passkeysOf(db, viewer.id).length >= MOST_PASSKEYS) throw new Conflict('too-many-passkeys');
    statement(db, INSERT).run({
      id: made.id,
      accountId: viewer.id,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: JSON.stringify(made.transports),
      backedUp: Number(made.backedUp),
      name,
      now: timestamp(),
    });
    rotateSessionsOf(db, viewer.id);
    record(db, viewer, 'addPasskey');
  });
}

/** @throws NotFound, Forbidden */
export function renamePasskey(db: Db, viewer: Viewer, id: string, name: string): void {
  change(db, viewer, 'renamePasskey', () =>
    statement(db, 'update passkeys set name = ? where id = ? and account_id = ?').run(name, id, viewer.id),
  );
}

/** @throws NotFound, Forbidden */
export function dropPasskey(db: Db, viewer: Viewer, id: string): void {
  change(db, viewer, 'dropPasskey', () => {
    const dropped = statement(db, 'delete from passkeys where id = ? and account_id = ?').run(id, viewer.id);
    lowerSessionsWithoutFactor(db, viewer.id);
    rotateSessionsOf(db, viewer.id);
    return dropped;
  });
}

/**
 * Somebody shows a passkey.
 *
 * @returns the account that it belongs to
 * @throws Conflict, one for every reason; also where its counter fell back, which is what a copy of it would do
 */
export async function showPasskey(db: Db, party: RelyingParty, sent: PasskeyAnswer): Promise<number> {
  const { passkey, newCounter, backedUp } = await checkPasskey(db, party, sent);
  return inTransaction(db, () => {
    if (findAccount(db, passkey.accountId)?.state !== 'active') throw new Conflict('passkey-wrong');
    // As the check found it: of two answers at once that count to the same, one is a copy's.
    const use =
      'update passkeys set counter = @newCounter, backed_up = @backedUp, last_used_at = @now where id = @id and counter = @counter';
    const used = statement(db, use).run({
      ...{ id: passkey.id, counter: passkey.counter },
      newCounter,
      backedUp: Number(backedUp),
      now: timestamp(),
    });
    if (used.changes === 0) throw new Conflict('passkey-wrong');
    return passkey.accountId;
  });
}

const INSERT = `
  insert into passkeys (id, account_id, public_key, counter, transports, backed_up, name, created_at)
  values (@id, @accountId, @publicKey, @counter, @transports, @backedUp, @name, @now)`;

function change(db: Db, viewer: Viewer, verb: string, steps: () => { changes: number }): void {
  inTransaction(db, () => {
    if (!mayChangeWaysIn(viewer)) throw new Forbidden();
    if (steps().changes === 0) throw new NotFound();
    record(db, viewer, verb);
  });
}

const record = (db: Db, viewer: Viewer, verb: string): void =>
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: viewer.id });
