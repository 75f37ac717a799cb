import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { forms } from '#actions/forms.ts';
import { findAccountByEmail, findViewer } from '#domain/accounts/queries.ts';
import { invite } from '#domain/invitations/commands.ts';
import { whyOver } from '#domain/invitations/queries.ts';
import type { Post } from '#domain/invitations/schema.ts';
import { openSession } from '#lib/sessions.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { accountOf, idOf } from '../../fixtures/people.ts';
import { Sender, wordOf } from '../../fixtures/visits.ts';

const EMAIL = 'mette@personer.example';

function invited(db: ReturnType<typeof smallDirectory>, post: Post, email = EMAIL): string {
  return invite(db, 'command-line', { email, post, locale: 'da' }).split('/').at(-1) ?? '';
}

test('somebody new says yes with a name, is signed in, and stands at the new post', async () => {
  const db = smallDirectory();
  const token = invited(db, { role: 'editor', organisationId: idOf(db, 'organisations', 'Hvalsø Grønt') });
  const sender = new Sender(db);
  expect(wordOf(await sender.send(forms.invitations.join, { fields: { token, name: '' } }))).toBe('missing');
  expect(wordOf(await sender.send(forms.invitations.join, { fields: { token, name: 'Mette' } }))).toBe(
    'done /medlem/hvalsoe-groent',
  );
  expect(await sender.viewer()).toMatchObject({ email: EMAIL, name: 'Mette', memberOf: [{ role: 'editor' }] });
  expect(whyOver(db, token)).toBe('accepted');
  expect(wordOf(await new Sender(db).send(forms.invitations.join, { fields: { token, name: 'X' } }))).toBe(
    'invitation-over',
  );
});

test('the first administrator is led to setting up a second step', async () => {
  const db = smallDirectory();
  const token = invited(db, { role: 'administrator' });
  const sender = new Sender(db);
  expect(wordOf(await sender.send(forms.invitations.join, { fields: { token, name: 'Mette' } }))).toBe(
    'done /konto/totrin?naeste=%2Fadmin%2Fbrugere',
  );
});

test('a coordinator and a consultant are led to where they work', async () => {
  const db = smallDirectory();
  const join = async (post: Post, email: string) =>
    wordOf(
      await new Sender(db).send(forms.invitations.join, { fields: { token: invited(db, post, email), name: 'X' } }),
    );
  expect(await join({ role: 'coordinator', networkId: idOf(db, 'networks', 'Green Network') }, 'a@ny.example')).toBe(
    'done /konto/totrin?naeste=%2Fkoordinator',
  );
  expect(await join({ role: 'consultant' }, 'b@ny.example')).toBe('done /konto/totrin?naeste=%2Fjobcenter');
});

test('who is signed in says yes as the invited address alone', async () => {
  const db = smallDirectory();
  const token = invited(db, { role: 'consultant' }, 'ida@personer.example');
  const [ida, birgit] = [new Sender(db), new Sender(db)];
  for (const [sender, name] of [
    [ida, 'ida'],
    [birgit, 'birgit'],
  ] as const) {
    const carrier = { db, cookies: sender.jar.asCookies(), request: new Request('http://localhost/') };
    await openSession(carrier, accountOf(db, name), { method: 'link', secondFactor: false });
  }
  expect(wordOf(await birgit.send(forms.invitations.accept, { fields: { token } }))).toBe('invitation-for-another');
  expect(wordOf(await new Sender(db).send(forms.invitations.join, { fields: { token, name: 'Ida' } }))).toBe(
    'sign-in-first',
  );
  expect(wordOf(await ida.send(forms.invitations.accept, { fields: { token } }))).toBe(
    'done /konto/totrin?naeste=%2Fjobcenter',
  );
});

test('of several processes that answer one invitation at once, one gets the post, and one account is made', async () => {
  const file = join(temporaryFolder(), 'plads.db');
  const db = smallDirectory(file);
  const token = invited(db, { role: 'consultant' });
  const start = Date.now() + 1500;
  const answers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => acceptInOwnProcess(file, start, token, name)));
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
  expect(answers.filter((answer) => answer === 'invitation-over')).toHaveLength(3);
  expect(db.$client.prepare('select count(*) from accounts where email = ?').pluck().get(EMAIL)).toBe(1);
  expect(findViewer(db, findAccountByEmail(db, EMAIL)?.id ?? 0, false)?.consultant).toBe(true);
  db.$client.close();
});

async function acceptInOwnProcess(file: string, start: number, token: string, name: string): Promise<string> {
  const program = `
    import { openDatabase } from '#db/open.ts';
    import { acceptInvitation } from '#domain/invitations/commands.ts';
    const db = openDatabase('${file}');
    while (Date.now() < ${start});
    try {
      acceptInvitation(db, '${token}', { name: '${name}', locale: 'da' });
      console.log('accepted');
    } catch (error) {
      console.log(error.message);
    }`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return stdout.trim();
}
