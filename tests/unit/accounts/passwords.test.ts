import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '#domain/credentials/passwords.ts';

test('a password is known by its hash, which names its own parameters and is never the same', async () => {
  const kept = await hashPassword('rødgrød med fløde på');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await isPassword(kept, 'rødgrød med fløde på')).toBe(true);
  expect(await isPassword(kept, 'rødgrød med fløde pa')).toBe(false);
  expect(await isPassword(kept, '')).toBe(false);
  expect(await hashPassword('rødgrød med fløde på')).not.toBe(kept);
});

test('a password typed on another keyboard is the same', async () => {
  const composed = 'på tværs af åen 2026';
  expect(await isPassword(await hashPassword(composed), composed.normalize('NFD'))).toBe(true);
});

test('a hash that another program made is understood (reference vector of the argon2 command line tool)', async () => {
  const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword(kept, 'password')).toBe(true);
});

test('without a password there is none that is right', async () => {
  expect(await isPassword(undefined, '')).toBe(false);
  expect(await isPassword(undefined, 'rødgrød med fløde på')).toBe(false);
});
