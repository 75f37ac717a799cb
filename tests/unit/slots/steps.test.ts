import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { schemeFindings } from '#domain/scheme-check/queries.ts';
import { draftSlot, publishSlot, saveDraft } from '#domain/slots/draft-commands.ts';
import { findSlotOfDraft, slotDefaults } from '#domain/slots/member-queries.ts';
import { previewOf } from '#domain/slots/preview.ts';
import { checkSlot } from '#domain/slots/publishable.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { slotVerbs } from '#domain/slots/rules.ts';
import type { SlotDraft } from '#domain/slots/schema.ts';
import { stepProblems, stepsOf, unfinishedStep } from '#domain/slots/steps.ts';
import { addDays, today } from '#domain/time.ts';
import { answered, fieldsOf, withTyped } from '#lib/slot-fields.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { organisationId, ownerOf } from '../../fixtures/viewers.ts';

let db: Db;
let host: number;

beforeEach(() => {
  db = smallDirectory();
  host = organisationId(db, 'Hvalsø Grønt');
});

const WHOLE: SlotDraft = {
  title: 'Pakker i gårdbutikken',
  scheme: 'virksomhedspraktik',
  tasks: 'Du pakker grøntsager og fylder op i butikken.',
  hoursMin: 2,
  hoursMax: 6,
  expiresOn: addDays(today(), 60),
};

test('a step speaks of its own fields, whatever the others lack', () => {
  expect(stepProblems(db, host, {}, 'work')).toEqual({ title: 'missing', tasks: 'missing' });
  expect(stepProblems(db, host, {}, 'hours')).toEqual({ hoursMin: 'missing', hoursMax: 'missing' });
  expect(stepProblems(db, host, {}, 'place')).toEqual({ expiresOn: 'missing' });
  expect(stepProblems(db, host, {}, 'scheme')).toEqual({ scheme: 'missing' });
  expect(stepProblems(db, host, { scheme: 'nytteindsats' }, 'scheme')).toEqual({ scheme: 'not-for-this-host' });
  expect(stepProblems(db, host, {}, 'support')).toEqual({});
});

test('rules between the fields of a step are looked at while the others are empty', () => {
  const falling = [
    { fromWeek: 0, hours: 5 },
    { fromWeek: 4, hours: 2 },
  ];
  expect(stepProblems(db, host, { hoursMin: 9, hoursMax: 3, ladder: falling }, 'hours')).toEqual({
    hoursMax: 'hours-order',
    ladder: 'ladder-order',
  });
});

test('the first step that lacks something is found, and none of a whole draft', () => {
  expect(unfinishedStep(db, host, {})).toBe('scheme');
  expect(unfinishedStep(db, host, { ...WHOLE, expiresOn: addDays(today(), -1) })).toBe('place');
  expect(unfinishedStep(db, host, WHOLE)).toBeUndefined();
});

test('rules are asked about where the scheme asks something', () => {
  expect(stepsOf(db, host, { scheme: 'smaajob' })).toEqual(['scheme', 'work', 'hours', 'place', 'support']);
  expect(stepsOf(db, host, WHOLE)).toContain('rules');
});

test('a preview is what the page will show', () => {
  const lone = ownerOf(db, 7, 'Hvalsø Grønt');
  const organisation = findOrganisation(db, 'hvalsoe-groent');
  if (!organisation) throw new Error('no organisation');
  const data: SlotDraft = {
    ...WHOLE,
    support: ['mentor', 'outdoors'],
    ladder: [
      { fromWeek: 0, hours: 2 },
      { fromWeek: 8, hours: 6 },
    ],
  };
  const preview = previewOf(organisation, checkSlot(db, host, data));
  publishSlot(db, lone, draftSlot(db, lone, host, { data }), 1);
  const { id, publishedAt, ...shown } = findSlot(db, preview.slug) ?? ({} as never);
  expect({ ...preview, support: preview.support.toSorted() }).toEqual({
    ...shown,
    id: 0,
    publishedAt: null,
    support: shown.support.toSorted(),
  });
});

