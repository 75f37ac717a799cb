import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { suspendAccount } from '#domain/accounts/commands.ts';
import { setPassword } from '#domain/credentials/commands.ts';
import { changeMemberRole } from '#domain/members/commands.ts';
import { endOtherSessions, endSession, endSessionsOfAccount } from '#domain/sessions/commands.ts';
import { sessionsOf } from '#domain/sessions/queries.ts';
import { closeSession, openSession, raiseSession, readSession, SESSION_COOKIE, startSession } from '#lib/sessions.ts';
import { CookieJar } from '../../fixtures/cookie-jar.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const DAY = 86_400_000;
let db: Db;

beforeEach(() => {
  db = smallDirectory();
  vi.useRealTimers();
});

/** A browser that somebody signed in on. */
class Browser {
  readonly jar = new CookieJar();

  get carrier() {
    const request = new Request('http://localhost/', { headers: { 'user-agent': FIREFOX } });
    return { db, cookies: this.jar.asCookies(), request };
  }

  get token() {
    return this.jar.get(SESSION_COOKIE)?.value ?? '';
  }

  async signIn(name: PersonName, secondFactor = false): Promise<this> {
    await openSession(this.carrier, accountOf(db, name), { method: 'link', secondFactor });
    return this;
  }

  read = () => readSession(this.carrier);
}

const at = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });

test('whoever signs in is known with the next request, with the roles of that moment', async () => {
  const browser = await new Browser().signIn('birgit');
  expect((await browser.read())?.viewer).toMatchObject({
    name: 'Birgit',
    memberOf: [{ name: 'Hvalsø Grønt', role: 'editor' }],
    secondFactorShown: false,
  });
  expect(browser.jar.get(SESSION_COOKIE)?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  expect(sessionsOf(db, accountOf(db, 'birgit'))).toMatchObject([{ method: 'link', device: 'Firefox, Windows' }]);
});

test('the database holds no token', async () => {
  const browser = await new Browser().signIn('birgit');
  expect(browser.token).toMatch(/^[a-z2-7]{40}$/);
  expect(db.$client.serialize().includes(browser.token)).toBe(false);
});

test('a token that was made up is nobody, and its cookie goes', async () => {
  const browser = new Browser();
  browser.jar.set(SESSION_COOKIE, 'a'.repeat(40));
  expect(await browser.read()).toBeUndefined();
  expect(browser.token).toBe('');
});

test('signing in anew ends the session that the browser had', async () => {
  const browser = await new Browser().signIn('birgit');
  const before = browser.token;
  await browser.signIn('birgit');
  expect(browser.token).not.toBe(before);
  browser.jar.set(SESSION_COOKIE, before);
  expect(await browser.read()).toBeUndefined();
});

test('signing out ends it on the server too', async () => {
  const browser = await new Browser().signIn('birgit');
  const before = browser.token;
  await closeSession(browser.carrier);
  expect(browser.token).toBe('');
  browser.jar.set(SESSION_COOKIE, before);
  expect(await browser.read()).toBeUndefined();
});

test('a session ends a week after it was last used, and a month after it began', async () => {
  const idle = await new Browser().signIn('birgit');
  at(6.9 * DAY);
  expect(await idle.read()).toBeDefined();
  at(6.9 * DAY);
  expect(await idle.read(), 'it was renewed by use').toBeDefined();
  at(7.1 * DAY);
  expect(await idle.read()).toBeUndefined();

  const busy = await new Browser().signIn('birgit');
  for (let day = 0; day < 28; day += 4) {
    at(4 * DAY);
    expect(await busy.read(), `day ${day + 4}`).toBeDefined();
  }
  at(2.1 * DAY);
  expect(await busy.read()).toBeUndefined();
});

test('when the role changes the session gets a new token, and keeps its place in the list', async () => {
  const browser = await new Browser().signIn('birgit');
  const late = new Browser();
  late.jar.set(SESSION_COOKIE, browser.token);
  const id = (await browser.read())?.sessionId;
  const before = browser.token;
  changeMemberRole(
    db,
    viewerOf(db, 'lone'),
    idOf(db, 'organisations', 'Hvalsø Grønt'),
    accountOf(db, 'birgit'),
    'owner',
  );
  const after = await browser.read();
  expect(browser.token).not.toBe(before);
  expect(after).toMatchObject({ sessionId: id, viewer: { memberOf: [{ role: 'owner' }] } });
  // A request that was under way with the old token is not thrown out, and gets no token of its own.
  expect((await late.read())?.sessionId).toBe(id);
  expect(late.token).toBe(before);
  at(21_000);
  expect(await late.read()).toBeUndefined();
  expect(await browser.read()).toBeDefined();
});

test('a new password ends the other sessions, and renews this one', async () => {
  const here = await new Browser().signIn('birgit');
  const there = await new Browser().signIn('birgit');
  const before = here.token;
  setPassword(db, viewerOf(db, 'birgit'), 'hash', (await here.read())?.sessionId ?? 0);
  expect(await there.read()).toBeUndefined();
  expect(await here.read()).toBeDefined();
  expect(here.token).not.toBe(before);
});

test('a second factor raises the session; the token before is dead at once', async () => {
  const browser = await new Browser().signIn('karim');
  const thief = new Browser();
  thief.jar.set(SESSION_COOKIE, browser.token);
  raiseSession(browser.carrier);
  expect((await browser.read())?.viewer.secondFactorShown).toBe(true);
  expect(await thief.read()).toBeUndefined();
});

test('one ends one’s own sessions and nobody else’s', async () => {
  const here = await new Browser().signIn('birgit');
  const there = await new Browser().signIn('birgit');
  const other = await new Browser().signIn('lone');
  const birgit = viewerOf(db, 'birgit');
  expect(() => endSession(db, birgit, 9999)).toThrow();
  const lones = (await other.read())?.sessionId ?? 0;
  expect(() => endSession(db, birgit, lones)).toThrow();
  endSession(db, birgit, (await there.read())?.sessionId ?? 0);
  expect(await there.read()).toBeUndefined();
  expect(await here.read()).toBeDefined();
  const third = await new Browser().signIn('birgit');
  endOtherSessions(db, birgit, (await here.read())?.sessionId ?? 0);
  expect(await third.read()).toBeUndefined();
  expect(await here.read()).toBeDefined();
  expect(await other.read()).toBeDefined();
});

test('an administrator ends anybody’s sessions; others do not', async () => {
  const browser = await new Browser().signIn('birgit');
  const birgit = accountOf(db, 'birgit');
  for (const name of ['ida', 'lone', 'karim', 'tove'] as const)
    expect(() => endSessionsOfAccount(db, viewerOf(db, name), birgit), name).toThrow();
  expect(await browser.read()).toBeDefined();
  endSessionsOfAccount(db, viewerOf(db, 'yrsa'), birgit);
  expect(await browser.read()).toBeUndefined();
});

test('a suspended account is out with the next request, and stays out', async () => {
  const browser = await new Browser().signIn('birgit');
  suspendAccount(db, viewerOf(db, 'yrsa'), accountOf(db, 'birgit'));
  expect(await browser.read()).toBeUndefined();
  const token = await startSession(db, accountOf(db, 'birgit'), { method: 'link', device: '', secondFactor: false });
  browser.jar.set(SESSION_COOKIE, token);
  expect(await browser.read()).toBeUndefined();
});
