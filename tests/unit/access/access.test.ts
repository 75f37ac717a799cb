import { expect, test } from 'vitest';
import { ACCESS, mayOpen } from '#lib/access.ts';

test('a route that the table lists for everybody is open', () => {
  expect(mayOpen('/[...locale]/virksomheder/[slug]')).toBe(true);
});

test.each([
  '/admin',
  '/[...locale]/medlem',
  '/virksomheder/hvalsoe-groent',
  '/[...locale]/virksomheder/',
  '',
  '__proto__',
  'constructor',
  'toString',
])('“%s”, which it does not list, is closed', (route) => {
  expect(mayOpen(route)).toBe(false);
});

test('no row opens a route to a word that nobody knows', () => {
  expect([...new Set(Object.values(ACCESS))]).toEqual(['public']);
});
