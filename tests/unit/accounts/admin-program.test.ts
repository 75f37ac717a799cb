import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { insertAccount, insertStaff } from '#domain/accounts/steps.ts';
import { findInvitation } from '#domain/invitations/queries.ts';
import { takeMail } from '#mail/outbox.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { startProgram } from '../../fixtures/programs.ts';

/** Runs `npm run admin` as it is, on a database of its own. */
async function runAdmin(args: string[], { env = {}, database = true, administrator = '' } = {}) {
  const folder = temporaryFolder();
  if (database) {
    const db = emptyDirectory(join(folder, 'plads.db'));
    if (administrator)
      insertStaff(db, insertAccount(db, { email: administrator, name: 'Yrsa', locale: 'da' }), 'administrator');
    db.$client.close();
  }
  const ended = await startProgram('admin.ts', args, { DATA_DIR: folder, ...env }, folder).ended;
  return { ...ended, open: () => openDatabase(join(folder, 'plads.db')) };
}

test('without a mail server the link is printed, the e-mail waits, and the link works', async () => {
  const env = { SITE_URL: 'https://plads.example' };
  const { status, stdout, stderr, open } = await runAdmin(['invite', ' Yrsa@Kommune.example'], { env });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('yrsa@kommune.example er inviteret til at passe portalen. Invitationen gælder i 14 dage');
  const token = /^https:\/\/plads\.example\/invitation\/(\w+)$/m.exec(stdout)?.[1] ?? '';
  const db = open();
  expect(findInvitation(db, token)).toMatchObject({ email: 'yrsa@kommune.example', role: 'administrator', by: null });
  expect(takeMail(db)?.read()).toMatchObject({ to: 'yrsa@kommune.example', name: 'invitation' });
});

test('with a mail server nobody else sees the link; in English where that is asked for', async () => {
  const env = { SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'plads@kommune.example' };
  const { status, stdout, open } = await runAdmin(['invite', 'yrsa@kommune.example', '--lang', 'en'], { env });
  expect([status, stdout.includes('/invitation/')]).toEqual([0, false]);
  expect(stdout).toContain('The e-mail leaves as soon as the portal runs.');
  expect(takeMail(open())?.read()).toMatchObject({ locale: 'en', name: 'invitation' });
});

test('inviting again ends the earlier link', async () => {
  const first = await runAdmin(['invite', 'yrsa@kommune.example']);
  const folder = first.open().$client.name.replace(/plads\.db$/, '');
  const again = await startProgram('admin.ts', ['invite', 'yrsa@kommune.example'], { DATA_DIR: folder }).ended;
  const tokenIn = (text: string) => /invitation\/(\w+)/.exec(text)?.[1] ?? '';
  const found = [first.stdout, again.stdout].map((text) => findInvitation(first.open(), tokenIn(text)) !== undefined);
  expect(found).toEqual([false, true]);
});

test.each([
  ['nothing', [], {}, /^Sådan: npm run admin -- invite/],
  ['no address', ['invite'], {}, /^Sådan: npm run admin -- invite/],
  ['another verb', ['delete', 'yrsa@kommune.example'], {}, /^Sådan: npm run admin -- invite/],
  ['an unknown option', ['invite', 'a@b.dk', '--rolle', 'x'], {}, /^Sådan: npm run admin -- invite/],
  ['two addresses', ['invite', 'a@b.dk', 'c@d.dk'], {}, /^Sådan: npm run admin -- invite/],
  ['no address at all', ['invite', 'yrsa'], {}, /^“yrsa” er ikke en mailadresse/],
  ['a broken address', ['invite', 'yrsa@kommune', '--lang', 'en'], {}, /^“yrsa@kommune” is not an e-mail address/],
  ['no database', ['invite', 'yrsa@kommune.example'], { database: false }, /^Der er ingen database endnu/],
  [
    'an administrator',
    ['invite', 'yrsa@kommune.example'],
    { administrator: 'yrsa@kommune.example' },
    /^yrsa@kommune\.example passer allerede portalen/,
  ],
])('%s: status 1, and words instead of a stack', async (_, args, given, words) => {
  const { status, stdout, stderr } = await runAdmin(args, given);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toMatch(words);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
});
