import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { queueReminders } from '#domain/reminders/commands.ts';
import { type Reminded, type Reminder, remindedOf } from '#domain/reminders/queries.ts';
import { makeSlotKey } from '#domain/slots/commands.ts';
import { addDays, timestamp } from '#domain/time.ts';
import { formatDay } from '#i18n/index.ts';
import { memberPath } from '#lib/member-page.ts';
import { slotKeyPath } from '#lib/slot-pages.ts';
import { queueMail } from '#mail/outbox.ts';

/** The key of an e-mail works a while longer than the slot, so that it can still be renewed. */
const KEY_DAYS_AFTER = 30;

/**
 * Puts the e-mails of all reminders that are due into the outbox. Any process may do so at any time: each reminder is
 * written down together with its e-mails, in a transaction that others wait for.
 *
 * @returns how many reminders went out
 */
export function sendReminders(db: Db, day?: string): number {
  return queueReminders(
    db,
    (reminder) => {
      for (const reader of remindedOf(db, reminder.organisationId)) WRITE[reminder.kind](db, reminder, reader);
    },
    day,
  );
}

const WRITE: Record<Reminder['kind'], (db: Db, reminder: Reminder, reader: Reminded) => void> = {
  'slot-expires'(db, { nounId, subject, dueOn, daysBefore }, { email, locale }) {
    // A key for each reader: what one passes on does not run out with another's.
    const path = slotKeyPath(makeSlotKey(db, nounId, daysBefore + KEY_DAYS_AFTER));
    const values = { title: subject, day: formatDay(locale, dueOn), path };
    queueMail(db, { to: email, locale, name: 'slot-expires', values }, lastUse(dueOn));
  },
  'commitment-review'(db, { organisationId, subject, dueOn }, { email, locale }) {
    const { slug } = statement<{ slug: string }>(db, SLUG).get(organisationId) ?? { slug: '' };
    const values = { statement: subject, day: formatDay(locale, dueOn), path: memberPath(slug, 'loefter') };
    queueMail(db, { to: email, locale, name: 'commitment-review', values }, lastUse(dueOn));
  },
};

/** An e-mail that could not leave for so long need not arrive any more. */
const lastUse = (dueOn: string): string => timestamp(new Date(addDays(dueOn, KEY_DAYS_AFTER)));

const SLUG = 'select slug from organisations where id = ?';
