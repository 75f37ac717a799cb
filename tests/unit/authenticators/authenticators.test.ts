import { generateHOTP } from '@oslojs/otp';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { forms } from '#actions/forms.ts';
import type { Db } from '#db/open.ts';
import { prepareAuthenticator, renewRecoveryCodes, switchOnAuthenticator } from '#domain/authenticators/commands.ts';
import { keyToSetUp, recoveryCodesOf } from '#domain/authenticators/queries.ts';
import { appKey, stepOfCode } from '#domain/authenticators/totp.ts';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { doorFor } from '#lib/access.ts';
import { defineForm } from '#lib/forms.ts';
import { openSession, SESSION_COOKIE } from '#lib/sessions.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, type PersonName } from '../../fixtures/people.ts';
import { Sender, seen, wordOf } from '../../fixtures/visits.ts';

let db: Db;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
});

const STEP_MS = 30_000;
const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });

/** What the app of somebody shows at this moment. */
function codeFrom(uri: string, now = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return generateHOTP(bytesOf(secret), BigInt(Math.floor(now / STEP_MS)), 6);
}

function bytesOf(base32: string): Uint8Array {
  const bits = [...base32].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Somebody with an app. @returns what it shows, and the recovery codes */
function withApp(name: PersonName) {
  const id = accountOf(db, name);
  prepareAuthenticator(db, seen(db, id));
  const uri = keyToSetUp(db, seen(db, id))?.uri ?? '';
  const codes = switchOnAuthenticator(db, seen(db, id), codeFrom(uri));
  return { id, uri, codes };
}

async function signedIn(name: PersonName): Promise<Sender> {
  const sender = new Sender(db);
  const request = new Request('http://localhost/');
  const carrier = { db, cookies: sender.jar.asCookies(), request };
  await openSession(carrier, accountOf(db, name), { method: 'link', secondFactor: false });
  return sender;
}

test('codes are those of the standard (RFC 6238, appendix B)', () => {
  const key = Buffer.from('12345678901234567890');
  expect(stepOfCode(key, '287082', 0, 59_000)).toBe(1);
  expect(stepOfCode(key, '081804', 0, 1_111_111_109_000)).toBe(37_037_036);
  expect(stepOfCode(key, '005924', 0, 1_234_567_890_000)).toBe(41_152_263);
});

test('a clock may be off by half a minute, and no more', () => {
  const key = Buffer.from('12345678901234567890');
  const taken = [-60, -30, 0, 30, 60].map((seconds) =>
    stepOfCode(key, '081804', 0, 1_111_111_109_000 + seconds * 1000),
  );
  expect(taken.map((step) => step !== undefined)).toEqual([false, true, true, true, false]);
});

test('the key can be read by an app as a picture, or typed', () => {
  const { uri, text } = appKey(Buffer.from('12345678901234567890'), 'karim@personer.example');
  expect(uri).toContain('otpauth://totp/Plads:karim%40personer.example?');
  expect(text).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});

test('it counts once the app has shown a code, and its key is never shown again', () => {
  const id = accountOf(db, 'karim');
  prepareAuthenticator(db, seen(db, id));
  const uri = keyToSetUp(db, seen(db, id))?.uri ?? '';
  expect(seen(db, id)).toMatchObject({ secondFactorReady: false, secondFactorOn: false });
  expect(() => switchOnAuthenticator(db, seen(db, id), '000000')).toThrow(Conflict);
  const codes = switchOnAuthenticator(db, seen(db, id), codeFrom(uri));
  expect(seen(db, id)).toMatchObject({ secondFactorReady: true, secondFactorOn: true });
  expect(keyToSetUp(db, seen(db, id))).toBeUndefined();
  expect(new Set(codes).size).toBe(10);
  const bytes = db.$client.serialize();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  for (const kept of [secret, Buffer.from(bytesOf(secret)), ...codes, ...codes.map((code) => code.replaceAll(' ', ''))])
    expect(bytes.includes(kept)).toBe(false);
});

test('a code works once, and none of an earlier step works after it', async () => {
  const { uri } = withApp('karim');
  const sender = await signedIn('karim');
  const used = codeFrom(uri);
  expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code: used } }))).toBe('second-factor-wrong');
  later(2 * STEP_MS);
  const [earlier, now] = [codeFrom(uri, Date.now() - STEP_MS), codeFrom(uri)];
  expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code: now } }))).toBe('done /konto');
  for (const code of [now, earlier, used])
    expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code } }))).toBe('second-factor-wrong');
});

