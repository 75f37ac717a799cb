import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Db, inTransaction, openDatabase } from '#db/open.ts';
import { deliverMails } from '#mail/deliver.ts';
import { folderTransport, readMailFolder } from '#mail/folder.ts';
import type { Mail } from '#mail/mails.ts';
import { countMails, queueMail, takeMail } from '#mail/outbox.ts';
import { smtpTransport } from '#mail/smtp.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { closedPort, type RunningSmtp, startSmtp } from '../../fixtures/smtp.ts';

const SITE = 'https://plads.example';
const FROM = 'Plads <plads@plads.example>';
const toBirgit: Mail = {
  to: 'birgit@hvalsoegroent.example',
  locale: 'da',
  name: 'sign-in',
  values: { path: '/log-ind/link?noegle=abc', code: '12345678', minutes: 10 },
};

let smtp: RunningSmtp;
let db: Db;

beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());
beforeEach(() => {
  db = emptyDirectory();
  smtp.received.length = 0;
  smtp.refuse(undefined);
});

/** What happens to everything in the outbox as time goes by. */
function passTime(minutes: number): void {
  const before = new Date(Date.now() - minutes * 60_000).toISOString();
  db.$client.prepare('update mails set due_at = ?, leased_until = null').run(before);
}

async function deliver(url = smtp.url) {
  const transport = smtpTransport(url, FROM);
  try {
    return await deliverMails(db, transport, SITE);
  } finally {
    transport.close();
  }
}

test('an e-mail leaves after commit, as text and HTML, and nothing of it is kept', async () => {
  queueMail(db, toBirgit);
  expect(await deliver()).toEqual({ sent: 1, failures: [], setAside: 0 });
  const [mail] = smtp.received;
  expect(mail?.subject).toBe('Log ind på Plads');
  expect(mail?.from?.text).toBe('"Plads" <plads@plads.example>');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain('12345678');
    expect(body).toContain('https://plads.example/log-ind/link?noegle=abc');
    expect(body).toContain('10 minutter');
  }
  expect(mail?.html).toContain('<html lang="da">');
  expect(countMails(db)).toEqual({ waiting: 0, setAside: 0 });
});

const change = { path: '/konto/mail/abc', email: 'ny@eksempel.dk', hours: 24 };
test.each([
  { name: 'leave-address', values: change },
  { name: 'new-address', values: change },
  { name: 'address-taken', values: { email: 'ny@eksempel.dk' } },
  { name: 'password-changed', values: { verb: 'setPassword' } },
  { name: 'password-changed', values: { verb: 'dropPassword' } },
  ...(['owner', 'editor', 'coordinator', 'consultant', 'administrator'] as const).map((kind) => ({
    name: 'invitation' as const,
    values: { path: '/invitation/abc', kind, place: 'Hvalsø Grønt', by: 'Lone', days: 14 },
  })),
] as const)('$name ($values.kind $values.verb) says all of it in both languages, with a way onward', async (mail) => {
  for (const locale of ['da', 'en'] as const) queueMail(db, { to: 'lone@eksempel.dk', locale, ...mail } as Mail);
  await deliver();
  const [danish, english] = smtp.received;
  expect(danish?.subject).not.toBe(english?.subject);
  const path = 'path' in mail.values ? mail.values.path : mail.name === 'address-taken' ? '/log-ind' : '/konto';
  for (const [one, prefix] of [
    [danish, ''],
    [english, '/en'],
  ] as const) {
    for (const body of [one?.text, one?.html]) {
      expect(body).toContain(`${SITE}${prefix}${path}`);
      expect(body).not.toMatch(/\{\w+\}|undefined/);
    }
  }
});

test('an e-mail is in the reader’s language, its links too, and markup in a value stays text', async () => {
  queueMail(db, {
    to: 'lone@eksempel.dk',
    locale: 'en',
    name: 'invitation',
    values: { path: '/invitation?noegle=abc', kind: 'owner', place: 'Bo & <b>Co</b>', by: 'Birgit', days: 14 },
  });
  await deliver();
  const [mail] = smtp.received;
  expect(mail?.subject).toBe('Will you look after Bo & <b>Co</b> on Plads?');
  expect(mail?.html).toContain('Bo &amp; &lt;b&gt;Co&lt;/b&gt;');
  expect(mail?.text).toContain('https://plads.example/en/invitation?noegle=abc');
  expect(mail?.text).toContain('14 days');
});

