import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { queueReminders } from '#domain/reminders/commands.ts';
import { dueReminders, type Reminder } from '#domain/reminders/queries.ts';
import { distanceDue } from '#domain/reminders/rules.ts';
import { renewSlot } from '#domain/slots/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { organisationId } from '../../fixtures/viewers.ts';

let db: Db;
let greenhouse: number;

beforeEach(() => {
  db = smallDirectory();
  greenhouse = db.$client.prepare(`select id from slots where title = 'Hjælper i drivhuset'`).pluck().get() as number;
});

const slots = (day: string) =>
  dueReminders(db, day).filter((one) => one.nounId === greenhouse && one.kind === 'slot-expires');

test.each([
  [15, undefined],
  [14, 14],
  [4, 14],
  [3, 3],
  [0, 3],
  [-1, undefined],
])('%s days before a slot runs out, the reminder of %s days is due', (left, expected) => {
  const dueOn = '2026-12-31';
  expect(distanceDue('slot-expires', { dueOn, setOn: '2026-10-01', today: addDays(dueOn, -left) })).toBe(expected);
});

test.each([
  [31, undefined],
  [30, 30],
  [8, 30],
  [7, 7],
])('%s days before a promise is reviewed, the reminder of %s days is due', (left, expected) => {
  const dueOn = '2026-12-31';
  expect(distanceDue('commitment-review', { dueOn, setOn: '2026-01-01', today: addDays(dueOn, -left) })).toBe(expected);
});

test('nobody is reminded of a day that was chosen a moment ago', () => {
  const set = { dueOn: '2026-12-31', setOn: '2026-12-20' };
  expect(distanceDue('slot-expires', { ...set, today: '2026-12-21' })).toBeUndefined();
  expect(distanceDue('slot-expires', { ...set, today: '2026-12-28' })).toBe(3);
});

test('each reminder goes out once, and again for a new last day', () => {
  const day = addDays(today(), 80);
  const sent: Reminder[] = [];
  queueReminders(db, (reminder) => sent.push(reminder), day);
  expect(sent).toContainEqual({
    kind: 'slot-expires',
    nounId: greenhouse,
    organisationId: organisationId(db, 'Hvalsø Grønt'),
    subject: 'Hjælper i drivhuset',
    dueOn: addDays(today(), 90),
    daysBefore: 14,
  });
  expect(queueReminders(db, () => {}, day)).toBe(0);
  expect(slots(addDays(today(), 87))).toMatchObject([{ daysBefore: 3 }]);

  renewSlot(db, 'test', greenhouse, addDays(today(), 120));
  expect(slots(addDays(today(), 87))).toEqual([]);
  expect(slots(addDays(today(), 110))).toMatchObject([{ daysBefore: 14 }]);
});

test('what cannot be put into the outbox is not written down as sent', () => {
  const day = addDays(today(), 80);
  const fail = () => {
    throw new Error('no outbox');
  };
  expect(() => queueReminders(db, fail, day)).toThrow('no outbox');
  expect(slots(day)).toHaveLength(1);
});

test('full and closed slots need no reminder, nor do promises that are settled', () => {
  db.$client.prepare('update slots set filled = positions').run();
  db.$client.prepare(`update commitments set state = 'withdrawn'`).run();
  expect(dueReminders(db, addDays(today(), 88))).toEqual([]);
});
