import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import {
  changeCommitment,
  extendCommitment,
  hideEvidence,
  keepCommitment,
  makeCommitment,
  showEvidence,
  withdrawCommitment,
} from '#domain/commitments/commands.ts';
import { commitmentsOf, findCommitmentForMember, type MemberCommitment } from '#domain/commitments/queries.ts';
import { commitmentInput } from '#domain/commitments/schema.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { lastEvent, organisationId, ownerOf } from '../../fixtures/viewers.ts';

const INPUT = {
  theme: 'nature',
  statement: 'En kilometer hegn med bær',
  measure: 'Vi måler hegnet',
  goals: [15],
  evidenceLabel: null,
  evidenceUrl: null,
  madeOn: today(),
  reviewOn: addDays(today(), 200),
};
const { madeOn: _, ...CHANGE } = INPUT;

let db: Db;
let hvalsoeGroent: number;
let lone: Viewer;
let stranger: Viewer;
let hedge: number;

beforeEach(() => {
  db = smallDirectory();
  hvalsoeGroent = organisationId(db, 'Hvalsø Grønt');
  lone = ownerOf(db, 7, 'Hvalsø Grønt');
  stranger = ownerOf(db, 8, 'Bogladen i Roskilde');
  hedge = makeCommitment(db, lone, hvalsoeGroent, INPUT);
});

const now = (): MemberCommitment => findCommitmentForMember(db, lone, hedge) as MemberCommitment;

test('a promise has at most three main goals, each once', () => {
  const goals = (given: number[]) => commitmentInput.safeParse({ ...INPUT, goals: given }).success;
  expect(goals([8, 10, 15])).toBe(true);
  expect(goals([8, 10, 15, 17])).toBe(false);
  expect(goals([])).toBe(false);
  expect(goals([8, 8])).toBe(false);
});

test('what it said before it was changed stays in the ledger', () => {
  changeCommitment(db, lone, hedge, 1, { ...CHANGE, statement: 'Halvanden kilometer hegn', goals: [13, 15] });
  expect(now()).toMatchObject({ statement: 'Halvanden kilometer hegn', goals: [13, 15], edition: 2 });
  expect(now().history).toMatchObject([
    { on: today(), kind: 'changed', statementBefore: INPUT.statement, measureBefore: INPUT.measure },
  ]);
  expect(lastEvent(db)).toMatchObject({ actor: 'account:7', verb: 'changeCommitment', noun_id: hedge });
  expect(() => changeCommitment(db, lone, hedge, 1, CHANGE)).toThrow(new Conflict('changed-meanwhile'));
});

test('a later review is an extension, which says why', () => {
  const later = addDays(INPUT.reviewOn, 30);
  expect(() => changeCommitment(db, lone, hedge, 1, { ...CHANGE, reviewOn: later })).toThrow(Invalid);
  extendCommitment(db, lone, hedge, { reviewOn: later, reason: 'Planterne kommer først til foråret' });
  expect(now()).toMatchObject({ reviewOn: later, status: 'active' });
  expect(now().history).toMatchObject([
    { kind: 'extended', reviewOnBefore: INPUT.reviewOn, reviewOn: later, reason: 'Planterne kommer først til foråret' },
  ]);
  expect(() => extendCommitment(db, lone, hedge, { reviewOn: later, reason: 'igen' })).toThrow(Invalid);
});

test('a late promise can be given more time, and is then no longer late', () => {
  const late = commitmentsOf(db, hvalsoeGroent).find((one) => one.status === 'late');
  extendCommitment(db, lone, late?.id ?? 0, { reviewOn: addDays(today(), 60), reason: 'To mangler endnu' });
  expect(findCommitmentForMember(db, lone, late?.id ?? 0)).toMatchObject({ status: 'active' });
});

