import type { Db } from '#db/open.ts';
import { seal, unseal } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { timestamp } from '#domain/time.ts';
import type { Mail } from './mails.ts';
import { isRefused } from './refusals.ts';

/** How long one e-mail may take to be handed over before another process tries. */
const LEASE_MS = 120_000;
/** Pauses before the second, third … attempt, in minutes; after the last the e-mail is set aside. */
const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1440];
export const KEEP_SET_ASIDE_DAYS = 30;

/**
 * Puts an e-mail into the outbox, in the transaction of the verb that asks for it: it leaves once that is committed,
 * and not at all where it is not, or where its reader does not want that kind.
 *
 * @param useUntil when it is of no use any more (a link that has run out), as a point in time
 */
export function queueMail(db: Db, mail: Mail, useUntil: string | null = null): void {
  if (isRefused(db, mail)) return;
  const now = timestamp();
  statement(db, 'insert into mails (sealed, queued_at, due_at, use_until) values (?, ?, ?, ?)').run(
    seal(db, JSON.stringify(mail)),
    now,
    now,
    useUntil,
  );
}

export interface TakenMail {
  id: number;
  /** @throws where the key is another than the one it was sealed with */
  read: () => Mail;
}

/** The next e-mail that is due, for this process alone to send. Those that are of no use any more are dropped. */
export function takeMail(db: Db, now = new Date()): TakenMail | undefined {
  statement(db, 'delete from mails where use_until < ? or set_aside_at < ?').run(
    timestamp(now),
    timestamp(new Date(now.getTime() - KEEP_SET_ASIDE_DAYS * 86_400_000)),
  );
  const row = statement<{ id: number; sealed: Buffer }>(db, TAKE).get({
    now: timestamp(now),
    leasedUntil: timestamp(new Date(now.getTime() + LEASE_MS)),
  });
  return row && { id: row.id, read: () => JSON.parse(unseal(db, row.sealed)) as Mail };
}

/** One statement, so that of two processes only one gets it. */
const TAKE = `
  update mails set leased_until = @leasedUntil, attempts = attempts + 1 where id = (
    select id from mails
    where set_aside_at is null and due_at <= @now and (leased_until is null or leased_until < @now)
    order by due_at, id limit 1)
  returning id, sealed`;

/** It has been handed over: nothing of it is kept. */
export function forgetMail(db: Db, id: number): void {
  statement(db, 'delete from mails where id = ?').run(id);
}

/** Takes away what waits for one of these addresses, or names one of these people or organisations. */
export function forgetMailsAbout(db: Db, texts: string[]): void {
  const rows = statement<{ id: number; sealed: Buffer }>(db, 'select id, sealed from mails').all();
  for (const { id, sealed } of rows) if (holds(db, sealed, texts)) forgetMail(db, id);
}

/** What can no longer be read names nobody. */
function holds(db: Db, sealed: Buffer, texts: string[]): boolean {
  try {
    const { to, values } = JSON.parse(unseal(db, sealed)) as Mail;
    return [to, ...wordsIn(values)].some((text) => texts.includes(text));
  } catch {
    return false;
  }
}

/** Every text that stands somewhere in the values of an e-mail. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [String(value)];

/**
 * It could not be handed over. It is tried again after growing pauses, and set aside after the last of them, or at
 * once where the server will never take it.
 *
 * @returns whether it was set aside
 */
export function postponeMail(db: Db, id: number, failure: string, isFinal: boolean, now = new Date()): boolean {
  const row = statement<{ attempts: number }>(db, 'select attempts from mails where id = ?').get(id);
  const pause = RETRY_MINUTES[(row?.attempts ?? 1) - 1];
  const setAside = isFinal || pause === undefined;
  statement(db, 'update mails set leased_until = null, failure = ?, due_at = ?, set_aside_at = ? where id = ?').run(
    failure,
    timestamp(new Date(now.getTime() + (pause ?? 0) * 60_000)),
    setAside ? timestamp(now) : null,
    id,
  );
  return setAside;
}

export function countMails(db: Db): { waiting: number; setAside: number } {
  const row = statement<{ waiting: number; setAside: number }>(
    db,
    'select count(*) - count(set_aside_at) as waiting, count(set_aside_at) as setAside from mails',
  ).get();
  return row ?? { waiting: 0, setAside: 0 };
}
