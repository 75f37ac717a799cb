import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { findSlotByKey } from '#domain/slots/member-queries.ts';
import { addDays, today } from '#domain/time.ts';
import type { Mail } from '#mail/mails.ts';
import { takeMail } from '#mail/outbox.ts';
import { render } from '#mail/render.ts';
import { sendReminders } from '../../../scripts/serve/reminders.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf } from '../../fixtures/people.ts';

let db: Db;

beforeEach(() => {
  db = smallDirectory();
  for (const name of ['lone', 'birgit'] as const) accountOf(db, name);
  db.$client.prepare(`update accounts set locale = 'en' where email like 'birgit%'`).run();
});

/** Everything that waits in the outbox. */
function mails(): Mail[] {
  const found: Mail[] = [];
  for (let taken = takeMail(db); taken; taken = takeMail(db)) found.push(taken.read());
  return found;
}

test('everybody who looks after the organisation hears of it in their language, with a key of their own', () => {
  const day = addDays(today(), 76);
  expect(sendReminders(db, day)).toBeGreaterThan(0);
  expect(sendReminders(db, day)).toBe(0);
  const sent = mails().filter((mail) => mail.name === 'slot-expires');
  expect(sent.map((mail) => [mail.to, mail.locale])).toEqual([
    ['lone@personer.example', 'da'],
    ['birgit@personer.example', 'en'],
  ]);
  const keys = sent.map((mail) => new URL(mail.values.path, 'http://x').searchParams.get('noegle') ?? '');
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) expect(findSlotByKey(db, key)?.input.title).toBe('Hjælper i drivhuset');
  const english = sent[1] && render(sent[1], 'https://plads.example');
  expect(english?.subject).toMatch(/^“Hjælper i drivhuset” is open until \d+ \w+ \d{4}$/);
  expect(english?.text).toContain('https://plads.example/en/plads?noegle=');
});

test('a promise is reminded of with the way to where it is dealt with', () => {
  db.$client.prepare('update commitments set review_on = ?').run(addDays(today(), 30));
  db.$client.prepare('update commitments set made_on = ?').run(addDays(today(), -90));
  sendReminders(db);
  const sent = mails().filter((mail) => mail.name === 'commitment-review');
  expect(sent.length).toBeGreaterThan(0);
  expect(sent[0]?.values).toMatchObject({ path: '/medlem/hvalsoe-groent/loefter' });
});

test('nobody is written to who may not sign in, or who looks after nothing', () => {
  db.$client.prepare(`update accounts set state = 'suspended'`).run();
  sendReminders(db, addDays(today(), 76));
  expect(mails()).toEqual([]);
});
