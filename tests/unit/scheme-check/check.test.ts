import { expect, test } from 'vitest';
import { checkScheme, type FindingStatus, type SchemeFacts, type SchemeRule } from '#domain/scheme-check/check.ts';
import { placementsPermitted } from '#domain/scheme-check/judges.ts';
import { schemeRulesOf } from '#domain/scheme-check/queries.ts';
import { schemeAnswers } from '#domain/scheme-check/schema.ts';
import { allSchemes, findScheme } from '#domain/schemes/queries.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';

const db = emptyDirectory();
const rules = schemeRulesOf(db);
const RATIO = { per: 5, upTo: 50, thenPer: 10, least: 1 };

function facts(schemeId: string, given: Partial<SchemeFacts> = {}): SchemeFacts {
  const scheme = findScheme(db, schemeId);
  if (!scheme) throw new Error(`no scheme ${schemeId}`);
  return { scheme, sector: 'ordinary', hoursMax: 20, weeks: 4, positions: 1, answers: {}, day: '2026-11-25', ...given };
}

function status(ruleId: string, schemeId: string, given: Partial<SchemeFacts> = {}): FindingStatus | undefined {
  return checkScheme(rules, schemeId, facts(schemeId, given)).find((finding) => finding.ruleId === ruleId)?.status;
}

test.each([
  [0, 1],
  [1, 1],
  [4, 1],
  [5, 1],
  [9, 1],
  [9.9, 1],
  [10, 2],
  [49, 9],
  [50, 10],
  [51, 10],
  [59, 10],
  [60, 11],
  [69, 11],
  [70, 12],
  [150, 20],
])('%s ordinary staff allow %s on placement or with a subsidy', (staff, permitted) => {
  expect(placementsPermitted(staff, RATIO)).toBe(permitted);
});

test('the ratio counts those who are there already and the positions of the slot', () => {
  const ratio = (ordinaryStaff: number, placements: number, positions: number) =>
    status('ratio', 'virksomhedspraktik', { positions, answers: { ordinaryStaff, placements } });
  expect(ratio(4, 0, 1)).toBe('ok');
  expect(ratio(4, 1, 1)).toBe('against');
  expect(ratio(9, 0, 2)).toBe('against');
  expect(ratio(10, 0, 2)).toBe('ok');
  expect(ratio(50, 9, 1)).toBe('ok');
  expect(ratio(59, 10, 1)).toBe('against');
  expect(ratio(60, 10, 1)).toBe('ok');
  expect(status('ratio', 'virksomhedspraktik', { answers: { ordinaryStaff: 12 } })).toBe('needs-answer');
});

test('ordinary jobs, flex jobs and community work are not counted by the ratio', () => {
  for (const scheme of ['smaajob', 'fleksjob', 'nytteindsats', 'laerling'])
    expect(status('ratio', scheme), scheme).toBeUndefined();
});

test.each([
  [10, 10, 'ok'],
  [10, 9.9, 'ok'],
  [9.9, 10, 'against'],
  [0, 0, 'ok'],
] as const)('%s staff last month against an average of %s: %s', (staffLastMonth, staffAverage, expected) => {
  const answers = { staffLastMonth, staffAverage };
  expect(status('extra-employment-private', 'loentilskud-privat', { answers })).toBe(expected);
});

test.each([
  ['virksomhedspraktik', 'placement-weeks', 4, 'ok'],
  ['virksomhedspraktik', 'placement-weeks', 5, 'attention'],
  ['virksomhedspraktik', 'placement-weeks', 13, 'attention'],
  ['virksomhedspraktik', 'placement-weeks', 14, 'against'],
  ['virksomhedspraktik', 'placement-weeks', null, 'needs-answer'],
  ['loentilskud-privat', 'subsidy-private-weeks', 26, 'ok'],
  ['loentilskud-privat', 'subsidy-private-weeks', 27, 'attention'],
  ['loentilskud-privat', 'subsidy-private-weeks', 60, 'attention'],
  ['loentilskud-offentlig', 'subsidy-public-weeks', 17, 'ok'],
  ['loentilskud-offentlig', 'subsidy-public-weeks', 18, 'attention'],
] as const)('%s (%s) for %s weeks: %s', (scheme, rule, weeks, expected) => {
  expect(status(rule, scheme, { weeks, sector: scheme === 'loentilskud-offentlig' ? 'public' : 'ordinary' })).toBe(
    expected,
  );
});

test('community work is for public workplaces, and for others that live on public money', () => {
  expect(status('host', 'nytteindsats', { sector: 'public' })).toBe('ok');
  expect(status('host', 'nytteindsats', { sector: 'ordinary' })).toBe('against');
  expect(status('host', 'nytteindsats', { sector: 'social-enterprise' })).toBe('against');
  expect(status('host', 'nytteindsats', { sector: 'voluntary' })).toBe('needs-answer');
  expect(status('host', 'nytteindsats', { sector: 'voluntary', answers: { publiclyFunded: true } })).toBe('ok');
  expect(status('host', 'nytteindsats', { sector: 'voluntary', answers: { publiclyFunded: false } })).toBe('against');
  expect(status('full-week', 'nytteindsats', { sector: 'public', hoursMax: 37 })).toBe('ok');
  expect(status('full-week', 'nytteindsats', { sector: 'public', hoursMax: 37.5 })).toBe('against');
});

