import { createHook } from 'node:async_hooks';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forms } from '#actions/forms.ts';
import type { Db } from '#db/open.ts';
import { suspendAccount } from '#domain/accounts/commands.ts';
import { hashPassword } from '#domain/credentials/passwords.ts';
import { insertPassword } from '#domain/credentials/steps.ts';
import { clientAddressOf } from '#lib/client-address.ts';
import { forgetStrangeDevices, knownDevice } from '#lib/known-device.ts';
import { LIMITS } from '#lib/throttles.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, type PersonName, viewerOf } from '../../fixtures/people.ts';
import { Sender, wordOf } from '../../fixtures/visits.ts';

const PASSWORD = 'rødgrød med fløde på';
let hash: string;
let db: Db;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  for (const name of ['birgit', 'jens'] as const) insertPassword(db, accountOf(db, name), hash);
});

const emailOf = (name: string) => `${name}@personer.example`;
const tryIn = (sender: Sender, name: PersonName | string, password = PASSWORD, headers = {}) =>
  sender.send(forms.signIn.byPassword, { fields: { email: emailOf(name), password }, headers }).then(wordOf);
const askFor = (sender: Sender, email: string) => sender.send(forms.signIn.ask, { fields: { email } }).then(wordOf);

test('below the limit a wrong password costs nothing; above it even the right one waits; after a while it does not', async () => {
  const { account, minutes } = LIMITS.password;
  const sender = new Sender(db);
  for (let attempt = 1; attempt < account; attempt++)
    expect(await tryIn(sender, 'birgit', 'forkert')).toBe('password-wrong');
  expect(await tryIn(sender, 'birgit'), 'the last one that counts').toBe('done /konto');

  const stranger = new Sender(db, '192.0.2.2');
  for (let attempt = 0; attempt < account; attempt++)
    expect(await tryIn(stranger, 'birgit', 'forkert')).toBe('password-wrong');
  expect(await tryIn(stranger, 'birgit')).toBe('too-many');
  vi.useFakeTimers({ now: Date.now() + minutes * 60_000 + 1000, toFake: ['Date'] });
  expect(await tryIn(stranger, 'birgit')).toBe('done /konto');
});

test('signing in begins the count anew', async () => {
  const sender = new Sender(db);
  for (let round = 0; round < 3; round++) {
    for (let attempt = 1; attempt < LIMITS.password.account; attempt++) await tryIn(sender, 'birgit', 'forkert');
    expect(await tryIn(sender, 'birgit')).toBe('done /konto');
    sender.jar.kept.clear();
  }
});

test('a device that the account knows is not locked out by others, who are', async () => {
  const owner = new Sender(db);
  expect(await tryIn(owner, 'birgit')).toBe('done /konto');
  const attacker = new Sender(db, '203.0.113.9');
  for (let attempt = 0; attempt < LIMITS.password.account; attempt++) await tryIn(attacker, 'birgit', 'forkert');
  expect(await tryIn(attacker, 'birgit')).toBe('too-many');
  expect(await tryIn(new Sender(db, '203.0.113.10'), 'birgit'), 'from wherever').toBe('too-many');
  expect(await tryIn(owner, 'birgit')).toBe('done /konto');
});

test('half a year after the last sign-in a device is a stranger again, and forgotten', async () => {
  const owner = new Sender(db);
  await tryIn(owner, 'birgit');
  const known = () => db.$client.prepare('select count(*) from known_devices').pluck().get();
  forgetStrangeDevices(db);
  expect([known(), knownDevice(db, owner.jar.asCookies(), emailOf('birgit')) === undefined]).toEqual([1, false]);
  vi.useFakeTimers({ now: Date.now() + 181 * 86_400_000, toFake: ['Date'] });
  expect(knownDevice(db, owner.jar.asCookies(), emailOf('birgit'))).toBeUndefined();
  forgetStrangeDevices(db);
  expect(known()).toBe(0);
});

