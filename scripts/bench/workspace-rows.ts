import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { addDays, today } from '#domain/time.ts';
import { type Random, randomFrom, zipfRank } from './random.ts';

const ENQUIRIES = 10_000;
const APPROACHES = 10_000;
/** How far back they go. */
const DAYS = 540;
/** Of all organisations: their slots are full, and most of them say that they can still be asked. */
const FULL_SHARE = 0.3;
const WILLING_SHARE = 0.7;

/** What a corpus has not got: enquiries, talks, and organisations that are willing without an open slot. */
export function writeContacts(db: Db, viewer: Pick<Viewer, 'id' | 'name' | 'email'>, seed = 5): void {
  const random = randomFrom(seed);
  const highest = db.$client.prepare('select max(id) from organisations').pluck().get() as number;
  const prepare = (text: string) => db.$client.prepare(text);
  prepare(
    `insert or ignore into accounts (id, email, name, locale, state, created_at) values (?, ?, ?, 'da', 'active', '')`,
  ).run(viewer.id, viewer.email, viewer.name);
  const fill = prepare('update slots set filled = positions where organisation_id = ?');
  const will = prepare(
    'update organisations set willing_since = ?, willing_hours_min = ?, willing_hours_max = ? where id = ?',
  );
  for (let id = 1; id <= highest; id++) {
    if (random.next() >= FULL_SHARE) continue;
    fill.run(id);
    if (random.next() < WILLING_SHARE) will.run(dayBefore(random), 2 + random.below(6), 10 + random.below(27), id);
  }
  // A few are asked much more often than others.
  const organisation = () => 1 + zipfRank(random, highest);
  const send = prepare(`
    insert into enquiries (organisation_id, asker, account_id, state, sent_on, sent_at, answered_at, changed_at, looked_at)
    values (?, 'job-centre', ?, ?, ?, ?, ?, ?, ?)`);
  for (let number = 0; number < ENQUIRIES; number++) {
    const on = dayBefore(random);
    const answered = random.next() < 0.6 ? `${addDays(on, random.below(14))}T12:00:00Z` : null;
    send.run(organisation(), viewer.id, answered ? 'answered' : 'sent', on, `${on}T08:00:00Z`, answered, on, on);
  }
  const log = prepare(`
    insert into approaches (organisation_id, account_id, "on", channel, subject, written_at) values (?, ?, ?, ?, 'slot', '')`);
  for (let number = 0; number < APPROACHES; number++)
    log.run(organisation(), viewer.id, dayBefore(random), random.pick(['phone', 'visit', 'portal']));
}

const dayBefore = (random: Random): string => addDays(today(), -random.below(DAYS));