test('what a verb takes back is never sent', async () => {
  expect(() =>
    inTransaction(db, () => {
      queueMail(db, toBirgit);
      throw new Error('changed my mind');
    }),
  ).toThrow();
  expect(await deliver()).toMatchObject({ sent: 0 });
  expect(smtp.received).toEqual([]);
});

test('neither address nor link can be read in the database', () => {
  queueMail(db, toBirgit);
  const bytes = db.$client.serialize();
  expect(bytes.includes('birgit@')).toBe(false);
  expect(bytes.includes('noegle=abc')).toBe(false);
});

test('while the server is away an e-mail waits, and goes later', async () => {
  queueMail(db, toBirgit);
  queueMail(db, toBirgit);
  const { sent, failures } = await deliver(await closedPort());
  expect(sent).toBe(0);
  // The second one did not have to try.
  expect(failures).toHaveLength(1);
  expect(countMails(db)).toEqual({ waiting: 2, setAside: 0 });
  expect(await deliver()).toMatchObject({ sent: 1 });
  passTime(1);
  expect(await deliver()).toMatchObject({ sent: 1 });
});

test('what keeps failing is set aside after growing pauses', async () => {
  queueMail(db, toBirgit);
  smtp.refuse(451);
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(countMails(db), `before attempt ${attempt}`).toEqual({ waiting: 1, setAside: 0 });
    expect((await deliver()).failures, `attempt ${attempt}`).toEqual(['EENVELOPE 451']);
    expect((await deliver()).failures, 'it waits').toEqual([]);
    passTime(1);
  }
  expect(countMails(db)).toEqual({ waiting: 0, setAside: 1 });
});

test('what the server will never take is set aside at once, and does not hold up the others', async () => {
  queueMail(db, toBirgit);
  smtp.refuse(550);
  expect(await deliver()).toEqual({ sent: 0, failures: ['EENVELOPE 550'], setAside: 1 });
  smtp.refuse(undefined);
  queueMail(db, toBirgit);
  expect(await deliver()).toMatchObject({ sent: 1 });
});

test('what is of no use any more is dropped', async () => {
  queueMail(db, toBirgit, new Date(Date.now() - 1000).toISOString());
  queueMail(db, toBirgit, new Date(Date.now() + 60_000).toISOString());
  expect(await deliver()).toMatchObject({ sent: 1 });
  expect(countMails(db)).toEqual({ waiting: 0, setAside: 0 });
});

test('two processes send each e-mail once; what a dead one took goes after its lease', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'plads-mail-')), 'plads.db');
  db = emptyDirectory(file);
  const other = openDatabase(file);
  queueMail(db, toBirgit);
  const taken = takeMail(db);
  expect(taken?.read()).toEqual(toBirgit);
  expect(takeMail(other)).toBeUndefined();
  const later = new Date(Date.now() + 3 * 60_000);
  expect(takeMail(other, later)?.read()).toEqual(toBirgit);
  expect(statSync(join(file, '..', 'plads.key')).mode & 0o777).toBe(0o600);
  other.$client.close();
});

test('an e-mail that cannot be read any more, after the key was lost, does not stop the others', async () => {
  queueMail(db, toBirgit);
  db.$client.prepare('update mails set sealed = ?').run(Buffer.alloc(64));
  queueMail(db, toBirgit);
  expect(await deliver()).toEqual({ sent: 1, failures: ['EUNREADABLE'], setAside: 0 });
});

test('without a server e-mails are files that only this user reads', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'plads-mail-')), 'mail');
  expect(readMailFolder(folder, 10)).toEqual([]);
  queueMail(db, toBirgit);
  await deliverMails(db, folderTransport(folder), SITE);
  const [html = '', text = ''] = readdirSync(folder).sort();
  expect(await readFile(join(folder, html), 'utf8')).toContain('<!doctype html>');
  expect(statSync(join(folder, text)).mode & 0o777).toBe(0o600);
  expect(readMailFolder(folder, 10)).toMatchObject([
    { to: toBirgit.to, subject: 'Log ind på Plads', text: expect.stringContaining('/log-ind/link?noegle=abc') },
  ]);
});
