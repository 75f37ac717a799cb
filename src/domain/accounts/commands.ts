import { type Db, inTransaction } from '#db/open.ts';
import type { STAFF_ROLES } from '#db/schema/accounts.ts';
import { statement } from '#db/statement.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { endSessionsOf, rotateSessionsOf } from '#domain/sessions/steps.ts';
import { findAccount, findAccountByEmail, isLastAdministrator } from './queries.ts';
import type { AccountInput } from './schema.ts';
import { insertAccount, insertCoordinator, insertStaff } from './steps.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** Makes an account, for an address that has been confirmed. Returns its id. @throws Conflict */
export function openAccount(db: Db, input: AccountInput): number {
  return inTransaction(db, () => {
    if (findAccountByEmail(db, input.email)) throw new Conflict('email-taken', 'email');
    const id = insertAccount(db, input);
    recordEvent(db, { actor: `account:${id}`, verb: 'openAccount', noun: 'account', nounId: id });
    return id;
  });
}

/** What one is called, and the language that one gets e-mails in. */
export function correctAccount(db: Db, viewer: Viewer, { name, locale }: Pick<AccountInput, 'name' | 'locale'>): void {
  inTransaction(db, () => {
    statement(db, 'update accounts set name = ?, locale = ? where id = ?').run(name, locale, viewer.id);
    recordEvent(db, { actor: actorOf(viewer), verb: 'correctAccount', noun: 'account', nounId: viewer.id });
  });
}

/** Signs an account out everywhere and keeps it out. @throws Forbidden, NotFound, Conflict */
export function suspendAccount(db: Db, viewer: Viewer, accountId: number): void {
  settleState(db, viewer, accountId, 'suspended');
}

/** @throws Forbidden, NotFound */
export function reinstateAccount(db: Db, viewer: Viewer, accountId: number): void {
  settleState(db, viewer, accountId, 'active');
}

/**
 * For who has lost the phone and the recovery codes, once an administrator knows who is asking: the account has no
 * second factor any more, and sets up another one the next time.
 *
 * @throws Forbidden, NotFound, Conflict for one's own
 */
export function resetSecondFactor(db: Db, viewer: Viewer, accountId: number): void {
  if (accountId === viewer.id) throw new Conflict('own-second-factor');
  administer(db, viewer, accountId, 'resetSecondFactor', {}, () => {
    for (const table of ['authenticators', 'recovery_codes', 'passkeys'])
      statement(db, `delete from ${table} where account_id = ?`).run(accountId);
    endSessionsOf(db, accountId);
  });
}

/** @throws Forbidden, NotFound */
export function appointStaff(db: Db, viewer: Viewer, accountId: number, role: (typeof STAFF_ROLES)[number]): void {
  administer(db, viewer, accountId, 'appointStaff', { role }, () => insertStaff(db, accountId, role));
}

/** @throws Forbidden, NotFound, Conflict for the last administrator */
export function dismissStaff(db: Db, viewer: Viewer, accountId: number, role: (typeof STAFF_ROLES)[number]): void {
  administer(db, viewer, accountId, 'dismissStaff', { role }, () => {
    if (role === 'administrator') keepAnAdministrator(db, accountId);
    const taken = statement(db, 'delete from staff where account_id = ? and role = ?').run(accountId, role);
    if (taken.changes === 0) throw new NotFound();
    rotateSessionsOf(db, accountId);
  });
}

/** @throws Forbidden, NotFound */
export function appointCoordinator(db: Db, viewer: Viewer, accountId: number, networkId: number): void {
  administer(db, viewer, accountId, 'appointCoordinator', { networkId }, () =>
    insertCoordinator(db, accountId, networkId),
  );
}

/** @throws Forbidden, NotFound */
export function dismissCoordinator(db: Db, viewer: Viewer, accountId: number, networkId: number): void {
  administer(db, viewer, accountId, 'dismissCoordinator', { networkId }, () => {
    const take = 'delete from network_coordinators where account_id = ? and network_id = ?';
    if (statement(db, take).run(accountId, networkId).changes === 0) throw new NotFound();
    rotateSessionsOf(db, accountId);
  });
}

function settleState(db: Db, viewer: Viewer, accountId: number, state: 'active' | 'suspended'): void {
  const verb = state === 'suspended' ? 'suspendAccount' : 'reinstateAccount';
  administer(db, viewer, accountId, verb, {}, () => {
    if (state === 'suspended') keepAnAdministrator(db, accountId);
    statement(db, 'update accounts set state = ? where id = ?').run(state, accountId);
    if (state === 'suspended') endSessionsOf(db, accountId);
  });
}

/** What only an administrator does to an account. */
function administer(
  db: Db,
  viewer: Viewer,
  accountId: number,
  verb: string,
  detail: Record<string, unknown>,
  change: () => void,
): void {
  inTransaction(db, () => {
    if (!viewer.administrator) throw new Forbidden();
    if (!findAccount(db, accountId)) throw new NotFound();
    change();
    recordEvent(db, { actor: actorOf(viewer), verb, noun: 'account', nounId: accountId, detail });
  });
}

/** Somebody has to be able to let others in. */
function keepAnAdministrator(db: Db, leaving: number): void {
  if (isLastAdministrator(db, leaving)) throw new Conflict('last-administrator');
}
