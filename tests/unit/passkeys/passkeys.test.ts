import { beforeEach, expect, test, vi } from 'vitest';
import { forms } from '#actions/forms.ts';
import type { Db } from '#db/open.ts';
import { suspendAccount } from '#domain/accounts/commands.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { askForNewPasskey, askForPasskey } from '#domain/passkeys/ceremonies.ts';
import { addPasskey, dropPasskey, renamePasskey, showPasskey } from '#domain/passkeys/commands.ts';
import { passkeysOf } from '#domain/passkeys/queries.ts';
import { relyingParty } from '#lib/relying-party.ts';
import { openSession } from '#lib/sessions.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, viewerOf } from '../../fixtures/people.ts';
import { SoftwarePasskey } from '../../fixtures/software-passkey.ts';
import { Sender, seen, wordOf } from '../../fixtures/visits.ts';

let db: Db;
let karim: number;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  karim = accountOf(db, 'karim');
});

const ask = (viewer?: Parameters<typeof askForPasskey>[1]) => askForPasskey(db, viewer, relyingParty);
const show = (sent: { question: string; answer: string }) => showPasskey(db, relyingParty, sent);

async function made(account = karim): Promise<SoftwarePasskey> {
  const viewer = seen(db, account, true);
  const passkey = new SoftwarePasskey();
  const sent = passkey.register(await askForNewPasskey(db, viewer, relyingParty));
  await addPasskey(db, viewer, relyingParty, { ...sent, name: 'Min telefon' });
  return passkey;
}

test('a passkey is made, and signs in', async () => {
  const passkey = await made();
  expect(passkeysOf(db, karim)).toMatchObject([{ name: 'Min telefon', transports: ['internal'], lastUsedAt: null }]);
  expect(seen(db, karim)).toMatchObject({ secondFactorReady: true, secondFactorOn: false });
  expect(await show(passkey.show(await ask()))).toBe(karim);
  expect(passkeysOf(db, karim)[0]?.lastUsedAt).not.toBeNull();
});

