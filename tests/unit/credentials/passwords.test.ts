import { beforeEach, expect, test, vi } from 'vitest';
import { forms } from '#actions/forms.ts';
import type { Db } from '#db/open.ts';
import { hashPassword, isPassword } from '#domain/credentials/passwords.ts';
import { passwordHashOf } from '#domain/credentials/queries.ts';
import { openSession, SESSION_COOKIE } from '#lib/sessions.ts';
import { takeMail } from '#mail/outbox.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf } from '../../fixtures/people.ts';
import { Sender, wordOf } from '../../fixtures/visits.ts';

const FIRST = 'rødgrød med fløde på';
const SECOND = 'kage og kaffe om onsdagen';
let db: Db;
let birgit: number;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  birgit = accountOf(db, 'birgit');
});

async function signedIn(method: 'link' | 'password'): Promise<Sender> {
  const sender = new Sender(db);
  const carrier = { db, cookies: sender.jar.asCookies(), request: new Request('http://localhost/') };
  await openSession(carrier, birgit, { method, secondFactor: false });
  return sender;
}

const set = (sender: Sender, password: string, currentPassword = '') =>
  sender.send(forms.passwords.set, { fields: { password, currentPassword } });
const now = (password: string) => isPassword(passwordHashOf(db, birgit), password);

test('a first password is set, kept as Argon2id, and told to its owner by e-mail', async () => {
  const sender = await signedIn('password');
  expect(wordOf(await set(sender, FIRST))).toBe('done /konto/adgangskode');
  expect(passwordHashOf(db, birgit)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await now(FIRST)).toBe(true);
  expect(takeMail(db)?.read()).toMatchObject({ to: 'birgit@personer.example', name: 'password-changed' });
});

test.each([
  ['', 'missing', undefined],
  ['for kort, ja', 'too-short', { least: 15 }],
  ['x'.repeat(1001), 'too-long', { most: 1000 }],
  ['passwordpassword', 'common.password', undefined],
])('“%.20s” is refused: %s, and is not sent back', async (password, key, values) => {
  const outcome = await set(await signedIn('link'), password);
  expect(outcome).toMatchObject({
    kind: 'problems',
    problems: [{ field: 'password', key: `form.problem.${key}`, ...(values && { values }) }],
  });
  expect(JSON.stringify(outcome)).not.toContain(password || 'nothing');
  expect(passwordHashOf(db, birgit)).toBeUndefined();
});

test('another one takes the one before, and ends all other sessions; this one gets a new token', async () => {
  const [here, there] = [await signedIn('password'), await signedIn('password')];
  await set(here, FIRST);
  expect(wordOf(await set(here, SECOND, 'forkert forkert forkert'))).toBe('current-password-wrong');
  expect(wordOf(await set(here, SECOND))).toBe('current-password-wrong');
  expect(await now(FIRST)).toBe(true);
  const before = here.jar.get(SESSION_COOKIE)?.value;
  expect(wordOf(await set(here, SECOND, FIRST))).toBe('done /konto/adgangskode');
  expect(await now(SECOND)).toBe(true);
  expect(await there.viewer()).toBeUndefined();
  expect((await here.viewer())?.id).toBe(birgit);
  expect(here.jar.get(SESSION_COOKIE)?.value).not.toBe(before);
});

test('a forgotten one is replaced by who has just signed in by e-mail, for a quarter of an hour', async () => {
  await set(await signedIn('password'), FIRST);
  const sender = await signedIn('link');
  expect(wordOf(await set(sender, SECOND))).toBe('done /konto/adgangskode');
  vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] });
  expect(wordOf(await set(sender, FIRST))).toBe('current-password-wrong');
});

test('guessing the one before is throttled', async () => {
  const sender = await signedIn('password');
  await set(sender, FIRST);
  for (let attempt = 0; attempt < 10; attempt++) await set(sender, SECOND, 'forkert');
  expect(wordOf(await set(sender, SECOND, FIRST))).toBe('too-many');
});

test('it is dropped on the same terms', async () => {
  const sender = await signedIn('password');
  await set(sender, FIRST);
  const drop = (currentPassword: string) => sender.send(forms.passwords.drop, { fields: { currentPassword } });
  expect(wordOf(await drop(''))).toBe('current-password-wrong');
  expect(wordOf(await drop(FIRST))).toBe('done /konto/adgangskode');
  expect(passwordHashOf(db, birgit)).toBeUndefined();
});

test('a hash of the same password is never the same', async () => {
  expect(await hashPassword(FIRST)).not.toBe(await hashPassword(FIRST));
});
