import type { Db } from '#db/open.ts';
import { newToken, tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';
import type { Guest } from './rules.ts';

/** A link in an e-mail opens a thread once, within a month; the browser that opened it may come back for a day. */
const LIFETIME_HOURS = { link: 30 * 24, pass: 24 } as const;

/** One step of a verb: a key to one thread. */
export function insertKey(db: Db, { guestOf, side }: Guest, kind: 'link' | 'pass', now = new Date()): string {
  const token = newToken();
  const expiresAt = timestamp(new Date(now.getTime() + LIFETIME_HOURS[kind] * 3_600_000));
  statement(db, 'insert into enquiry_keys (hash, enquiry_id, side, kind, expires_at) values (?, ?, ?, ?, ?)').run(
    tokenHash(token),
    guestOf,
    side,
    kind,
    expiresAt,
  );
  return token;
}

/** The portal's own path of a link, without its language. Its secret stands where no log writes it down. */
export const linkPath = (token: string): string => `/henvendelse?noegle=${token}`;

/** Whether a link would open. Looking does not use it up: mail scanners open links too. */
export function isLinkUsable(db: Db, token: string): boolean {
  return statement(db, `select 1 from enquiry_keys where ${USABLE}`).get(usableNow(token)) !== undefined;
}

/** Uses a link up. Of two requests at once only one gets it: it is one statement. @returns whom it lets in */
export function useLink(db: Db, token: string): Guest | undefined {
  const text = `update enquiry_keys set used_at = @now where ${USABLE} returning ${GUEST}`;
  return statement<Guest>(db, text).get(usableNow(token));
}

const GUEST = 'enquiry_id as guestOf, side';

const USABLE = "hash = @hash and kind = 'link' and used_at is null and expires_at > @now";
const usableNow = (token: string) => ({ hash: tokenHash(token), now: timestamp() });

/** Whom the pass of a browser lets in, and where. */
export function findGuest(db: Db, pass: string): Guest | undefined {
  const text = `select ${GUEST} from enquiry_keys where hash = ? and kind = 'pass' and expires_at > ?`;
  return statement<Guest>(db, text).get(tokenHash(pass), timestamp());
}

/** Whom a link was for, used up or run out as it may be: whoever holds it may ask for a new one by e-mail. */
export function guestOfLink(db: Db, token: string): Guest | undefined {
  return statement<Guest>(db, `select ${GUEST} from enquiry_keys where hash = ? and kind = 'link'`).get(
    tokenHash(token),
  );
}

/** What has run out long ago: until then a used link may still be asked for anew. */
export function forgetOldKeys(db: Db, now = new Date()): void {
  const month = 30 * 24 * 3_600_000;
  statement(db, 'delete from enquiry_keys where expires_at < ?').run(timestamp(new Date(now.getTime() - month)));
}
