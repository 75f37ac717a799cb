import { beforeEach, expect, test, vi } from 'vitest';
import { forms } from '#actions/forms.ts';
import type { Db } from '#db/open.ts';
import { findAccount } from '#domain/accounts/queries.ts';
import { askToChangeAddress, confirmAddress } from '#domain/addresses/commands.ts';
import { Conflict } from '#domain/errors.ts';
import { askToSignIn } from '#domain/sign-in/commands.ts';
import { openSession } from '#lib/sessions.ts';
import { takeMail } from '#mail/outbox.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf } from '../../fixtures/people.ts';
import { Sender, seen, wordOf } from '../../fixtures/visits.ts';

const NEW = 'birgit@nyt-sted.example';
let db: Db;
let birgit: number;

beforeEach(() => {
  vi.useRealTimers();
  db = smallDirectory();
  birgit = accountOf(db, 'birgit');
});

/** What waits to be sent, by kind of e-mail: whom to, and the token of its link. */
function mails() {
  const found: Record<string, { to: string; token: string }> = {};
  for (let taken = takeMail(db); taken; taken = takeMail(db)) {
    const { name, to, values } = taken.read();
    const path = 'path' in values ? values.path : '';
    found[name] = { to, token: path.split('/').at(-1) ?? '' };
  }
  return found;
}

const emailNow = () => findAccount(db, birgit)?.email;

test.each([
  ['leave-address', 'new-address'],
  ['new-address', 'leave-address'],
])('the address changes once both mailboxes have said yes: %s, then %s', async (first, second) => {
  const sender = new Sender(db);
  const carrier = { db, cookies: sender.jar.asCookies(), request: new Request('http://localhost/') };
  await openSession(carrier, birgit, { method: 'link', secondFactor: false });
  askToSignIn(db, { email: 'birgit@personer.example', locale: 'da', next: '/' });
  const old = mails()['sign-in']?.token ?? '';
  expect(wordOf(await sender.send(forms.addresses.ask, { fields: { email: ` ${NEW.toUpperCase()} ` } }))).toBe(
    'done /konto/mail',
  );
  const sent = mails();
  expect([sent['leave-address']?.to, sent['new-address']?.to]).toEqual(['birgit@personer.example', NEW]);
  expect(confirmAddress(db, sent[first]?.token ?? '')).toEqual({ isDone: false });
  expect(emailNow()).toBe('birgit@personer.example');
  expect(confirmAddress(db, sent[second]?.token ?? '')).toEqual({ isDone: true });
  expect(emailNow()).toBe(NEW);
  expect(await sender.viewer(), 'every session is over').toBeUndefined();
  // Whoever reads the old mailbox gets in no more.
  expect(wordOf(await new Sender(db).send(forms.signIn.byLink, { fields: { token: old } }))).toBe('link-over');
});

test('a link works once, for a day, and one mailbox alone changes nothing', () => {
  askToChangeAddress(db, seen(db, birgit), NEW);
  const { 'new-address': arrive, 'leave-address': leave } = mails();
  confirmAddress(db, arrive?.token ?? '');
  expect(() => confirmAddress(db, arrive?.token ?? '')).toThrow(new Conflict('link-over'));
  expect(emailNow()).toBe('birgit@personer.example');
  vi.useFakeTimers({ now: Date.now() + 24.1 * 3_600_000, toFake: ['Date'] });
  expect(() => confirmAddress(db, leave?.token ?? '')).toThrow(new Conflict('link-over'));
});

test('asking again ends the earlier wish; halves of two do not make one', () => {
  askToChangeAddress(db, seen(db, birgit), NEW);
  const earlier = mails();
  confirmAddress(db, earlier['new-address']?.token ?? '');
  askToChangeAddress(db, seen(db, birgit), 'birgit@tredje.example');
  const { 'leave-address': leave } = mails();
  expect(() => confirmAddress(db, earlier['leave-address']?.token ?? '')).toThrow(Conflict);
  expect(confirmAddress(db, leave?.token ?? '')).toEqual({ isDone: false });
  expect(emailNow()).toBe('birgit@personer.example');
});

test('an address that has an account is told so by e-mail, and whoever asked is not', async () => {
  accountOf(db, 'ida');
  const answers = [];
  for (const email of ['ida@personer.example', NEW]) {
    const sender = new Sender(db);
    answers.push(await sender.send(forms.addresses.ask, { fields: { email }, viewer: seen(db, birgit) }));
  }
  const [taken, free] = answers.map((answer) => JSON.stringify(answer).replace(/[\w-]+@[\w.-]+/, ''));
  expect(taken).toBe(free);
  askToChangeAddress(db, seen(db, birgit), 'ida@personer.example');
  const sent = mails();
  expect(sent['address-taken']?.to).toBe('ida@personer.example');
});

test('an address that got an account meanwhile is not taken over', () => {
  askToChangeAddress(db, seen(db, birgit), 'ida@personer.example');
  const { 'new-address': arrive, 'leave-address': leave } = mails();
  accountOf(db, 'ida');
  confirmAddress(db, arrive?.token ?? '');
  expect(() => confirmAddress(db, leave?.token ?? '')).toThrow(new Conflict('email-taken'));
  expect(emailNow()).toBe('birgit@personer.example');
});

test('the address that one has is no change', () => {
  expect(() => askToChangeAddress(db, seen(db, birgit), 'birgit@personer.example')).toThrow(
    new Conflict('same-address', 'email'),
  );
});
