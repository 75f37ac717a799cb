import { type Db, inTransaction } from '#db/open.ts';
import { findAccount, findAccountByEmail } from '#domain/accounts/queries.ts';
import type { AccountInput } from '#domain/accounts/schema.ts';
import { insertAccount } from '#domain/accounts/steps.ts';
import { actorOf } from '#domain/accounts/viewer.ts';
import { Conflict } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { issueToken, type UsedToken, useCode, useToken } from '#domain/tokens/steps.ts';
import { queueMail } from '#mail/outbox.ts';
import { SIGN_IN_MINUTES } from './schema.ts';

interface Asking {
  email: string;
  /** Of the page, for an address that has no account yet. */
  locale: 'da' | 'en';
  /** The page to go to afterwards. */
  next: string;
}

/**
 * Sends a link and a code to an address: they sign in where it has an account, and make one where it has none. What
 * whoever asked gets to see is the same, and so is the work.
 *
 * @returns what their browser keeps, for the code to count there
 */
export function askToSignIn(db: Db, { email, locale, next }: Asking): string {
  return inTransaction(db, () => {
    const account = findAccountByEmail(db, email);
    const purpose = account ? 'sign-in' : 'sign-up';
    const about = account ? { next } : { next, email };
    const issue = { purpose, minutes: SIGN_IN_MINUTES, about, ...(account && { accountId: account.id }) } as const;
    const { token, code, handle, expiresAt } = issueToken(db, issue);
    const values = { path: `/log-ind/link/${token}`, code, minutes: SIGN_IN_MINUTES };
    queueMail(db, { to: email, locale: account?.locale ?? locale, name: purpose, values }, expiresAt);
    return handle;
  });
}

export interface SignedIn {
  accountId: number;
  next: string;
}

/** Uses a link up. @throws Conflict where it does not work any more, or the account may not sign in */
export function signInByLink(db: Db, token: string): SignedIn {
  return inTransaction(db, () => signedIn(db, useToken(db, 'sign-in', token) ?? over('link-over')));
}

/**
 * Uses a code up.
 *
 * @returns who signed in; or, for an address without an account, where to make one
 * @throws Conflict. A wrong code counts, so it is written before it is refused.
 */
export function signInByCode(db: Db, handle: string, code: string): SignedIn | { signUp: string } {
  const used = useCode(db, 'sign-in', handle, code);
  if (used) return signedIn(db, used);
  const { about } = useCode(db, 'sign-up', handle, code) ?? over('code-wrong', 'code');
  return { signUp: issueToken(db, { purpose: 'sign-up', minutes: SIGN_IN_MINUTES, about }).token };
}

/** Makes an account for the address that the link was sent to. @throws Conflict */
export function signUp(db: Db, token: string, input: Pick<AccountInput, 'name' | 'locale'>): SignedIn {
  return inTransaction(db, () => {
    const { about } = useToken(db, 'sign-up', token) ?? over('link-over');
    const email = String(about.email);
    // Invited meanwhile, say: the mailbox is theirs all the same.
    const known = findAccountByEmail(db, email);
    if (known) return signedIn(db, { accountId: known.id, about });
    const id = insertAccount(db, { email, ...input });
    recordEvent(db, { actor: actorOf({ id }), verb: 'openAccount', noun: 'account', nounId: id });
    return { accountId: id, next: String(about.next) };
  });
}

function signedIn(db: Db, { accountId, about }: UsedToken): SignedIn {
  const account = findAccount(db, accountId ?? 0);
  if (account?.state !== 'active') throw new Conflict('account-suspended');
  return { accountId: account.id, next: String(about.next) };
}

function over(code: string, field?: string): never {
  throw new Conflict(code, field);
}
