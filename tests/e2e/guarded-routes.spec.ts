import { expect, test } from '@playwright/test';
import { ACCESS } from '#lib/access.ts';
import { SECRETS } from '../fixtures/guarded/planted.ts';
import { OWN, ROLES, type Role } from '../fixtures/guarded/roles.ts';
import { addressesOf, ROUTES } from '../fixtures/guarded/routes.ts';
import { type Answer, openWorld, type World } from '../fixtures/guarded/world.ts';

let world: World;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  world = await openWorld();
});
test.afterAll(() => world.stop());
test.describe.configure({ mode: 'default', timeout: 300_000 });

/** What GET may write, with why. */
const MAY_WRITE: Record<string, string> = {
  sessions: 'a session is used, and lives on',
  recent_views: 'a consultant finds back to whom they looked at last',
  search_counts: 'an organisation sees for which words it was found; no word about who searched',
};

test('every route has a row, and every row a route', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(Object.keys(ACCESS).sort());
  for (const [route, row] of Object.entries(ROUTES)) expect(row, route).toHaveLength(ROLES.length);
});

test('every route answers every role as the table says, tells nobody what is not theirs, and GET writes nothing', async () => {
  const found: Record<string, string> = {};
  const leaks: string[] = [];
  const writes: [route: string, table: string][] = [];
  for (const route of Object.keys(ROUTES)) {
    for (const address of addressesOf(route, world.planted)) {
      let row = '';
      for (const role of ROLES) {
        const answer = await world.get(role, address);
        row += letterOf(answer);
        // Whoever has an invitation’s link was sent it.
        if (!address.includes('/invitation/'))
          leaks.push(...leaksIn(answer, role).map((word) => `${address} tells ${role} of ${word}`));
      }
      found[address] = row;
    }
    for (const table of world.written()) writes.push([route, table]);
  }
  const expected = Object.entries(ROUTES).flatMap(([route, row]) =>
    addressesOf(route, world.planted).map((address) => [address, row] as const),
  );
  expect.soft(found).toEqual(Object.fromEntries(expected));
  expect.soft(leaks).toEqual([]);
  expect.soft(writes.filter(([, table]) => !(table in MAY_WRITE))).toEqual([]);
  // So that it is known that a write would be noticed.
  expect.soft(writes).toContainEqual(['/[...locale]/jobcenter/arbejdsgivere/[slug]', 'recent_views']);
  expect.soft(world.log()).not.toContain('"level":50');
});

test('somebody else’s number below one’s own address is not there', async () => {
  const { planted } = world;
  const below = Object.keys(ROUTES).filter((route) => /medlem\/\[slug\].*\[(?:id|slot|draft)\]/.test(route));
  expect(below.length).toBeGreaterThan(8);
  for (const address of below.flatMap((route) => addressesOf(route, planted, { 'medlem/[slug]': planted.other }))) {
    for (const role of ['another organisation’s owner', 'owner', 'administrator'] as const) {
      const answer = await world.get(role, address);
      expect([address, role, answer.status]).toEqual([address, role, 404]);
      expect(leaksIn(answer, role)).toEqual([]);
    }
  }
});

function letterOf({ status, location }: Answer): string {
  if (status === 302 && /\/log-ind\?/.test(location)) return 's';
  if (status === 302 && /\/totrin\?/.test(location)) return '2';
  if (status >= 300 && status < 400) return '>';
  return { 200: 'o', 403: 'x', 404: '-', 410: 'g', 500: '5' }[status] ?? String(status);
}

const STRANGERS = new Set<Role>(['visitor', 'another organisation’s owner', 'suspended editor']);

/** Words in an answer that its reader should not have got: in a refusal not even whose page it would have been. */
function leaksIn({ status, body }: Answer, role: Role): string[] {
  const words = STRANGERS.has(role) || status >= 300 ? Object.values<string>(SECRETS) : [];
  const names = status >= 300 && role !== 'owner' && role !== 'editor' ? [OWN] : [];
  return [...words, ...names].filter((word) => body.includes(word));
}
