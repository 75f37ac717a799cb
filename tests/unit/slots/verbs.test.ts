import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import {
  changeSlot,
  closeExpiredSlots,
  closeSlot,
  fillPositions,
  makeSlotKey,
  pauseSlot,
  renewSlot,
  resumeSlot,
} from '#domain/slots/commands.ts';
import { discardDraft, draftSlot, duplicateSlot, publishSlot, saveDraft } from '#domain/slots/draft-commands.ts';
import {
  draftsForMember,
  findDraftForMember,
  findSlotByKey,
  findSlotForMember,
  type MemberSlot,
  slotsForMember,
  slotTemplatesOf,
} from '#domain/slots/member-queries.ts';
import { findSlot, openSlotsOf } from '#domain/slots/queries.ts';
import type { SlotDraft } from '#domain/slots/schema.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { lastEvent, organisationId, ownerOf } from '../../fixtures/viewers.ts';

let db: Db;
let hvalsoeGroent: number;
let lone: Viewer;
let stranger: Viewer;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = organisationId(db, 'Hvalsø Grønt');
  lone = ownerOf(db, 7, 'Hvalsø Grønt');
  stranger = ownerOf(db, 8, 'Bogladen i Roskilde');
});

const WHOLE: SlotDraft = {
  title: 'Pakker i gårdbutikken',
  scheme: 'smaajob',
  tasks: 'Du pakker grøntsager og fylder op i butikken.',
  hoursMin: 2,
  hoursMax: 6,
  expiresOn: addDays(today(), 60),
};

function greenhouse(): MemberSlot {
  const [slot] = slotsForMember(db, lone, hvalsoeGroent);
  if (!slot) throw new Error('no slot');
  return slot;
}

const isFound = (id: number) =>
  db.$client.prepare(`select document from search_documents where kind = 'slots' and entity_id = ?`).pluck().get(id) !==
  null;

test('a draft grows step by step, and is nobody else’s to see', () => {
  const id = draftSlot(db, lone, hvalsoeGroent);
  expect(lastEvent(db)).toMatchObject({ actor: 'account:7', verb: 'draftSlot', noun: 'slot-draft', noun_id: id });
  expect(saveDraft(db, lone, id, 1, { title: WHOLE.title, scheme: 'smaajob' })).toBe(2);
  expect(saveDraft(db, lone, id, 2, { hoursMin: 2 })).toBe(3);
  expect(findDraftForMember(db, lone, id)?.data).toEqual({ title: WHOLE.title, scheme: 'smaajob', hoursMin: 2 });
  expect(findDraftForMember(db, stranger, id)).toBeUndefined();
  expect(draftsForMember(db, stranger, hvalsoeGroent)).toEqual([]);
  expect(openSlotsOf(db, hvalsoeGroent)).toHaveLength(1);
  expect(() => saveDraft(db, stranger, id, 3, { hoursMin: 3 })).toThrow(NotFound);
});

test('who saves an older edition of a draft is told, and nothing is lost', () => {
  const id = draftSlot(db, lone, hvalsoeGroent, { data: { title: 'Første' } });
  saveDraft(db, lone, id, 1, { title: 'Anden' });
  expect(() => saveDraft(db, lone, id, 1, { title: 'Tredje' })).toThrow(new Conflict('changed-meanwhile'));
  expect(findDraftForMember(db, lone, id)?.data.title).toBe('Anden');
});

test('a draft keeps nothing about citizens, not even for a while', () => {
  const id = draftSlot(db, lone, hvalsoeGroent);
  expect(problemsOf(() => saveDraft(db, lone, id, 1, { tasks: 'Ring til 010203-0000' }))).toEqual({
    tasks: 'cpr-number',
  });
  expect(problemsOf(() => saveDraft(db, lone, id, 1, { tasks: 'Kun for sygemeldte' }))).toEqual({
    tasks: 'names-a-group',
  });
  expect(findDraftForMember(db, lone, id)?.data).toEqual({});
});

