import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { Conflict } from '#domain/errors.ts';
import { chooseMails, subscribeAgain, unsubscribe } from '#domain/notifications/commands.ts';
import { findWayOut, wantedKinds } from '#domain/notifications/queries.ts';
import { isTextKey } from '#i18n/index.ts';
import { deliverMails } from '#mail/deliver.ts';
import { KIND_OF, type Mail } from '#mail/mails.ts';
import { countMails, queueMail } from '#mail/outbox.ts';
import { isRefused, unsubscribeKey } from '#mail/refusals.ts';
import { smtpTransport } from '#mail/smtp.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { accountOf, viewerOf } from '../../fixtures/people.ts';
import { type RunningSmtp, startSmtp } from '../../fixtures/smtp.ts';

let db: Db;
let smtp: RunningSmtp;

beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());
beforeEach(() => {
  db = smallDirectory();
  smtp.received.length = 0;
  accountOf(db, 'lone');
  accountOf(db, 'birgit');
});

/** An e-mail of a kind that can be switched off, whichever template that is; an invitation stands in for one. */
async function ofKind<Result>(kind: 'slots' | 'enquiries', work: () => Result | Promise<Result>): Promise<Result> {
  const before = KIND_OF.invitation;
  KIND_OF.invitation = kind;
  try {
    return await work();
  } finally {
    KIND_OF.invitation = before;
  }
}

const mailTo = (to: string): Mail => ({
  to,
  locale: 'da',
  name: 'invitation',
  values: { path: '/invitation/x', kind: 'editor', place: 'Hvalsø Grønt', by: 'Lone', days: 14 },
});
const LONE = 'lone@personer.example';
const NOBODY = 'kontakt@uden-konto.example';
const key = (to: string) => unsubscribeKey(db, mailTo(to)) ?? '';

async function deliver() {
  const transport = smtpTransport(smtp.url, 'Plads <plads@plads.example>');
  try {
    return await deliverMails(db, transport, 'https://plads.example');
  } finally {
    transport.close();
  }
}

test('somebody chooses which kinds to get, and gets no others', async () => {
  const lone = viewerOf(db, 'lone');
  expect(wantedKinds(db, lone.id)).toEqual(['slots', 'commitments', 'enquiries', 'requests', 'searches']);
  chooseMails(db, lone, ['commitments']);
  chooseMails(db, lone, ['commitments', 'enquiries']);
  expect(wantedKinds(db, lone.id)).toEqual(['commitments', 'enquiries']);
  await ofKind('slots', () => queueMail(db, mailTo('LONE@personer.example')));
  expect(countMails(db).waiting).toBe(0);
  await ofKind('enquiries', () => queueMail(db, mailTo(LONE)));
  await ofKind('slots', () => queueMail(db, mailTo('birgit@personer.example')));
  expect(countMails(db).waiting).toBe(2);
});

test('what guards an account, or was asked for, always comes and has no way out', () => {
  const lone = viewerOf(db, 'lone');
  chooseMails(db, lone, []);
  for (const name of ['sign-in', 'sign-up', 'account-deletion', 'organisation-deletion'] as const) {
    expect(isRefused(db, { to: LONE, name }), name).toBe(false);
    expect(unsubscribeKey(db, { to: LONE, name }), name).toBeUndefined();
  }
});

test('a new link comes to whoever asked for it, though enquiries are switched off', () => {
  chooseMails(db, viewerOf(db, 'lone'), []);
  const enquiry = (news: 'new-link' | 'message'): Mail => ({
    to: LONE,
    locale: 'da',
    name: 'enquiry',
    values: { news, about: 'Hjælper i drivhuset', path: '/henvendelse?noegle=x' },
  });
  queueMail(db, enquiry('message'));
  expect(countMails(db).waiting).toBe(0);
  queueMail(db, enquiry('new-link'));
  expect(countMails(db).waiting).toBe(1);
});

test('a choice made while an e-mail waits still counts', async () => {
  await ofKind('slots', async () => {
    queueMail(db, mailTo(LONE));
    unsubscribe(db, key(LONE));
    expect(await deliver()).toEqual({ sent: 0, failures: [], setAside: 0 });
  });
  expect(countMails(db).waiting).toBe(0);
  expect(smtp.received).toEqual([]);
});