test('kept means shown: a promise without evidence is not kept', () => {
  expect(() => keepCommitment(db, lone, hedge, today())).toThrow(new Invalid({ evidenceUrl: 'evidence-missing' }));
  keepCommitment(db, lone, hedge, today(), {
    evidenceLabel: 'Billeder',
    evidenceUrl: 'https://hvalsoegroent.example/hegn',
  });
  expect(now()).toMatchObject({ status: 'kept', evidence: { label: 'Billeder' } });
});

test('what is settled is history', () => {
  expect(() => withdrawCommitment(db, lone, hedge, today(), '  ')).toThrow(new Invalid({ reason: 'missing' }));
  withdrawCommitment(db, lone, hedge, today(), 'Marken er solgt');
  expect(now()).toMatchObject({ status: 'withdrawn', reason: 'Marken er solgt' });
  const settled = new Conflict('commitment-settled');
  expect(() => changeCommitment(db, lone, hedge, now().edition, CHANGE)).toThrow(settled);
  expect(() => extendCommitment(db, lone, hedge, { reviewOn: addDays(today(), 400), reason: 'x' })).toThrow(settled);
  expect(() => keepCommitment(db, lone, hedge, today())).toThrow(settled);
  expect(() => withdrawCommitment(db, lone, hedge, today(), 'igen')).toThrow(settled);
});

test('nobody else’s promise can be touched, or seen from the inside', () => {
  expect(findCommitmentForMember(db, stranger, hedge)).toBeUndefined();
  expect(() => makeCommitment(db, stranger, hvalsoeGroent, INPUT)).toThrow(NotFound);
  expect(() => changeCommitment(db, stranger, hedge, 1, CHANGE)).toThrow(NotFound);
  expect(() => extendCommitment(db, stranger, hedge, { reviewOn: addDays(today(), 400), reason: 'x' })).toThrow(
    NotFound,
  );
  expect(() => keepCommitment(db, stranger, hedge, today())).toThrow(NotFound);
  expect(() => withdrawCommitment(db, stranger, hedge, today(), 'x')).toThrow(NotFound);
  expect(now().edition).toBe(1);
});

test('a theme that is not there, and a review before the promise, are refused', () => {
  expect(() => makeCommitment(db, lone, hvalsoeGroent, { ...INPUT, theme: 'ukendt' })).toThrow(
    new Invalid({ theme: 'unknown-theme' }),
  );
  expect(() => makeCommitment(db, lone, hvalsoeGroent, { ...INPUT, reviewOn: today() })).toThrow(
    new Invalid({ reviewOn: 'review-past' }),
  );
});

test('the same promise made twice on a day is there once', () => {
  expect(makeCommitment(db, lone, hvalsoeGroent, INPUT)).toBe(hedge);
  expect(makeCommitment(db, lone, hvalsoeGroent, { ...INPUT, statement: 'To kilometer hegn' })).not.toBe(hedge);
});

test('what is shown can change while it goes on and once it is kept, never by somebody who was overtaken', () => {
  const link = { evidenceLabel: 'Billeder', evidenceUrl: 'https://hvalsoegroent.example/hegn' };
  showEvidence(db, lone, hedge, 1, link);
  showEvidence(db, lone, hedge, 1, link);
  expect(now()).toMatchObject({ evidence: { label: 'Billeder' }, edition: 2 });
  expect(() => showEvidence(db, lone, hedge, 1, { ...link, evidenceLabel: 'Andre' })).toThrow(Conflict);
  hideEvidence(db, lone, hedge);
  expect(now().evidence).toBeNull();
  keepCommitment(db, lone, hedge, today(), link);
  const nothing = { evidenceLabel: null, evidenceUrl: null };
  expect(() => showEvidence(db, lone, hedge, now().edition, nothing)).toThrow(Invalid);
  expect(() => hideEvidence(db, lone, hedge)).toThrow(new Conflict('commitment-settled'));
  expect(() => showEvidence(db, stranger, hedge, now().edition, link)).toThrow(NotFound);
});