test('only a whole draft is published, and every gap is named', () => {
  const id = draftSlot(db, lone, hvalsoeGroent, { data: { title: 'Pakker' } });
  expect(problemsOf(() => publishSlot(db, lone, id, 1))).toEqual({
    scheme: 'missing',
    tasks: 'missing',
    hoursMin: 'missing',
    hoursMax: 'missing',
    expiresOn: 'missing',
  });
  saveDraft(db, lone, id, 1, {
    ...WHOLE,
    hoursMin: 8,
    support: ['ukendt'],
    workplaceId: 99_999,
    scheme: 'nytteindsats',
  });
  expect(problemsOf(() => publishSlot(db, lone, id, 2))).toEqual({
    hoursMax: 'hours-order',
    support: 'unknown-support',
    workplaceId: 'unknown-workplace',
    scheme: 'not-for-this-host',
  });
  saveDraft(db, lone, id, 2, { ...WHOLE, support: [], workplaceId: null, expiresOn: addDays(today(), -1) });
  expect(problemsOf(() => publishSlot(db, lone, id, 3))).toEqual({ expiresOn: 'expiry-past' });
  saveDraft(db, lone, id, 3, { expiresOn: addDays(today(), 366) });
  expect(problemsOf(() => publishSlot(db, lone, id, 4))).toEqual({ expiresOn: 'expiry-far' });
  expect(slotsForMember(db, lone, hvalsoeGroent)).toHaveLength(1);
});

test('publishing opens the slot at once, and the draft is gone', () => {
  const draft = draftSlot(db, lone, hvalsoeGroent, { data: WHOLE });
  expect(() => publishSlot(db, stranger, draft, 1)).toThrow(NotFound);
  const id = publishSlot(db, lone, draft, 1);
  expect(findSlot(db, 'pakker-i-gaardbutikken')).toMatchObject({
    status: 'open',
    open: true,
    positions: 1,
    support: [],
  });
  expect(isFound(id)).toBe(true);
  expect(lastEvent(db)).toMatchObject({ actor: 'account:7', verb: 'openSlot', noun: 'slot', noun_id: id });
  expect(draftsForMember(db, lone, hvalsoeGroent)).toEqual([]);
});

test('a draft begins from a template of its scheme', () => {
  const [template] = slotTemplatesOf(db, ['smaajob']);
  const id = draftSlot(db, lone, hvalsoeGroent, { templateId: template?.id ?? '' });
  const draft = findDraftForMember(db, lone, id);
  expect(draft).toMatchObject({ templateId: template?.id, data: template?.data });
  saveDraft(db, lone, id, 1, { expiresOn: addDays(today(), 30) });
  expect(() => publishSlot(db, lone, id, 2)).not.toThrow();
  expect(problemsOf(() => draftSlot(db, lone, hvalsoeGroent, { templateId: 'ukendt' }))).toEqual({
    templateId: 'unknown-template',
  });
});

test('every template can be published by some host once it has a last day', () => {
  const all = slotTemplatesOf(db, db.$client.prepare('select id from schemes').pluck().all() as string[]);
  expect(all.length).toBeGreaterThan(5);
  const hosts = [lone, ownerOf(db, 9, 'Køkkenet på Åsen')];
  for (const template of all) {
    const published = hosts.filter((host) => {
      const organisation = host.memberOf[0]?.organisationId ?? 0;
      const id = draftSlot(db, host, organisation, {
        templateId: template.id,
        data: { expiresOn: addDays(today(), 9) },
      });
      try {
        return publishSlot(db, host, id, 1) > 0;
      } catch (error) {
        expect((error as Invalid).problems, template.id).toEqual({ scheme: 'not-for-this-host' });
        return false;
      }
    });
    expect(published.length, template.id).toBeGreaterThan(0);
  }
});

test('a slot is changed whole, and a stale change is refused', () => {
  const slot = greenhouse();
  changeSlot(db, lone, slot.id, slot.edition, {
    ...slot.input,
    title: 'Hjælper på marken',
    support: ['outdoors'],
    ladder: [],
  });
  const changed = greenhouse();
  expect(changed.input).toMatchObject({ title: 'Hjælper på marken', support: ['outdoors'], ladder: [] });
  expect(changed.slug).toBe(slot.slug);
  expect(() => changeSlot(db, lone, slot.id, slot.edition, slot.input)).toThrow(new Conflict('changed-meanwhile'));
  expect(() => changeSlot(db, stranger, slot.id, changed.edition, slot.input)).toThrow(NotFound);
  expect(problemsOf(() => changeSlot(db, lone, slot.id, changed.edition, { ...slot.input, filled: 4 }))).toEqual({
    filled: 'positions-range',
  });
});

