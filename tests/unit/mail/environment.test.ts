import { expect, test } from 'vitest';
import { readEnvironment } from '#lib/environment.ts';

test('a mail server needs a sender, and its password is never printed', () => {
  const SMTP_URL = 'smtp://plads:hemmelig@mail.example:587';
  const read = (env: Record<string, string>) => () => readEnvironment(env);
  expect(read({ SMTP_URL })).toThrow('MAIL_FROM must be');
  expect(read({ SMTP_URL, MAIL_FROM: 'Plads <plads@plads.example>' })()).toMatchObject({ SMTP_URL });
  expect(read({ SMTP_URL, MAIL_FROM: 'plads@plads.example' })()).toMatchObject({ SMTP_URL });
  expect(read({ SMTP_URL, MAIL_FROM: 'Plads' })).toThrow('MAIL_FROM must be an e-mail address');
  expect(read({ SMTP_URL: 'https://hemmelig.example' })).toThrow(/^SMTP_URL must be [^"]+smtps:\/\/\.$/);
});
