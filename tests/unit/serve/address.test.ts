import { describe, expect, test } from 'vitest';
import { ACCESS } from '#lib/access.ts';
import { CACHEABLE } from '#lib/cacheable.ts';
import { keptAddress } from '../../../scripts/serve/cache/address.ts';

/**
 * Routes that everybody may open and that are answered anew every time: what is missing or fails, the process's own
 * state, and pictures and files, which are large.
 */
const ANSWERED_ANEW = [
  '/[...locale]/pladser/feed.xml',
  '/robots.txt',
  '/sitemap.xml',
  '/sitemap/[part].xml',
  '/was',
  '/403',
  '/404',
  '/500',
  '/api/v1/[...path]',
  '/billeder/[name]',
  '/bilag/[name]',
  '/healthz/live',
  '/healthz/ready',
  '/[...locale]/slettet',
  '/[...locale]/afmeld',
  '/[...locale]/afmeld/et-klik',
  '/[...locale]/virksomheder/[slug]/skriv',
  '/[...locale]/henvendelse',
  '/[...locale]/henvendelse/send',
  '/[...locale]/henvendelse/[id]',
  '/[...locale]/liste',
  '/[...locale]/soegning',
  '/[...locale]/soegning.xml',
  '/[...locale]/log-ind',
  '/[...locale]/log-ind/adgangskode',
  '/[...locale]/log-ind/kode',
  '/[...locale]/log-ind/link/[token]',
  '/[...locale]/invitation/[token]',
  '/[...locale]/konto/mail/[token]',
  '/passkeys/show',
  '/[...locale]/plads',
];

test('only public routes are kept, and each public route was decided about', () => {
  const publicRoutes = Object.keys(ACCESS).filter((route) => ACCESS[route] === 'public');
  expect([...Object.keys(CACHEABLE), ...ANSWERED_ANEW].sort()).toEqual(publicRoutes.sort());
});

describe('an address has one spelling under which its answer is kept', () => {
  test.each([
    ['/', '/'],
    ['/en', '/en'],
    ['/pladser', '/pladser'],
    ['/en/virksomheder/hvalsoe-groent', '/en/virksomheder/hvalsoe-groent'],
    ['/kort/danmark.svg?v=abc', '/kort/danmark.svg?v=abc'],
    ['/api/v1/slots/hjaelper-i-drivhuset?lang=en', '/api/v1/slots/hjaelper-i-drivhuset?lang=en'],
    ['/pladser?scheme=fleksjob&q=kantine', '/pladser?q=kantine&scheme=fleksjob'],
    ['/pladser?q=kantine&scheme=fleksjob', '/pladser?q=kantine&scheme=fleksjob'],
    ['/pladser?q=kantine&place=&sort=', '/pladser?q=kantine'],
    ['/pladser?q=k%C3%B8kken%20hj%C3%A6lp', '/pladser?q=k%C3%B8kken+hj%C3%A6lp'],
    ['/pladser?', '/pladser'],
    [
      '/virksomheder?network=green-network&network=business-lejre',
      '/virksomheder?network=green-network&network=business-lejre',
    ],
  ])('%s', (url, address) => {
    expect(keptAddress(url)).toBe(address);
    expect(keptAddress(address)).toBe(address);
  });
});

describe('everything else is answered anew', () => {
  test.each([
    '/healthz/live',
    '/healthz/ready',
    '/log-ind',
    '/medlem',
    '/jobcenter/portefoelje',
    '/koordinator',
    '/admin',
    '/api/v1/unknown',
    '/pladser/',
    '//pladser',
    '/Pladser',
    '/%70ladser',
    '/pladser/../medlem',
    '/virksomheder/a/b',
    '/da/pladser',
    'http://elsewhere.example/pladser',
    '/pladser?utm_source=mail',
    '/pladser?q=%E0%A4',
    '/om?q=kantine',
    '/api/v1/schemes?q=kantine',
    '/api/v1/slots?place=Lejre',
    `/pladser?q=${'x'.repeat(1100)}`,
  ])('%s', (url) => expect(keptAddress(url)).toBeUndefined());

  test('an empty parameter where it is an error', () => {
    expect(keptAddress('/api/v1/schemes?lang=')).toBe('/api/v1/schemes?lang=');
  });
});