test('showing it raises the session, whose token is new', async () => {
  const { uri } = withApp('karim');
  const sender = await signedIn('karim');
  const before = sender.jar.get(SESSION_COOKIE)?.value;
  expect((await sender.viewer())?.secondFactorShown).toBe(false);
  later(STEP_MS);
  const url = 'http://localhost/log-ind/totrin?naeste=%2Fmedlem';
  expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code: codeFrom(uri) }, url }))).toBe(
    'done /medlem',
  );
  expect((await sender.viewer())?.secondFactorShown).toBe(true);
  expect(sender.jar.get(SESSION_COOKIE)?.value).not.toBe(before);
});

test('a recovery code works once, however it is typed; new ones end the old', async () => {
  const { id, codes } = withApp('karim');
  const sender = await signedIn('karim');
  const show = (code = '') => sender.send(forms.authenticators.show, { fields: { code } });
  expect(wordOf(await show(codes[0]?.replaceAll(' ', '-')))).toBe('done /konto');
  expect(wordOf(await show(codes[0]))).toBe('second-factor-wrong');
  expect(recoveryCodesOf(db, id)).toBe(9);
  const renewed = renewRecoveryCodes(db, seen(db, id, true));
  expect(wordOf(await show(codes[1]))).toBe('second-factor-wrong');
  expect(wordOf(await show(renewed[1]))).toBe('done /konto');
});

test('somebody else’s recovery code opens nothing', async () => {
  const { codes } = withApp('karim');
  withApp('tove');
  const sender = await signedIn('tove');
  const code = codes[0] ?? '';
  expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code } }))).toBe('second-factor-wrong');
});

test('guessing is throttled, and even the right code has to wait then', async () => {
  const { codes } = withApp('karim');
  const sender = await signedIn('karim');
  for (let attempt = 0; attempt < 10; attempt++)
    expect(wordOf(await sender.send(forms.authenticators.show, { fields: { code: '000000' } }))).toBe(
      'second-factor-wrong',
    );
  const show = () => sender.send(forms.authenticators.show, { fields: { code: codes[0] ?? '' } });
  expect(wordOf(await show())).toBe('too-many');
  vi.useFakeTimers({ now: Date.now() + 15 * 60_000 + 1000, toFake: ['Date'] });
  expect(wordOf(await show())).toBe('done /konto');
});

test('whoever switched it on is asked at every closed door, whatever the role, and may always sign out', async () => {
  const { id } = withApp('birgit');
  const levels = ['public', 'first-factor', 'signed-in', 'member'] as const;
  const doors = (shown: boolean) => levels.map((level) => doorFor(level, seen(db, id, shown), false));
  expect(doors(false)).toEqual(['open', 'open', 'second-factor', 'second-factor']);
  expect(doors(true)).toEqual(['open', 'open', 'open', 'open']);
  const sender = await signedIn('birgit');
  expect(wordOf(await sender.send(forms.accounts.correct, { fields: { name: 'B', locale: 'da' } }))).toBe(
    'refused 403',
  );
  expect(wordOf(await sender.send(forms.sessions.close))).toBe('done /');
});

test('until it is shown one is nobody to public forms too', async () => {
  const { codes } = withApp('birgit');
  const sender = await signedIn('birgit');
  const whoAmI = defineForm({
    access: 'public',
    schema: z.object({}),
    run: ({ viewer }) => ({ to: viewer ? `/${viewer.name}` : '/nobody' }),
  });
  expect(wordOf(await sender.send(whoAmI))).toBe('done /nobody');
  await sender.send(forms.authenticators.show, { fields: { code: codes[0] ?? '' } });
  expect(wordOf(await sender.send(whoAmI))).toBe('done /Birgit');
});

test('a session that has not shown it can neither switch it off nor see new codes', async () => {
  const { id } = withApp('karim');
  const karim = seen(db, id);
  expect(() => renewRecoveryCodes(db, karim)).toThrow(Forbidden);
  expect(() => prepareAuthenticator(db, karim)).toThrow(Forbidden);
  const sender = await signedIn('karim');
  for (const form of [forms.authenticators.switchOff, forms.authenticators.renewCodes])
    expect(wordOf(await sender.send(form))).toBe('refused 403');
});

test('once it is switched off no session has shown one, and staff are led to set up another', async () => {
  const { id, codes } = withApp('karim');
  const [here, there] = [await signedIn('karim'), await signedIn('karim')];
  for (const [index, sender] of [here, there].entries())
    await sender.send(forms.authenticators.show, { fields: { code: codes[index] ?? '' } });
  expect(wordOf(await here.send(forms.authenticators.switchOff))).toBe('done /konto/totrin');
  for (const sender of [here, there]) expect((await sender.viewer())?.secondFactorShown).toBe(false);
  expect(doorFor('consultant', seen(db, id), false)).toBe('second-factor');
  expect(recoveryCodesOf(db, id)).toBe(0);
});