test('a flex job at the own workplace is never an open slot, nor is what the law has closed', () => {
  expect(status('open-slot', 'fastholdelsesfleksjob')).toBe('against');
  expect(status('open-slot', 'revalidering')).toBe('against');
  expect(status('open-slot', 'fleksjob')).toBe('ok');
  expect(status('open-slot', 'egu', { day: '2019-07-31' })).toBe('against');
});

test.each([
  [12, 8, 'against'],
  [13, 12, 'ok'],
  [14, 12.5, 'attention'],
  [14, 35, 'attention'],
  [13, 36, 'against'],
  [15, 20, 'attention'],
] as const)('a job after school from %s years and %s hours: %s', (youngestAge, hoursMax, expected) => {
  expect(status('young-hours', 'fritidsjob', { hoursMax, answers: { youngestAge } })).toBe(expected);
});

test('the tasks of paid hours and placement must differ', () => {
  const tasks = (paidTasks: string, unpaidTasks: string) =>
    status('different-tasks', 'kombination', { answers: { paidTasks, unpaidTasks } });
  expect(tasks('', 'Pakke varer')).toBe('needs-answer');
  expect(tasks('Pakke varer', 'pakke  varer.')).toBe('against');
  expect(tasks('Pakke varer i hallen hver dag', 'Lære at betjene kassen')).toBe('ok');
  expect(
    tasks('vi pakker og sorterer alle varer på lageret i hallen', 'vi pakker og sorterer alle varer på lageret'),
  ).toBe('attention');
});

test('what has to be confirmed is open until it is', () => {
  expect(status('approval', 'fleksjob')).toBe('needs-answer');
  expect(status('approval', 'fleksjob', { answers: { confirmed: ['approval'] } })).toBe('ok');
  expect(status('purpose', 'virksomhedspraktik')).toBe('needs-answer');
  expect(status('purpose', 'virksomhedspraktik', { answers: { purpose: 'skills' } })).toBe('ok');
});

test('a rule begins and ends by its days, and one that nobody has checked says nothing', () => {
  const [rule] = rules.filter((one) => one.id === 'ratio') as [SchemeRule];
  const ending = { ...rule, validTo: '2026-12-31' };
  const reform = { ...rule, id: 'ratio-2027', validFrom: '2027-01-01', parameters: { ...RATIO, per: 4 } };
  const on = (day: string) => {
    const answers = { ordinaryStaff: 8, placements: 0 };
    return checkScheme(
      [ending, reform],
      'virksomhedspraktik',
      facts('virksomhedspraktik', { day, positions: 2, answers }),
    );
  };
  expect(on('2026-12-31').map(({ ruleId, status }) => [ruleId, status])).toEqual([['ratio', 'against']]);
  expect(on('2027-01-01').map(({ ruleId, status }) => [ruleId, status])).toEqual([['ratio-2027', 'ok']]);
  expect(checkScheme([{ ...rule, sure: 'C' }], 'virksomhedspraktik', facts('virksomhedspraktik'))).toEqual([]);
});

test('every finding of every scheme has its words in both languages, its basis, its source and its day', () => {
  const answered = schemeAnswers.parse({
    ordinaryStaff: 4.5,
    placements: 3,
    staffLastMonth: 4,
    staffAverage: 4.2,
    publiclyFunded: false,
    purpose: 'clarify',
    paidTasks: 'a b c',
    unpaidTasks: 'a b c',
    youngestAge: 12,
    confirmed: rules.map((rule) => rule.id),
  });
  for (const scheme of allSchemes(db)) {
    for (const sector of ['ordinary', 'social-enterprise', 'public', 'voluntary'] as const) {
      for (const answers of [{}, answered, { ...answered, youngestAge: 16 }, { ...answered, ordinaryStaff: 1 }]) {
        for (const [weeks, hoursMax] of [
          [null, undefined],
          [4, 5],
          [300, 37],
        ] as const) {
          const findings = checkScheme(rules, scheme.id, facts(scheme.id, { sector, answers, weeks, hoursMax }));
          for (const { ruleId, words, legalBasis, sourceUrl, lastCheckedOn } of findings) {
            expect(words.da + words.en, ruleId).not.toMatch(/[{}]|undefined|NaN/);
            expect(legalBasis, ruleId).not.toBe('');
            expect(sourceUrl, ruleId).toMatch(/^https:\/\//);
            expect(lastCheckedOn, ruleId).toMatch(/^\d{4}-\d\d-\d\d$/);
          }
        }
      }
    }
  }
});
