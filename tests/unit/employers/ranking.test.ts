import { describe, expect, test } from 'vitest';
import {
  answersFactor,
  DEFAULT_WEIGHTS,
  distanceFactor,
  FACTORS,
  type Factors,
  fairnessFactor,
  fitFactor,
  freshnessFactor,
  HALF_DISTANCE_KM,
  HALF_LIFE_DAYS,
  rankKey,
  scoreOf,
  sharesOf,
  WEIGHTS,
  type Weights,
} from '#domain/employers/ranking.ts';
import { randomFrom } from '../../../scripts/bench/random.ts';

const STEPS = [0, 0.1, 1, 3, 9, 40, 365, 100_000];
const random = randomFrom(1);
const some = (): Factors => Object.fromEntries(FACTORS.map((factor) => [factor, random.next()])) as Factors;
const weighing = (): Weights => Object.fromEntries(FACTORS.map((factor) => [factor, random.pick(WEIGHTS)])) as Weights;

describe('each factor', () => {
  test.each<[string, (step: number) => number]>([
    ['falls with the distance', distanceFactor],
    ['falls with the days since the last word', freshnessFactor],
    ['falls with the enquiries that were received lately', fairnessFactor],
    ['falls with the enquiries that were not answered', (asked) => answersFactor({ asked, answered: 0 })],
    ['falls with what does not fit', (lost) => fitFactor(1 / (1 + lost), 1)],
  ])('%s, and stays between 0 and 1', (_, factor) => {
    const values = STEPS.map(factor);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBeGreaterThan(STEPS.length - 2);
    for (const value of values) expect(value >= 0 && value <= 1).toBe(true);
  });

  test('rises with the answers', () => {
    const values = [0, 1, 2, 9, 10].map((answered) => answersFactor({ asked: 10, answered }));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  });

  test('is what the page says of it', () => {
    expect([0, HALF_DISTANCE_KM, 2 * HALF_DISTANCE_KM].map(distanceFactor)).toEqual([1, 0.5, 0.25]);
    expect([0, HALF_LIFE_DAYS, null].map(freshnessFactor)).toEqual([1, 0.5, 0]);
    expect([0, 1, 3].map(fairnessFactor)).toEqual([1, 0.5, 0.25]);
    expect(answersFactor({ asked: 0, answered: 0 })).toBe(0.5);
    expect(fitFactor(0, 0)).toBe(1);
  });

  test('does not leave its bounds for what cannot be', () => {
    expect([distanceFactor(-1), freshnessFactor(-1)]).toEqual([1, 1]);
  });
});

describe('the score', () => {
  test('is a mean: between 0 and 1, and never beside what it is the mean of', () => {
    for (let round = 0; round < 200; round++) {
      const [factors, shares] = [some(), sharesOf(weighing(), round % 2 === 0)];
      const score = scoreOf(factors, shares);
      const counted = FACTORS.filter((factor) => shares[factor] > 0).map((factor) => factors[factor]);
      if (counted.length === 0) expect(score).toBe(0);
      else {
        expect(score).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.max(...counted) + 1e-9);
      }
    }
  });

  test('never falls when a factor rises, and does not move by one that counts nothing', () => {
    for (let round = 0; round < 200; round++) {
      const [factors, shares] = [some(), sharesOf(weighing(), true)];
      for (const factor of FACTORS) {
        const better = scoreOf({ ...factors, [factor]: 1 }, shares);
        if (shares[factor] === 0) expect(better).toBeCloseTo(scoreOf(factors, shares), 12);
        else expect(better).toBeGreaterThanOrEqual(scoreOf(factors, shares));
      }
    }
  });

  test('shares are 1 together, and much is more than a little', () => {
    const shares = sharesOf(DEFAULT_WEIGHTS, true);
    expect(FACTORS.reduce((sum, factor) => sum + shares[factor], 0)).toBeCloseTo(1, 12);
    expect(shares.fit).toBeGreaterThan(shares.freshness);
    expect(sharesOf(DEFAULT_WEIGHTS, false).distance).toBe(0);
  });

  test('is a key that sorts the best first, and equals alike', () => {
    expect(rankKey(0.9)).toBeLessThan(rankKey(0.8));
    expect(rankKey(0.8)).toBe(rankKey(0.8 + 1e-9));
  });
});