test('a paused slot is out of the lists, and comes back', () => {
  const { id, slug } = greenhouse();
  pauseSlot(db, lone, id);
  expect(findSlot(db, slug)).toMatchObject({ status: 'paused', open: false });
  expect(isFound(id)).toBe(false);
  expect(() => pauseSlot(db, lone, id)).toThrow(new Conflict('slot-not-open'));
  resumeSlot(db, lone, id);
  expect(findSlot(db, slug)?.status).toBe('open');
  expect(isFound(id)).toBe(true);
  expect(() => resumeSlot(db, lone, id)).toThrow(new Conflict('slot-not-paused'));
});

test('a closed slot stays closed, but its page can still be found', () => {
  const { id, slug } = greenhouse();
  closeSlot(db, lone, id);
  closeSlot(db, lone, id);
  expect(findSlot(db, slug)).toMatchObject({ status: 'closed', open: false });
  expect(isFound(id)).toBe(false);
  expect(() => renewSlot(db, lone, id)).toThrow(new Conflict('slot-closed'));
  expect(() => fillPositions(db, lone, id, 1)).toThrow(new Conflict('slot-closed'));
  expect(() => resumeSlot(db, lone, id)).toThrow(Conflict);
});

test('a slot that ran out is closed by the worker and can be renewed for a while', () => {
  const { id, slug } = greenhouse();
  expire(id, -1);
  expect(closeExpiredSlots(db)).toBe(1);
  expect(closeExpiredSlots(db)).toBe(0);
  expect(findSlot(db, slug)?.status).toBe('expired');
  expect(lastEvent(db)).toMatchObject({ actor: 'system', verb: 'closeSlot' });
  renewSlot(db, lone, id);
  expect(findSlot(db, slug)).toMatchObject({ status: 'open', expiresOn: addDays(today(), 90) });
  expire(id, -61);
  closeExpiredSlots(db);
  expect(() => renewSlot(db, lone, id)).toThrow(new Conflict('slot-too-old'));
});

test('positions are filled one by one, and a full slot leaves the lists', () => {
  const { id, slug } = greenhouse();
  fillPositions(db, lone, id, 2);
  expect(findSlot(db, slug)).toMatchObject({ status: 'open', filled: 2 });
  fillPositions(db, lone, id, 3);
  expect(findSlot(db, slug)).toMatchObject({ status: 'full', open: false });
  expect(isFound(id)).toBe(false);
  for (const wrong of [4, -1, 0.5])
    expect(problemsOf(() => fillPositions(db, lone, id, wrong))).toEqual({ filled: 'positions-range' });
  fillPositions(db, lone, id, 0);
  expect(isFound(id)).toBe(true);
});

test('a copy begins as a draft without the days and people of the first', () => {
  const slot = greenhouse();
  const draft = findDraftForMember(db, lone, duplicateSlot(db, lone, slot.id));
  expect(draft?.data).toMatchObject({ title: slot.input.title, ladder: slot.input.ladder });
  expect(draft?.data.expiresOn).toBe(addDays(today(), 90));
  expect(draft?.data).not.toHaveProperty('filled');
  expect(draft?.duplicateOf).toBe(slot.id);
  expect(() => duplicateSlot(db, stranger, slot.id)).toThrow(NotFound);
  discardDraft(db, lone, draft?.id ?? 0);
  expect(draftsForMember(db, lone, hvalsoeGroent)).toEqual([]);
});

test('no verb touches a slot of somebody else’s', () => {
  const { id } = greenhouse();
  expect(findSlotForMember(db, stranger, id)).toBeUndefined();
  for (const verb of [pauseSlot, resumeSlot, closeSlot, renewSlot])
    expect(() => verb(db, stranger, id)).toThrow(NotFound);
  expect(() => fillPositions(db, stranger, id, 1)).toThrow(NotFound);
  expect(() => draftSlot(db, stranger, hvalsoeGroent)).toThrow(NotFound);
  expect(greenhouse().edition).toBe(1);
});

test('the key of a link opens one slot, for a time, and only its hash is kept', () => {
  const { id } = greenhouse();
  const key = makeSlotKey(db, id, 14);
  expect(findSlotByKey(db, key)?.id).toBe(id);
  expect(findSlotByKey(db, `${key}x`)).toBeUndefined();
  expect(JSON.stringify(db.$client.prepare('select * from slot_keys').all())).not.toContain(key);
  expect(findSlotByKey(db, makeSlotKey(db, id, -1))).toBeUndefined();
});

function expire(id: number, days: number): void {
  db.$client.prepare('update slots set expires_on = ? where id = ?').run(addDays(today(), days), id);
}

function problemsOf(work: () => unknown): Record<string, string> {
  try {
    work();
  } catch (error) {
    if (error instanceof Invalid) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}
