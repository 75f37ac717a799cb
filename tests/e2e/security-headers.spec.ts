import { expect, test } from '@playwright/test';
import { addressesOf, ROUTES } from '../fixtures/guarded/routes.ts';
import { openWorld, type World } from '../fixtures/guarded/world.ts';
import { observe } from '../fixtures/observatory.ts';

/*
 * Every answer, as Mozilla's Observatory sees it: the portal is told that it stands behind https, and asked as its
 * proxy would ask.
 */
const SITE = 'https://plads.example';
let world: World;

test.describe.configure({ mode: 'default', timeout: 300_000 });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  world = await openWorld({ SITE_URL: SITE, DEMO_LOGINS: 'on' });
});
test.afterAll(() => world.stop());

const FILES = [
  '/icon.svg',
  '/kort/danmark.svg',
  '/robots.txt',
  '/findes-ikke',
  '/api/v1/slots?sort=nonsense',
  '/en/403',
];

test('whatever the portal answers gets A+, and allows nothing unsafe', async () => {
  const addresses = [...Object.keys(ROUTES).flatMap((route) => addressesOf(route, world.planted)), ...FILES];
  const asset = /\/_astro\/[^"]+\.css/.exec((await world.ask('visitor', '/')).body.toString('utf8'))?.[0] ?? '';
  const verdicts: Record<string, string> = {};
  for (const typed of [...addresses, asset]) {
    const { pathname, search } = new URL(typed, SITE);
    const address = pathname + search;
    for (const role of ['visitor', 'owner', 'administrator'] as const) {
      const [answer, preflight] = [await world.ask(role, address), await world.ask(role, address, 'OPTIONS')];
      const { grade, lost } = observe(new URL(address, SITE), answer, preflight);
      const policy = String(answer.headers['content-security-policy'] ?? 'no policy');
      const isFine = grade === 'A+' && lost.length === 0 && !/unsafe-|no policy/.test(policy);
      if (!isFine) verdicts[`${role} ${address}`] = `${answer.status} ${grade} ${lost} ${policy}`;
    }
  }
  expect(verdicts).toEqual({});
});

test('a sign-in gives a cookie that only this host gets, over https alone, and no script reads', async () => {
  const answer = await world.send('visitor', 'signIn.asDemo', { account: world.demoAccount });
  expect(answer.status).toBe(303);
  const cookie = answer.cookies.find((one) => one.startsWith('__Host-session=')) ?? '';
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
  expect(cookie).not.toContain('Domain');
  const page = await world.ask('visitor', '/log-ind');
  const headers = { ...page.headers, 'set-cookie': answer.cookies };
  expect(observe(new URL(SITE), { ...page, headers }, page)).toMatchObject({ grade: 'A+', lost: [] });
});

test('what is lacking is noticed', async () => {
  const answer = await world.ask('visitor', '/');
  const { 'content-security-policy': _, ...headers } = answer.headers;
  expect(observe(new URL(SITE), { ...answer, headers }, answer)).toMatchObject({
    grade: expect.not.stringMatching('A'),
    lost: ['csp-not-implemented'],
  });
});
