import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inTransaction } from '#db/open.ts';
import { insertAccount, insertStaff } from '#domain/accounts/steps.ts';
import { hashPassword } from '#domain/credentials/passwords.ts';
import { insertPassword } from '#domain/credentials/steps.ts';
import { smallDirectory } from '../fixtures/directory.ts';
import { PASSWORD } from '../fixtures/newcomers.ts';
import { startPortal } from '../fixtures/portal.ts';

/** A portal with one invented administrator. @returns what comes of the page, the one click and the password */
async function attempts(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'plads-demo-'));
  const db = smallDirectory(join(folder, 'plads.db'));
  const hash = await hashPassword(PASSWORD);
  const account = inTransaction(db, () => {
    const id = insertAccount(db, { email: 'portal@demo.example', name: 'Opdigtet', locale: 'da' }, true);
    insertStaff(db, id, 'administrator');
    insertPassword(db, id, hash);
    return id;
  });
  db.$client.close();
  const portal = await startPortal(folder, env);
  const send = async (action: string, fields: Record<string, string>) => {
    const response = await fetch(`http://127.0.0.1:${portal.port}/log-ind?_action=${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, signedIn: /session=[a-z2-7]/.test(response.headers.get('set-cookie') ?? '') };
  };
  const page = await (await fetch(`http://127.0.0.1:${portal.port}/log-ind`)).text();
  const found = {
    offered: page.includes('Log ind som Opdigtet'),
    oneClick: await send('signIn.asDemo', { account: String(account) }),
    password: await send('signIn.byPassword', { email: 'portal@demo.example', password: PASSWORD }),
    printed: portal.output().includes('portal@demo.example'),
  };
  await portal.stop();
  rmSync(folder, { recursive: true });
  return found;
}

const OPEN = {
  offered: true,
  oneClick: { status: 303, signedIn: true },
  password: { status: 303, signedIn: true },
  printed: true,
};
const SHUT = {
  offered: false,
  oneClick: { status: 403, signedIn: false },
  password: { status: 409, signedIn: false },
  printed: false,
};

test.describe.configure({ mode: 'serial' });

test('invented people sign in on this machine', async () => {
  expect(await attempts({})).toEqual(OPEN);
});

test('they do not where the portal is served to other machines, by either way', async () => {
  expect(await attempts({ SITE_URL: 'https://plads.example' })).toEqual(SHUT);
  expect(await attempts({ HOST: '0.0.0.0' })).toEqual(SHUT);
});

test('unless that is switched on by name; and nowhere where it is switched off', async () => {
  expect(await attempts({ HOST: '0.0.0.0', DEMO_LOGINS: 'on' })).toEqual(OPEN);
  expect(await attempts({ DEMO_LOGINS: 'off' })).toEqual(SHUT);
});
