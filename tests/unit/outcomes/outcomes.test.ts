import { describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { creditOf, DIMENSIONS, statisticsBy } from '#domain/outcomes/queries.ts';
import { shownCount } from '#domain/outcomes/rules.ts';
import { insertOutcome, type OutcomeKind } from '#domain/outcomes/steps.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { gevninge, hvalsoeGroent } from '../../fixtures/job-centre.ts';
import { viewerOf } from '../../fixtures/people.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };

function confirm(db: Db, organisationId: number, kind: OutcomeKind, persons: number, on: string, hours = 4) {
  const scheme = 'virksomhedspraktik';
  insertOutcome(db, viewerOf(db, 'karim'), { organisationId, schemeId: scheme, kind, persons, hoursWeekly: hours, on });
}

test.each([
  [0, null],
  [1, 'few'],
  [4, 'few'],
  [5, 5],
  [120, 120],
])('%i persons are shown as %s', (persons, shown) => {
  expect(shownCount(persons)).toBe(shown);
});

describe('the credit of an organisation', () => {
  test('is nothing before anything was confirmed, and its own alone after', () => {
    const db = smallDirectory();
    confirm(db, gevninge(db), 'started', 9, '2026-03-01');
    expect(creditOf(db, hvalsoeGroent(db))).toBeUndefined();
  });

  test('adds persons up, and tells no number below five', () => {
    const db = smallDirectory();
    const at = hvalsoeGroent(db);
    confirm(db, at, 'started', 3, '2026-03-01');
    confirm(db, at, 'started', 4, '2026-04-01');
    confirm(db, at, 'ordinary-hours', 2, '2026-05-01');
    confirm(db, at, 'hired', 1, '2026-05-01');
    confirm(db, at, 'stopped', 6, '2026-05-01');
    expect(creditOf(db, at)).toMatchObject({ started: 7, ordinary: 'few' });
    confirm(db, at, 'hired', 2, '2026-06-01');
    expect(creditOf(db, at)).toMatchObject({ started: 7, ordinary: 5 });
  });
});

describe('statistics', () => {
  function stage() {
    const db = smallDirectory();
    confirm(db, hvalsoeGroent(db), 'started', 2, '2026-03-31');
    confirm(db, hvalsoeGroent(db), 'started', 1, '2026-04-01');
    confirm(db, gevninge(db), 'ordinary-hours', 2, '2026-12-31', 7.5);
    confirm(db, gevninge(db), 'started', 5, '2027-01-01');
    return db;
  }

  test('fall into the quarters of their days, and only into the period', () => {
    const db = stage();
    const rows = statisticsBy(db, viewerOf(db, 'karim'), 'quarter', YEAR);
    expect(rows.map(({ key, started, ordinary, hours }) => [key, started, ordinary, hours])).toEqual([
      ['2026-1', 2, 0, 0],
      ['2026-2', 1, 0, 0],
      ['2026-4', 0, 2, 15],
    ]);
  });

  test.each(DIMENSIONS)('by %s tell everything that was confirmed', (dimension) => {
    const db = stage();
    const rows = statisticsBy(db, viewerOf(db, 'karim'), dimension, YEAR);
    // An organisation of two networks counts in both.
    const times = dimension === 'network' ? expect.any(Number) : 3;
    expect(rows.reduce((sum, row) => sum + row.started, 0)).toEqual(times);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('are there for the job centre and for coordinators', () => {
    const db = stage();
    for (const name of ['lone', 'ida', 'jens'] as const)
      expect(statisticsBy(db, viewerOf(db, name), 'scheme', YEAR)).toEqual([]);
    expect(statisticsBy(db, viewerOf(db, 'tove'), 'scheme', YEAR)).toHaveLength(1);
  });
});
