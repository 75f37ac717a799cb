import type { Db } from '#db/open.ts';
import { MAIL_KINDS } from '#db/schema/mail-refusals.ts';
import type { MailKind } from '#mail/mails.ts';
import { addressOf, type Reader, readUnsubscribeKey, refusalOf } from '#mail/refusals.ts';

/** The kinds of e-mail that an account wants. */
export function wantedKinds(db: Db, accountId: number): MailKind[] {
  return MAIL_KINDS.filter((kind) => refusalOf(db, { accountId }, kind) === undefined);
}

/** What a link at the foot of an e-mail is about, and how it stands. */
export interface WayOut {
  kind: MailKind;
  wanted: boolean;
}

/** Nothing for a key that is none of ours, or whose account is gone. */
export function findWayOut(db: Db, key: string): (WayOut & { reader: Reader }) | undefined {
  const read = readUnsubscribeKey(db, key);
  if (!read || ('accountId' in read && addressOf(db, read.accountId) === null)) return undefined;
  const { kind, ...reader } = read;
  return { kind, reader, wanted: refusalOf(db, reader, kind) === undefined };
}