test('an e-mail carries its way out, for people and for mail programs, over a real mail server', async () => {
  await ofKind('slots', async () => {
    queueMail(db, mailTo(LONE));
    await deliver();
  });
  const [mail] = smtp.received;
  const link = /https:\/\/plads\.example\/afmeld\?noegle=([\w-]+)/.exec(mail?.text ?? '');
  expect(findWayOut(db, link?.[1] ?? '')).toMatchObject({ kind: 'slots', wanted: true });
  expect(mail?.html).toContain(`<a href="${link?.[0]}"`);
  const line = (header: string) => mail?.headerLines.find(({ key: name }) => name === header)?.line ?? '';
  expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const list = line('list-unsubscribe');
  expect(list).toMatch(/^List-Unsubscribe: <https:\/\/plads\.example\/afmeld\/et-klik\?noegle=[\w-]+>$/);
  expect(list + mail?.text).not.toContain('lone@');
});

test('what always comes carries none', async () => {
  queueMail(db, mailTo(LONE));
  await deliver();
  expect(smtp.received[0]?.headers.has('list')).toBe(false);
  expect(smtp.received[0]?.text).not.toContain('afmeld');
});

test('a link stops its own kind for its own reader, once is enough, and can be taken back', async () => {
  const lone = viewerOf(db, 'lone');
  await ofKind('slots', () => {
    unsubscribe(db, key(LONE));
    unsubscribe(db, key(LONE));
    expect(findWayOut(db, key(LONE))?.wanted).toBe(false);
    expect(wantedKinds(db, lone.id)).toEqual(['commitments', 'enquiries', 'requests', 'searches']);
    expect(wantedKinds(db, accountOf(db, 'birgit'))).toHaveLength(5);
    subscribeAgain(db, key(LONE));
    expect(wantedKinds(db, lone.id)).toHaveLength(5);
  });
});

test('who has no account can stop them too, nothing of the address is kept, and an account takes it over', async () => {
  await ofKind('enquiries', () => {
    unsubscribe(db, key(NOBODY));
    queueMail(db, mailTo(NOBODY));
    expect(countMails(db).waiting).toBe(0);
    expect(JSON.stringify(db.$client.prepare('select * from mail_refusals').all())).not.toContain('uden-konto');
    db.$client.prepare(`update accounts set email = ? where name = 'Lone'`).run(NOBODY);
    const lone = viewerOf2();
    expect(wantedKinds(db, lone)).not.toContain('enquiries');
    chooseMails(db, { ...viewerOf(db, 'birgit'), id: lone }, ['enquiries']);
    expect(wantedKinds(db, lone)).toEqual(['enquiries']);
  });
});

const viewerOf2 = () => db.$client.prepare(`select id from accounts where name = 'Lone'`).pluck().get() as number;

test.each(['', 'x', 'AAAA', '../../etc', 'ø'.repeat(300)])('the key “%s” opens nothing', (wrong) => {
  expect(findWayOut(db, wrong)).toBeUndefined();
  expect(() => unsubscribe(db, wrong)).toThrow(new Conflict('way-out-unknown'));
});

test('a key that was changed in one letter, or whose account is gone, opens nothing', async () => {
  await ofKind('slots', () => {
    const right = key(LONE);
    for (const at of [0, 20, right.length - 2]) {
      const changed = right.slice(0, at) + (right[at] === 'A' ? 'B' : 'A') + right.slice(at + 1);
      expect(findWayOut(db, changed), `letter ${at}`).toBeUndefined();
    }
    const birgit = key('birgit@personer.example');
    expect(findWayOut(db, birgit)).toBeDefined();
    db.$client.exec(`delete from accounts where name = 'Birgit'`);
    expect(findWayOut(db, birgit)).toBeUndefined();
  });
});

test('every kind that somebody can choose has words', () => {
  for (const kind of ['slots', 'commitments', 'enquiries', 'requests', 'searches'])
    for (const key of [`notifications.kind.${kind}`, `notifications.kind.${kind}.hint`])
      expect(isTextKey(key), key).toBe(true);
});
