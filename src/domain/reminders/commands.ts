import { type Db, inTransaction } from '#db/open.ts';
import { reminders } from '#db/schema/reminders.ts';
import { timestamp, today } from '#domain/time.ts';
import { dueReminders, type Reminder } from './queries.ts';

/**
 * Hands over every reminder that is due, each once and for all: it is written down in the same transaction in which
 * `queue` puts its e-mail into the outbox, so that neither can be without the other. Returns how many.
 */
export function queueReminders(db: Db, queue: (reminder: Reminder) => void, day = today()): number {
  return inTransaction(db, () => {
    const due = dueReminders(db, day);
    for (const reminder of due) {
      const { kind, nounId, dueOn, daysBefore } = reminder;
      db.insert(reminders).values({ kind, nounId, dueOn, daysBefore, queuedAt: timestamp() }).run();
      queue(reminder);
    }
    return due.length;
  });
}