test('what the browser is asked for: this site, a verified person, and no passkey that is there already', async () => {
  const passkey = await made();
  const { options } = await askForNewPasskey(db, seen(db, karim, true), relyingParty);
  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Plads' },
    user: { name: 'karim@personer.example' },
    excludeCredentials: [{ id: passkey.id.toString('base64url') }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  expect((await ask()).options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect((await ask()).options.allowCredentials, 'nobody is told whose passkeys there are').toBeUndefined();
});

test('a question takes one answer, within five minutes', async () => {
  const passkey = await made();
  const question = await ask();
  expect(await show(passkey.show(question))).toBe(karim);
  await expect(show(passkey.show(question))).rejects.toThrow(Conflict);
  const late = await ask();
  vi.useFakeTimers({ now: Date.now() + 5.1 * 60_000, toFake: ['Date'] });
  await expect(show(passkey.show(late))).rejects.toThrow(Conflict);
});

test('a wrong answer uses the question up too', async () => {
  const passkey = await made();
  const question = await ask();
  await expect(show({ ...passkey.show(question), answer: '{}' })).rejects.toThrow(Conflict);
  await expect(show(passkey.show(question))).rejects.toThrow(Conflict);
});

test.each([
  ['another site', { origin: 'https://plads.evil.example' }],
  ['another port', { origin: 'http://localhost:4322' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['a device that did not verify its holder', { verified: false }],
  ['a counter that fell back', { counter: 1 }],
])('an answer for %s is refused', async (_, how) => {
  const passkey = await made();
  for (let use = 0; use < 3; use++) await show(passkey.show(await ask()));
  await expect(show(passkey.show(await ask(), how))).rejects.toThrow(new Conflict('passkey-wrong'));
  const other = new SoftwarePasskey();
  if ('counter' in how) return;
  const sent = other.register(await askForNewPasskey(db, seen(db, karim, true), relyingParty), how);
  await expect(addPasskey(db, seen(db, karim, true), relyingParty, { ...sent, name: 'x' })).rejects.toThrow(Conflict);
});

test('devices that do not count stay at nought', async () => {
  const passkey = await made();
  db.$client.prepare('update passkeys set counter = 0').run();
  for (let use = 0; use < 3; use++) expect(await show(passkey.show(await ask(), { counter: 0 }))).toBe(karim);
});

test('a question put to one account is not answered for another', async () => {
  const tove = accountOf(db, 'tove');
  const [own, others] = [await made(), await made(tove)];
  await expect(show(others.show(await ask(seen(db, karim))))).rejects.toThrow(Conflict);
  expect(await show(own.show(await ask(seen(db, karim))))).toBe(karim);
  const question = await askForNewPasskey(db, seen(db, tove, true), relyingParty);
  const sent = new SoftwarePasskey().register(question);
  await expect(addPasskey(db, seen(db, karim, true), relyingParty, { ...sent, name: 'x' })).rejects.toThrow(Conflict);
});

test('a passkey that nobody knows, one whose account is closed, and nonsense are refused alike', async () => {
  const passkey = await made();
  const sent = [new SoftwarePasskey().show(await ask()), { question: 'x', answer: '{}' }];
  for (const answer of ['', 'null', '[]', '{"id":1}', '{"id":"x"}'])
    sent.push({ question: (await ask()).question, answer });
  for (const one of sent) await expect(show(one)).rejects.toThrow(new Conflict('passkey-wrong'));
  suspendAccount(db, viewerOf(db, 'yrsa'), karim);
  await expect(show(passkey.show(await ask()))).rejects.toThrow(new Conflict('passkey-wrong'));
});

test('signing in with a passkey counts for both steps', async () => {
  const passkey = await made();
  const sender = new Sender(db);
  const fields = passkey.show(await ask());
  const url = 'http://localhost/log-ind?naeste=%2Fmedlem';
  expect(wordOf(await sender.send(forms.signIn.byPasskey, { fields, url }))).toBe('done /medlem');
  expect(await sender.viewer()).toMatchObject({ id: karim, secondFactorShown: true });
});

test('as the second step it raises the session that there is; somebody else’s does not', async () => {
  const [own, others] = [await made(), await made(accountOf(db, 'tove'))];
  const sender = new Sender(db);
  const carrier = { db, cookies: sender.jar.asCookies(), request: new Request('http://localhost/') };
  await openSession(carrier, karim, { method: 'link', secondFactor: false });
  expect(wordOf(await sender.send(forms.passkeys.show, { fields: others.show(await ask()) }))).toBe('refused 403');
  expect((await sender.viewer())?.secondFactorShown).toBe(false);
  const fields = own.show(await ask(await sender.viewer()));
  expect(wordOf(await sender.send(forms.passkeys.show, { fields }))).toBe('done /konto');
  expect((await sender.viewer())?.secondFactorShown).toBe(true);
});

test('one renames and drops one’s own and nobody else’s; without it nothing is left that was shown', async () => {
  const passkey = await made();
  const id = passkey.id.toString('base64url');
  const sender = new Sender(db);
  await sender.send(forms.signIn.byPasskey, { fields: passkey.show(await ask()) });
  const tove = seen(db, accountOf(db, 'tove'), true);
  expect(() => renamePasskey(db, tove, id, 'Min')).toThrow(NotFound);
  expect(() => dropPasskey(db, tove, id)).toThrow(NotFound);
  expect(() => dropPasskey(db, seen(db, karim), id)).toThrow(Forbidden);
  renamePasskey(db, seen(db, karim, true), id, 'Arbejdstelefon');
  expect(passkeysOf(db, karim)).toMatchObject([{ name: 'Arbejdstelefon' }]);
  expect(wordOf(await sender.send(forms.passkeys.drop, { fields: { passkey: id } }))).toBe('done /konto/noegler');
  expect((await sender.viewer())?.secondFactorShown).toBe(false);
  await expect(show(passkey.show(await ask()))).rejects.toThrow(Conflict);
});

test('a session that has not shown the second factor makes no passkey', async () => {
  await made();
  const viewer = seen(db, karim);
  const sent = new SoftwarePasskey().register(await askForNewPasskey(db, viewer, relyingParty));
  await expect(addPasskey(db, viewer, relyingParty, { ...sent, name: 'x' })).rejects.toThrow(Forbidden);
});
