import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { askToDeleteOrganisation } from '#domain/deletions/commands.ts';
import { fillPositions, pauseSlot } from '#domain/slots/commands.ts';
import { draftSlot } from '#domain/slots/draft-commands.ts';
import { addDays, today } from '#domain/time.ts';
import { JUDGES } from '#domain/visibility/judges.ts';
import { visibilityOf } from '#domain/visibility/queries.ts';
import { isTextKey } from '#i18n/index.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { sayWilling } from '../../fixtures/host.ts';
import { accountOf, idOf, viewerOf } from '../../fixtures/people.ts';

let db: Db;
let hvalsoeGroent: number;
let slot: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = idOf(db, 'organisations', 'Hvalsø Grønt');
  slot = db.$client.prepare(`select id from slots where slug = 'hjaelper-i-drivhuset'`).pluck().get() as number;
  for (const name of ['lone', 'jens', 'yrsa'] as const) accountOf(db, name);
});

const seen = () => visibilityOf(db, viewerOf(db, 'lone'), hvalsoeGroent);
const hidden = () => seen()?.hindrances.map(({ what, count, mend }) => `${what} ${count} ${mend}`);

test('an organisation that has everything in place is hidden by nothing', () => {
  expect(hidden()).toEqual([]);
  expect(seen()).toMatchObject({ openSlots: 1, town: 'Hvalsø', leavesAt: null, networks: [{}, {}], foundBy: [] });
});

test('what hides a part of it is named, with where to mend it', () => {
  draftSlot(db, viewerOf(db, 'lone'), hvalsoeGroent);
  expect(hidden()).toEqual(['drafts 1 pladser']);
  pauseSlot(db, 'test', slot);
  expect(hidden()).toEqual(['paused 1 pladser', 'drafts 1 pladser', 'nothing-open 1 pladser']);
  sayWilling(db, hvalsoeGroent, { hoursMin: 2, hoursMax: 10 });
  db.$client.exec('delete from slot_drafts');
  expect(hidden()).toEqual(['paused 1 pladser']);
  db.$client.exec(`update slots set state = 'open', expires_on = '${addDays(today(), -3)}' where id = ${slot}`);
  expect(hidden()).toEqual(['expired 1 pladser']);
  db.$client.exec(`update slots set expires_on = '${addDays(today(), 30)}' where id = ${slot}`);
  fillPositions(db, 'test', slot, 3);
  expect(hidden()).toEqual(['full 1 pladser']);
});

test('a missing place, few words and no contact hide it too', () => {
  db.$client.exec(`delete from workplaces where organisation_id = ${hvalsoeGroent};
    delete from contacts where organisation_id = ${hvalsoeGroent};
    update organisations set description = 'Kort', email = null, phone = null where id = ${hvalsoeGroent}`);
  expect(hidden()).toEqual(['place 1 profil', 'short 1 profil', 'no-contact 1 profil']);
});

test('while it waits to be deleted nobody sees it at all', () => {
  const lone = viewerOf(db, 'lone');
  askToDeleteOrganisation(db, lone, hvalsoeGroent, 'Hvalsø Grønt');
  expect(seen()?.hindrances[0]).toEqual({ what: 'leaving', count: 1, mend: 'slet', whole: true });
  expect(seen()?.openSlots).toBe(0);
});

test('only its own people are told', () => {
  for (const name of ['jens', 'yrsa'] as const)
    expect(visibilityOf(db, viewerOf(db, name, { secondFactor: true }), hvalsoeGroent), name).toBeUndefined();
});

test('whatever a judge says has words', () => {
  const facts = {
    ...(seen() as NonNullable<ReturnType<typeof seen>>),
    openSlots: 0,
    drafts: 2,
    waitingEnquiries: 2,
    pausedSlots: 2,
    fullSlots: 2,
    expiredSlots: 2,
    descriptionLength: 0,
    hasPlace: false,
    hasContact: false,
    isWilling: false,
    leavesAt: '2026-12-31',
  };
  const found = JUDGES.flatMap((judge) => judge(facts) ?? []);
  expect(found).toHaveLength(JUDGES.length);
  for (const { what } of found)
    for (const key of [`visibility.hides.${what}`, `visibility.hides.${what}.mend`])
      expect(isTextKey(key), key).toBe(true);
});
