import { expect, test, vi } from 'vitest';
import { inTurn, median, percentile } from '../../../scripts/bench/compare.ts';
import { randomFrom, weighted, zipfRank } from '../../../scripts/bench/random.ts';
import { printTable } from '../../../scripts/bench/table.ts';

test('percentiles are values that were measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 50), percentile(values, 95), percentile(values, 100)]).toEqual([50, 95, 100]);
  expect([median([3, 1, 2]), percentile([7], 95), percentile([], 50)]).toEqual([2, 7, Number.NaN]);
});

test('things are measured in turn, and the median counts', async () => {
  const order: string[] = [];
  const measure = (name: string, values: number[]) => async (round: number) => {
    order.push(name);
    return { rate: values[round] ?? 0 };
  };
  expect(await inTurn(3, { a: measure('a', [9, 1, 5]), b: measure('b', [2, 2, 8]) })).toEqual({
    a: { rate: 5 },
    b: { rate: 2 },
  });
  expect(order.join('')).toBe('ababab');
});

test('chance repeats itself, picks by weight, and ranks as words do', () => {
  const draws = (seed: number) => Array.from({ length: 5 }, randomFrom(seed).next);
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
  const random = randomFrom(5);
  const pick = weighted(['never', 'seldom', 'often'], (word) => ({ never: 0, seldom: 1, often: 9 })[word] ?? 0);
  const picked = Array.from({ length: 10_000 }, () => pick(random));
  expect(picked).not.toContain('never');
  expect(picked.filter((word) => word === 'often').length / picked.length).toBeCloseTo(0.9, 1);
  const ranks = Array.from({ length: 20_000 }, () => zipfRank(random, 1000));
  const count = (rank: number) => ranks.filter((each) => each === rank).length;
  expect(Math.min(...ranks)).toBe(0);
  expect(Math.max(...ranks)).toBeLessThan(1000);
  expect(count(0) / count(9)).toBeGreaterThan(5);
});

test('a table is Markdown with aligned columns', () => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
  printTable(
    'Pages',
    ['page', 'per second'],
    [
      ['home', 12_345.6],
      ['search', 0.123456],
      ['none', Number.NaN],
    ],
  );
  spy.mockRestore();
  expect(lines.join('\n').split('\n')).toEqual([
    '',
    '**Pages**',
    '',
    '| page   | per second |',
    '| ------ | ---------: |',
    '| home   |     12,346 |',
    '| search |      0.123 |',
    '| none   |          – |',
  ]);
});
