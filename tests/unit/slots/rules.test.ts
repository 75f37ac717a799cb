import { expect, test } from 'vitest';
import { SLOT_STATES, slots } from '#db/schema/slots.ts';
import { closeExpiredSlots } from '#domain/slots/commands.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { IS_OPEN, isOpen, type SlotState } from '#domain/slots/rules.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

const DAY = '2026-11-25';

/** Every state, filled less, just and more than there are positions, and expiring before, on and after the day. */
const GRID: SlotState[] = SLOT_STATES.flatMap((state) =>
  [1, 3].flatMap((positions) =>
    [0, 1, 2, 3, 4].flatMap((filled) =>
      ['2025-12-31', '2026-11-24', '2026-11-25', '2026-11-26', '2027-01-01'].map((expiresOn) => ({
        state,
        positions,
        filled,
        expiresOn,
      })),
    ),
  ),
);

test('the rule and its twin in SQL agree everywhere', () => {
  const db = smallDirectory();
  const bySql = GRID.map((slot, index) => {
    const { id } = db
      .insert(slots)
      .values({
        ...slot,
        slug: `felt-${index}`,
        organisationId: 1,
        schemeId: 'smaajob',
        title: 'Felt',
        tasks: '',
        hoursMin: 1,
        hoursMax: 2,
        leadsToJob: false,
        createdAt: '',
        updatedAt: '',
      })
      .returning({ id: slots.id })
      .get();
    const row = db.$client.prepare(`select 1 from slots where id = @id and ${IS_OPEN}`).get({ id, today: DAY });
    return row !== undefined;
  });
  expect(bySql).toEqual(GRID.map((slot) => isOpen(slot, DAY)));
  expect(bySql.filter(Boolean)).toHaveLength(12);
});

test.each([
  [{}, true],
  [{ expiresOn: DAY }, true],
  [{ expiresOn: '2026-11-24' }, false],
  [{ filled: 2 }, false],
  [{ state: 'paused' }, false],
  [{ state: 'draft' }, false],
  [{ state: 'closed' }, false],
] as [Partial<SlotState>, boolean][])('a slot with %j is open: %s', (changes, open) => {
  expect(isOpen({ state: 'open', positions: 2, filled: 1, expiresOn: '2026-12-31', ...changes }, DAY)).toBe(open);
});

test('a slot closes when its last day has passed, with its event, and no earlier', () => {
  const db = smallDirectory();
  db.$client.exec(`update slots set expires_on = '${today()}' where slug = 'hjaelper-i-drivhuset'`);
  expect(closeExpiredSlots(db)).toBe(0);
  db.$client.exec(`update slots set expires_on = '${addDays(today(), -1)}' where slug = 'hjaelper-i-drivhuset'`);
  expect(closeExpiredSlots(db)).toBe(1);
  expect(closeExpiredSlots(db)).toBe(0);
  expect(findSlot(db, 'hjaelper-i-drivhuset')?.open).toBe(false);
  expect(db.$client.prepare(`select actor, verb from events order by id desc limit 1`).get()).toEqual({
    actor: 'system',
    verb: 'closeSlot',
  });
});
