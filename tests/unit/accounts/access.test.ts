import { expect, test } from 'vitest';
import { ACCESS, type Access, accessOf, type Door, doorFor } from '#lib/access.ts';
import { nextPage, secondFactorAddress, signInAddress } from '#lib/next-page.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { type PersonName, viewerOf } from '../../fixtures/people.ts';

const db = smallDirectory();
const LEVELS = ['public', 'signed-in', 'member', 'consultant', 'coordinator', 'administrator', 'development'] as const;

/** What each finds at a door of each level, in their order. `+` has shown a second factor. */
const EXPECTED: [string, string][] = [
  ['nobody', 'open sign-in sign-in sign-in sign-in sign-in hidden'],
  ['ida', 'open open hidden hidden hidden hidden hidden'],
  ['lone', 'open open open hidden hidden hidden hidden'],
  ['birgit', 'open open open hidden hidden hidden hidden'],
  ['karim', 'open open hidden second-factor hidden hidden hidden'],
  ['karim+', 'open open hidden open hidden hidden hidden'],
  ['tove', 'open open hidden hidden second-factor hidden hidden'],
  ['tove+', 'open open hidden hidden open hidden hidden'],
  ['yrsa', 'open open hidden second-factor second-factor second-factor hidden'],
  ['yrsa+', 'open open hidden open open open hidden'],
];

test.each(EXPECTED)('%s: %s', (who, doors) => {
  const [name, shown] = [who.replace('+', ''), who.endsWith('+')];
  const viewer = name === 'nobody' ? undefined : viewerOf(db, name as PersonName, { secondFactor: shown });
  expect(LEVELS.map((level) => doorFor(level, viewer, false)).join(' ')).toBe(doors);
});

test.each(['__proto__', 'constructor', 'toString', '', '/virksomheder/hvalsoe-groent', '/[...locale]/virksomheder/'])(
  '“%s”, which the table does not list, is closed',
  (route) => {
    expect(doorFor(accessOf(route), viewerOf(db, 'yrsa', { secondFactor: true }), true)).toBe('hidden');
  },
);

test('a half signed-in account may finish signing in, and sign out', () => {
  const half = { ...viewerOf(db, 'birgit'), secondFactorReady: true, secondFactorOn: true };
  expect(doorFor('first-factor', undefined, false)).toBe('sign-in');
  expect(doorFor('first-factor', half, false)).toBe('open');
  expect(doorFor('signed-in', half, false)).toBe('second-factor');
});

test('a route that the table does not list is closed to everybody', () => {
  const doors: Door[] = [undefined, viewerOf(db, 'yrsa', { secondFactor: true })].map((viewer) =>
    doorFor(undefined, viewer, true),
  );
  expect(doors).toEqual(['hidden', 'hidden']);
  expect(ACCESS['/_actions/[...path]']).toBeUndefined();
});

test('what is for development shows there and nowhere else', () => {
  expect(doorFor('development', undefined, true)).toBe('open');
  const development = Object.entries(ACCESS).filter(([, access]: [string, Access]) => access === 'development');
  expect(development.map(([route]) => route)).toEqual(['/[...locale]/udvikling/mails']);
});

test('one is led back to the page that was closed, in one’s language', () => {
  const url = new URL('https://plads.example/en/medlem?fane=folk');
  expect(signInAddress('en', url)).toBe('/en/log-ind?naeste=%2Fmedlem%3Ffane%3Dfolk');
  expect(secondFactorAddress('da', new URL('https://plads.example/admin'), true)).toBe(
    '/log-ind/totrin?naeste=%2Fadmin',
  );
  expect(secondFactorAddress('da', new URL('https://plads.example/admin'), false)).toBe(
    '/konto/totrin?naeste=%2Fadmin',
  );
});

test.each([
  ['/medlem', '/medlem'],
  ['/medlem?a=1&b=2', '/medlem?a=1&b=2'],
  ['/en/medlem', '/medlem'],
  ['/english', '/english'],
  ['/en', '/konto'],
  ['/en/', '/'],
  [null, '/konto'],
  ['', '/konto'],
  ['medlem', '/konto'],
  ['//evil.example', '/konto'],
  ['/\\evil.example', '/konto'],
  ['/\t/evil.example', '/konto'],
  ['/a/..//evil.example', '/konto'],
  ['/en//evil.example', '/konto'],
  ['https://evil.example/', '/konto'],
  ['javascript:alert(1)', '/konto'],
])('the next page after %j is %s', (wanted, page) => {
  expect(nextPage(wanted, '/konto')).toBe(page);
});
