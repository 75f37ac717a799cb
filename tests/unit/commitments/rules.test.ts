import { expect, test } from 'vitest';
import { keepCommitment, withdrawCommitment } from '#domain/commitments/commands.ts';
import { commitmentsOf, newestKeptCommitments } from '#domain/commitments/queries.ts';
import { statusOf } from '#domain/commitments/rules.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import { addDays, today } from '#domain/time.ts';
import { smallDirectory } from '../../fixtures/directory.ts';

const DAY = '2026-11-25';

test.each([
  ['active', '2026-11-26', 'active'],
  ['active', '2026-11-25', 'active'],
  ['active', '2026-11-24', 'late'],
  ['kept', '2020-01-01', 'kept'],
  ['withdrawn', '2020-01-01', 'withdrawn'],
] as const)('%s with its review on %s is %s', (state, reviewOn, status) => {
  expect(statusOf({ state, reviewOn }, DAY)).toBe(status);
});

test('a ledger shows what is going on first, then what is late, kept, withdrawn', () => {
  const db = smallDirectory();
  const id = findOrganisation(db, 'hvalsoe-groent')?.id ?? 0;
  const ledger = () => commitmentsOf(db, id).map((commitment) => [commitment.status, commitment.statement]);
  expect(ledger()).toEqual([
    ['active', 'Al emballage er genbrugspap'],
    ['late', 'Mentoruddannelse til fire medarbejdere'],
    ['kept', 'Tre nye småjob inden sommer'],
  ]);

  const late = commitmentsOf(db, id).find((commitment) => commitment.status === 'late');
  withdrawCommitment(db, 'test', late?.id ?? 0, today(), 'Kurset blev aflyst');
  expect(ledger().map(([status]) => status)).toEqual(['active', 'kept', 'withdrawn']);
  expect(commitmentsOf(db, id).at(-1)).toMatchObject({ reason: 'Kurset blev aflyst', settledOn: today() });
});

test('the front page names the newest kept promise of each organisation', () => {
  const db = smallDirectory();
  const id = findOrganisation(db, 'hvalsoe-groent')?.id ?? 0;
  const active = commitmentsOf(db, id).find((commitment) => commitment.status === 'active');
  keepCommitment(db, 'test', active?.id ?? 0, addDays(today(), -1));
  expect(newestKeptCommitments(db, 5)).toEqual([
    {
      statement: 'Al emballage er genbrugspap',
      settledOn: addDays(today(), -1),
      organisation: { slug: 'hvalsoe-groent', name: 'Hvalsø Grønt' },
    },
  ]);
});
