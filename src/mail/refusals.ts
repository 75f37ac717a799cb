import type { Db } from '#db/open.ts';
import { keyedHash, seal, unseal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { kindOf, type Mail, type MailKind } from './mails.ts';

/** Who does not want a kind of e-mail: an account, or an address that has none. */
export type Reader = { accountId: number } | { address: string };

/** What decides whether an e-mail leaves. */
type AboutMail = Pick<Mail, 'to' | 'name'> & { values?: object };

/** Whether its reader does not want that kind of e-mail. */
export function isRefused(db: Db, mail: AboutMail): boolean {
  const kind = kindOf(mail);
  return kind !== 'always' && refusalOf(db, readerOf(db, mail.to), kind) !== undefined;
}

export function readerOf(db: Db, address: string): Reader {
  const account = statement<{ id: number }>(db, 'select id from accounts where lower(email) = ?').get(plain(address));
  return account ? { accountId: account.id } : { address };
}

/** Id of the refusal, where there is one. An address keeps its refusals when it gets an account. */
export function refusalOf(db: Db, reader: Reader, kind: MailKind): number | undefined {
  const accountId = 'accountId' in reader ? reader.accountId : null;
  const address = 'address' in reader ? reader.address : addressOf(db, reader.accountId);
  return statement<{ id: number }>(db, REFUSAL).get({ kind, accountId, hash: address && addressHash(db, address) })?.id;
}

const REFUSAL = 'select id from mail_refusals where kind = @kind and (account_id = @accountId or address_hash = @hash)';

/** What is kept of an address that has no account. */
export const addressHash = (db: Db, address: string): string => keyedHash(db, `mail ${plain(address)}`);

export function addressOf(db: Db, accountId: number): string | null {
  return statement<{ email: string }>(db, 'select email from accounts where id = ?').get(accountId)?.email ?? null;
}

/** What the link at the foot of an e-mail carries: who it was for, and which kind it was. Nothing for what always comes. */
export function unsubscribeKey(db: Db, mail: AboutMail): string | undefined {
  const kind = kindOf(mail);
  if (kind === 'always') return undefined;
  return seal(db, JSON.stringify({ kind, ...readerOf(db, mail.to) } satisfies Unsubscribing)).toString('base64url');
}

export type Unsubscribing = Reader & { kind: MailKind };

/** What a key stands for. It is sealed with the portal's own key: one that was made up, or changed, stands for nothing. */
export function readUnsubscribeKey(db: Db, key: string): Unsubscribing | undefined {
  try {
    return JSON.parse(unseal(db, Buffer.from(key, 'base64url'))) as Unsubscribing;
  } catch {
    return undefined;
  }
}

const plain = (address: string): string => address.trim().toLowerCase();