test('a draft that is saved twice alike is saved once, and one that became a slot is led to it', () => {
  const lone = ownerOf(db, 7, 'Hvalsø Grønt');
  const stranger = ownerOf(db, 8, 'Bogladen i Roskilde');
  const draft = draftSlot(db, lone, host, { data: WHOLE });
  expect(saveDraft(db, lone, draft, 1, { title: 'Ny' })).toBe(2);
  expect(saveDraft(db, lone, draft, 1, { title: 'Ny' })).toBe(2);
  expect(saveDraft(db, lone, draft, 2, { title: undefined })).toBe(3);
  saveDraft(db, lone, draft, 3, { title: WHOLE.title });
  expect(findSlotOfDraft(db, lone, draft)).toBeUndefined();
  const slot = publishSlot(db, lone, draft, 4);
  expect(findSlotOfDraft(db, lone, draft)?.id).toBe(slot);
  expect(findSlotOfDraft(db, stranger, draft)).toBeUndefined();
});

test('a new slot begins with a last day and the first contact person', () => {
  expect(slotDefaults(db, host)).toEqual({ expiresOn: addDays(today(), 90), contactName: 'Birgit Holm' });
  expect(slotDefaults(db, organisationId(db, 'Bogladen i Roskilde'))).toEqual({ expiresOn: addDays(today(), 90) });
});

test.each([
  ['open', 5, ['change', 'pause', 'fill', 'renew', 'close']],
  ['open', 90, ['change', 'pause', 'fill', 'close']],
  ['full', 5, ['fill', 'change', 'pause', 'renew', 'close']],
  ['paused', 5, ['resume', 'change', 'fill', 'renew', 'close']],
  ['expired', -60, ['renew']],
  ['expired', -61, []],
  ['closed', 5, []],
] as const)('what can be done with a slot that is %s and has %i days left', (status, days, verbs) => {
  expect(slotVerbs({ status, expiresOn: addDays(today(), days) })).toEqual(verbs);
});

test('only answers that a rule asks for take the place of what was said before', () => {
  const findings = schemeFindings(db, host, WHOLE);
  const nothing = { ordinaryStaff: null, placements: null, staffLastMonth: null, staffAverage: null };
  const sent = {
    ...nothing,
    publiclyFunded: null,
    purpose: null,
    paidTasks: null,
    unpaidTasks: null,
    youngestAge: null,
  };
  expect(
    answered(
      { staffAverage: 12, ordinaryStaff: 3 },
      { ...sent, ordinaryStaff: 8, staffAverage: 99, confirmed: ['approval', 'opfundet'] },
      findings,
    ),
  ).toEqual({ staffAverage: 12, ordinaryStaff: 8, confirmed: ['approval'] });
});

test('advice follows what is being typed, as far as it can be read', () => {
  const before: SlotDraft = { ...WHOLE, weeks: 4, answers: { ordinaryStaff: 5 } };
  const typed = (query: string) => withTyped(before, new URLSearchParams(query), schemeFindings(db, host, before));
  expect(typed('weeks=30&hoursMax=2,5')).toMatchObject({ weeks: 30, hoursMax: 2.5 });
  expect(typed('weeks=&positions=9')).toMatchObject({ weeks: undefined, positions: 9 });
  expect(typed('weeks=mange&title=x&expiresOn=2020-01-01')).toEqual(before);
  expect(typed('ladder.0.fromWeek=0&ladder.0.hours=2')).toMatchObject({ ladder: [{ fromWeek: 0, hours: 2 }] });
  expect(typed('answers.ordinaryStaff=11&answers.placements=0').answers).toMatchObject({
    ordinaryStaff: 11,
    placements: 0,
  });
});

test('a slot stands in its fields as it would be written', () => {
  const fields = fieldsOf({
    hoursMin: 2.5,
    ladder: [{ fromWeek: 0, hours: 2.5 }],
    answers: { publiclyFunded: false, purpose: 'skills' },
  });
  expect(fields).toMatchObject({
    hoursMin: '2,5',
    'ladder.0.fromWeek': 0,
    'ladder.0.hours': '2,5',
    'answers.publiclyFunded': 'no',
    'answers.purpose': 'skills',
  });
});