test('knowing one account does not make a device known to another', async () => {
  const jens = new Sender(db);
  expect(await tryIn(jens, 'jens')).toBe('done /konto');
  for (let attempt = 0; attempt < LIMITS.password.account; attempt++) await tryIn(jens, 'birgit', 'forkert');
  expect(await tryIn(jens, 'birgit')).toBe('too-many');
});

test('one address cannot try many accounts, and others may go on', async () => {
  const attacker = new Sender(db, '203.0.113.9');
  for (let attempt = 0; attempt < LIMITS.mail.address; attempt++)
    expect(await askFor(attacker, `nr-${attempt}@eksempel.dk`)).toBe('done /log-ind/kode');
  expect(await askFor(attacker, 'en-til@eksempel.dk')).toBe('too-many');
  expect(await askFor(new Sender(db, '203.0.113.10'), 'en-til@eksempel.dk')).toBe('done /log-ind/kode');
});

test('a forwarded address that the sender wrote itself changes nothing', async () => {
  const attacker = new Sender(db, '203.0.113.9');
  for (let attempt = 0; attempt < LIMITS.password.address; attempt++)
    await tryIn(attacker, `nr-${attempt}`, 'forkert', { 'x-forwarded-for': `198.51.100.${attempt}` });
  expect(await tryIn(attacker, 'ny', 'forkert', { 'x-forwarded-for': '198.51.100.200' })).toBe('too-many');
});

test.each([
  [0, '198.51.100.1', '192.0.2.1'],
  [1, '198.51.100.1', '198.51.100.1'],
  [1, '10.0.0.1, 198.51.100.1', '198.51.100.1'],
  [2, 'forged, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  [1, undefined, '192.0.2.1'],
  [1, '', '192.0.2.1'],
  [3, '198.51.100.1', '192.0.2.1'],
])('behind %i proxies that wrote %j it is %s', (proxies, forwarded, address) => {
  const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]]);
  expect(clientAddressOf(new Request('http://localhost/', { headers }), '192.0.2.1', proxies)).toBe(address);
});

test('the database holds neither the address nor the network address of who tried', async () => {
  await tryIn(new Sender(db, '203.0.113.77'), 'nobody-special', 'forkert');
  const bytes = db.$client.serialize();
  for (const trace of ['203.0.113.77', emailOf('nobody-special')]) expect(bytes.includes(trace)).toBe(false);
});

test('an address without account, one without password, and one that is closed are answered alike, after the same work', async () => {
  accountOf(db, 'ida');
  suspendAccount(db, viewerOf(db, 'yrsa'), accountOf(db, 'jens'));
  const answers = [];
  for (const [name, password] of [
    ['ingen', 'forkert'],
    ['ida', 'forkert'],
    ['birgit', 'forkert'],
    ['jens', PASSWORD],
  ] as const) {
    const { outcome, hashes } = await counting(() =>
      new Sender(db, `192.0.2.${name.length}`).send(forms.signIn.byPassword, {
        fields: { email: emailOf(name), password },
      }),
    );
    answers.push({ ...outcome, typed: undefined, hashes });
  }
  expect(answers[0]).toMatchObject({ kind: 'problems', status: 409, hashes: 1 });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('asking for a link is answered alike for an address with and without account', async () => {
  const answers = await Promise.all(
    [emailOf('birgit'), 'ingen@eksempel.dk'].map(async (email) => {
      const sender = new Sender(db);
      const outcome = await sender.send(forms.signIn.ask, { fields: { email } });
      return { outcome, cookies: [...sender.jar.kept.keys()] };
    }),
  );
  expect(answers[0]?.outcome).toEqual({ kind: 'done', to: '/log-ind/kode' });
  expect(answers[1]).toEqual(answers[0]);
  expect(db.$client.prepare('select count(*) from mails').pluck().get()).toBe(2);
});

/** How many Argon2 hashes were made meanwhile: what takes time when a password is checked. */
async function counting<Result>(work: () => Promise<Result>): Promise<{ outcome: Result; hashes: number }> {
  let hashes = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'ARGON2REQUEST') hashes += 1;
    },
  }).enable();
  const outcome = await work();
  hook.disable();
  return { outcome, hashes };
}
