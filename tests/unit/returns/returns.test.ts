import { describe, expect, test } from 'vitest';
import { assume } from '#domain/returns/commands.ts';
import { assumptions } from '#domain/returns/queries.ts';
import { ASSUMPTIONS, type Assumption, returnOf } from '#domain/returns/rules.ts';
import { assumptionInput } from '#domain/returns/schema.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

/** Round numbers, so that the sums can be done by hand. */
const ASSUMED: Record<Assumption, number> = {
  savedPerHour: 100,
  taxPerHour: 50,
  costPerWeek: 1000,
  placementWeeks: 13,
  weeksAYear: 50,
  lastingPercent: 80,
};

describe('what it may be worth', () => {
  test('is gain less cost, by hand: 2 × 10 × 150 × 0,8 = 2.400 a week', () => {
    expect(returnOf(ASSUMED, { persons: 2, hoursWeekly: 10 })).toEqual({
      gainAYear: 120_000,
      cost: 26_000,
      net: 94_000,
      paidBackWeeks: 26_000 / 2_400,
    });
  });

  test.each(ASSUMPTIONS)('is nothing as long as %s is missing', (missing) => {
    const { [missing]: _, ...rest } = ASSUMED;
    expect(returnOf(rest, { persons: 1, hoursWeekly: 8 })).toBeUndefined();
  });

  test('is never paid back where nobody keeps the hours', () => {
    expect(returnOf({ ...ASSUMED, lastingPercent: 0 }, { persons: 1, hoursWeekly: 8 })).toMatchObject({
      gainAYear: 0,
      paidBackWeeks: null,
    });
  });
});

describe('assumptions', () => {
  const input = { assumption: 'taxPerHour', value: 61.5, source: 'Kommunens budget 2026' } as const;

  test('are empty until the municipality puts them in, with their source', () => {
    const db = smallDirectory();
    expect(assumptions(db)).toEqual({});
    assume(db, viewerOf(db, 'yrsa'), input);
    expect(assumptions(db)).toMatchObject({ taxPerHour: { value: 61.5, source: 'Kommunens budget 2026' } });
    assume(db, viewerOf(db, 'yrsa'), { ...input, value: null, source: null });
    expect(assumptions(db)).toEqual({});
  });

  test('are the administrators’ to put in', () => {
    const db = smallDirectory();
    for (const name of ['karim', 'tove', 'lone'] as const)
      expect(codeOf(() => assume(db, viewerOf(db, name), input))).toBe('Forbidden');
  });

  test.each([
    [{ ...input, source: null }, 'missing'],
    [{ ...input, value: -1 }, 'assumption-range'],
    [{ ...input, value: 1e12 }, 'assumption-range'],
    [{ ...input, assumption: 'anything' }, 'not-a-choice'],
  ])('%j is refused', (given, code) => {
    expect(assumptionInput.safeParse(given).error?.issues.map((issue) => issue.message)).toContain(code);
  });
});
