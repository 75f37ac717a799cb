import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { CODE_ATTEMPTS, forgetExpiredTokens, issueToken, isUsable, useCode, useToken } from '#domain/tokens/steps.ts';
import { emptyDirectory, smallDirectory } from '../../fixtures/directory.ts';
import { accountOf } from '../../fixtures/people.ts';

const db = smallDirectory();
const issue = (about?: Record<string, unknown>) =>
  issueToken(db, { purpose: 'sign-in', minutes: 10, accountId: accountOf(db, 'ida'), ...(about && { about }) });

test('a token works once, and looking at it does not use it up', () => {
  const { token } = issue({ next: '/medlem' });
  expect(isUsable(db, 'sign-in', token)).toBe(true);
  expect(useToken(db, 'sign-in', token)).toEqual({ accountId: accountOf(db, 'ida'), about: { next: '/medlem' } });
  expect(isUsable(db, 'sign-in', token)).toBe(false);
  expect(useToken(db, 'sign-in', token)).toBeUndefined();
});

test('a token works for nothing but its purpose', () => {
  const { token, handle, code } = issue();
  expect(useToken(db, 'new-address', token)).toBeUndefined();
  expect(useCode(db, 'new-address', handle, code)).toBeUndefined();
  expect(useToken(db, 'sign-in', token)).toBeDefined();
});

test('the code works on the browser that asked, however it is typed, and once', () => {
  const { token, handle, code } = issue();
  const other = issue();
  expect(useCode(db, 'sign-in', other.handle, code)).toBeUndefined();
  expect(useCode(db, 'sign-in', handle, `${code.slice(0, 4)} ${code.slice(4)}`)).toBeDefined();
  expect(useCode(db, 'sign-in', handle, code)).toBeUndefined();
  expect(useToken(db, 'sign-in', token)).toBeUndefined();
});

test('after too many wrong codes the right one does not work, but the link does', () => {
  const { token, handle, code } = issue();
  const wrong = code === '00000000' ? '11111111' : '00000000';
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt++)
    expect(useCode(db, 'sign-in', handle, wrong)).toBeUndefined();
  expect(useCode(db, 'sign-in', handle, code)).toBeUndefined();
  expect(useToken(db, 'sign-in', token)).toBeDefined();
});

test('after its minutes a token is of no use, and is forgotten', () => {
  const { token, handle, code } = issue();
  vi.useFakeTimers({ now: Date.now() + 10.1 * 60_000, toFake: ['Date'] });
  expect(isUsable(db, 'sign-in', token)).toBe(false);
  expect(useToken(db, 'sign-in', token)).toBeUndefined();
  expect(useCode(db, 'sign-in', handle, code)).toBeUndefined();
  forgetExpiredTokens(db);
  expect(
    db.$client.prepare('select count(*) from tokens where expires_at < ?').pluck().get(new Date().toISOString()),
  ).toBe(0);
  vi.useRealTimers();
});

test('the database holds neither token nor code nor what they are about', () => {
  const { token, handle, code } = issue({ email: 'ny@eksempel.dk' });
  const bytes = db.$client.serialize();
  for (const secret of [token, handle, code, 'ny@eksempel.dk']) expect(bytes.includes(secret)).toBe(false);
});

test('of several processes that use a token at once, one gets it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'plads-tokens-')), 'plads.db');
  const shared = emptyDirectory(file);
  const { token, handle, code } = issueToken(shared, { purpose: 'sign-in', minutes: 10 });
  const start = Date.now() + 1500;
  const use = `useToken(db, 'sign-in', '${token}')`;
  const useByCode = `useCode(db, 'sign-in', '${handle}', '${code}')`;
  const results = await Promise.all([use, useByCode, use, useByCode].map((call) => inOwnProcess(file, start, call)));
  expect(results.filter((result) => result === 'true')).toHaveLength(1);
  shared.$client.close();
});

async function inOwnProcess(file: string, start: number, call: string): Promise<string> {
  const program = `
    import { openDatabase } from '#db/open.ts';
    import { useCode, useToken } from '#domain/tokens/steps.ts';
    const db = openDatabase('${file}');
    while (Date.now() < ${start});
    console.log(${call} !== undefined);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return stdout.trim();
}
