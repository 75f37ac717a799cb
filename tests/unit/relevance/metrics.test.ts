import { expect, test } from 'vitest';
import { ndcg, recall, wrongHits } from '../../../scripts/bench/relevance/metrics.ts';

const grades = new Map([
  ['gartneri', 3],
  ['planteskole', 2],
  ['havecenter', 1],
  ['kirkegaard', 0],
]);

// Gains 7, 3 and 1; discounts log2(2) = 1, log2(3) = 1.58496, log2(4) = 2, log2(5) = 2.32193.
// The best order: 7 + 3 / 1.58496 + 1 / 2 = 9.392789.
test('the best order scores 1', () => {
  expect(ndcg(['gartneri', 'planteskole', 'havecenter', 'kirkegaard'], grades, 10)).toBe(1);
});

test('an order turned round loses what the discount says', () => {
  // 1 + 3 / 1.58496 + 7 / 2 = 6.392789
  expect(ndcg(['havecenter', 'planteskole', 'gartneri'], grades, 10)).toBeCloseTo(6.392789 / 9.392789, 6);
});

test('a document that nobody judged takes its place and gains nothing', () => {
  // 7 / 1.58496 = 4.416508
  expect(ndcg(['frisoer', 'gartneri'], grades, 10)).toBeCloseTo(4.416508 / 9.392789, 6);
});

test('only the first hits count, for what is reached and for what could be', () => {
  expect(ndcg(['gartneri', 'frisoer'], grades, 1)).toBe(1);
  expect(ndcg(['frisoer', 'gartneri'], grades, 1)).toBe(0);
});

test('recall is the share of the relevant documents, and a full page of them is all that can be asked', () => {
  expect(recall(['gartneri', 'kirkegaard'], grades, 20)).toBeCloseTo(1 / 3, 6);
  expect(recall(['havecenter', 'gartneri'], grades, 2)).toBe(1);
  expect(recall(['frisoer'], grades, 20)).toBe(0);
});

test('a query without a right answer has neither', () => {
  const none = new Map([['kirkegaard', 0]]);
  expect(ndcg(['kirkegaard'], none, 10)).toBeUndefined();
  expect(recall([], none, 20)).toBeUndefined();
});

test('wrong answers are those that were judged so, not those that nobody judged', () => {
  expect(wrongHits(['frisoer', 'kirkegaard', 'gartneri'], grades, 10)).toBe(1);
  expect(wrongHits(['frisoer', 'gartneri', 'kirkegaard'], grades, 2)).toBe(0);
});
