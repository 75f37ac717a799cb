import { expect, test } from 'vitest';
import { isCommon } from '#domain/credentials/common.ts';

const OWN = ['Birgit Holm', 'birgit@hvalsoegroent.example', 'plads'];

test.each([
  'passwordpassword',
  'password12345678',
  '123456789012345',
  'qwertyuiopasdfgh',
  '1q2w3e4r5t6y7u8i9o0p',
  'iloveyouiloveyou',
  'P@ssw0rdP@ssw0rd',
  'aaaaaaaaaaaaaaaaaaaa',
  'abcdefghijklmnopq',
  'Sommer2026Sommer2026',
  'birgitbirgitbirgit',
  'birgitholmbirgitholm',
  'birgit@hvalsoegroent.example',
  'hvalsoegroent2026',
])('“%s” is too common', async (password) => {
  expect(password.length).toBeGreaterThanOrEqual(15);
  expect(await isCommon(password, OWN)).toBe(true);
});

test.each([
  'rødgrød med fløde på',
  'kage og kaffe om onsdagen',
  'correct horse battery staple',
  'en gul cykel mod regnen',
])('“%s” is not', async (password) => {
  expect(await isCommon(password, OWN)).toBe(false);
});

test('the longest password is judged at once', async () => {
  const started = performance.now();
  await isCommon('rødgrød med fløde på '.repeat(47), OWN);
  await isCommon('1q2w3e4r5t'.repeat(100), OWN);
  expect(performance.now() - started).toBeLessThan(5000);
});
