import { expect, test } from 'vitest';
import { isFromHere } from '#lib/same-origin.ts';

const OWN = ['https://plads.example', 'http://localhost:4321'];
const from = (headers: Record<string, string>, method = 'POST') =>
  isFromHere(new Request('http://localhost:4321/', { method, headers }), OWN);

test('reading is free to all', () => {
  expect(from({ origin: 'https://evil.example' }, 'GET')).toBe(true);
});

test('a browser that says where a request comes from is believed', () => {
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(from({ 'sec-fetch-site': site, origin: 'https://plads.example' }), site).toBe(false);
});

test('an older browser is known by its origin: the public address, or the one behind the proxy', () => {
  expect(from({ origin: 'https://plads.example' })).toBe(true);
  expect(from({ origin: 'http://localhost:4321' })).toBe(true);
  expect(from({ origin: 'https://plads.example.evil.example' })).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
  expect(from({})).toBe(false);
});
