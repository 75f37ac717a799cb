import { type Db, inTransaction } from '#db/open.ts';
import { MAIL_KINDS } from '#db/schema/mail-refusals.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import type { MailKind } from '#mail/mails.ts';
import { addressHash, addressOf, type Reader } from '#mail/refusals.ts';
import { findWayOut } from './queries.ts';

/** Says which kinds of e-mail the viewer wants; the others stop. */
export function chooseMails(db: Db, viewer: Viewer, wanted: MailKind[]): void {
  inTransaction(db, () => {
    for (const kind of MAIL_KINDS) {
      if (wanted.includes(kind)) want(db, { accountId: viewer.id }, kind);
      else refuse(db, { accountId: viewer.id }, kind);
    }
    recordEvent(db, { actor: actorOf(viewer), verb: 'chooseMails', noun: 'account', nounId: viewer.id });
  });
}

/** Stops the kind of e-mail that the link came with. Once is enough. @throws Conflict `way-out-unknown` */
export function unsubscribe(db: Db, key: string): void {
  byKey(db, key, 'unsubscribe', refuse);
}

/** Takes that back. @throws Conflict `way-out-unknown` */
export function subscribeAgain(db: Db, key: string): void {
  byKey(db, key, 'subscribeAgain', want);
}

function byKey(db: Db, key: string, verb: string, change: (db: Db, reader: Reader, kind: MailKind) => void): void {
  inTransaction(db, () => {
    const found = findWayOut(db, key);
    if (!found) throw new Conflict('way-out-unknown');
    change(db, found.reader, found.kind);
    if (!('accountId' in found.reader)) return;
    const { accountId } = found.reader;
    recordEvent(db, { actor: 'mail-link', verb, noun: 'account', nounId: accountId, detail: { kind: found.kind } });
  });
}

function refuse(db: Db, reader: Reader, kind: MailKind): void {
  statement(
    db,
    `insert into mail_refusals (account_id, address_hash, kind, since) values (@accountId, @hash, @kind, @since)
     on conflict do nothing`,
  ).run({ ...ownRow(db, reader), kind, since: timestamp() });
}

/** An account also takes back what its address said before it had one. */
function want(db: Db, reader: Reader, kind: MailKind): void {
  const { accountId, hash } = ownRow(db, reader);
  const address = accountId === null ? null : addressOf(db, accountId);
  statement(
    db,
    'delete from mail_refusals where kind = @kind and (account_id = @accountId or address_hash in (@hash, @own))',
  ).run({ kind, accountId, hash, own: address && addressHash(db, address) });
}

const ownRow = (db: Db, reader: Reader): { accountId: number | null; hash: string | null } =>
  'accountId' in reader
    ? { accountId: reader.accountId, hash: null }
    : { accountId: null, hash: addressHash(db, reader.address) };
