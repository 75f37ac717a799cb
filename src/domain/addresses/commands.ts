import { randomUUID } from 'node:crypto';
import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccount, findAccountByEmail } from '#domain/accounts/queries.ts';
import { mayChangeWaysIn } from '#domain/accounts/rules.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { endSessionsOf } from '#domain/sessions/steps.ts';
import { issueToken, isUsable, type Purpose, usedTokensOf, useToken } from '#domain/tokens/steps.ts';
import { queueMail } from '#mail/outbox.ts';
import { CHANGE_HOURS } from './schema.ts';

/** Both mailboxes have to say yes: the one that is left, so that nobody takes an account away; the new one, so that it exists. */
const SIDES = ['leave-address', 'new-address'] as const satisfies Purpose[];

/**
 * Asks both mailboxes whether the viewer's account may move. An earlier wish ends. What whoever asked gets to see does
 * not say whether the new address has an account.
 *
 * @throws Forbidden, Conflict for the address that it has
 */
export function askToChangeAddress(db: Db, viewer: Viewer, email: string): void {
  inTransaction(db, () => {
    if (!mayChangeWaysIn(viewer) || viewer.demo) throw new Forbidden();
    if (email === viewer.email) throw new Conflict('same-address', 'email');
    forgetWish(db, viewer.id);
    const about = { email, change: randomUUID() };
    const { locale } = viewer;
    const [leave, arrive] = SIDES.map((purpose) =>
      issueToken(db, { purpose, minutes: CHANGE_HOURS * 60, accountId: viewer.id, about }),
    );
    const values = (token = '') => ({ path: `/konto/mail/${token}`, email, hours: CHANGE_HOURS });
    const until = leave?.expiresAt;
    queueMail(db, { to: viewer.email, locale, name: 'leave-address', values: values(leave?.token) }, until);
    const taken = findAccountByEmail(db, email);
    if (taken) queueMail(db, { to: email, locale: taken.locale, name: 'address-taken', values: { email } }, until);
    else queueMail(db, { to: email, locale, name: 'new-address', values: values(arrive?.token) }, until);
    recordEvent(db, { actor: actorOf(viewer), verb: 'askToChangeAddress', noun: 'account', nounId: viewer.id });
  });
}

/**
 * One of the two mailboxes says yes. Once both have, the account has the new address and is signed out everywhere: the
 * old mailbox opens it no more.
 *
 * @returns whether both have
 * @throws Conflict where the link does not work any more, or the address has an account by now
 */
export function confirmAddress(db: Db, token: string): { isDone: boolean } {
  return inTransaction(db, () => {
    const side = SIDES.find((purpose) => isUsable(db, purpose, token));
    const used = side && useToken(db, side, token);
    const account = findAccount(db, used?.accountId ?? 0);
    if (!used || account?.state !== 'active') throw new Conflict('link-over');
    const agreed = SIDES.every((purpose) =>
      usedTokensOf(db, purpose, account.id).some(({ about }) => about.change === used.about.change),
    );
    if (agreed) moveTo(db, account.id, String(used.about.email));
    return { isDone: agreed };
  });
}

function moveTo(db: Db, accountId: number, email: string): void {
  if (findAccountByEmail(db, email)) throw new Conflict('email-taken');
  statement(db, 'update accounts set email = ? where id = ?').run(email, accountId);
  forgetWish(db, accountId);
  statement(db, "delete from tokens where account_id = ? and purpose = 'sign-in'").run(accountId);
  endSessionsOf(db, accountId);
  recordEvent(db, { actor: actorOf({ id: accountId }), verb: 'changeAddress', noun: 'account', nounId: accountId });
}

function forgetWish(db: Db, accountId: number): void {
  const forget = 'delete from tokens where account_id = ? and purpose in (?, ?)';
  statement(db, forget).run(accountId, ...SIDES);
}
