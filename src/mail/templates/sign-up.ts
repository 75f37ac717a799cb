import type { Template } from '../letter.ts';

/** Somebody wanted to sign in with an address that has no account: the way to make one. */
export const signUp: Template<{ path: string; code: string; minutes: number }> = (t, { path, code, minutes }) => ({
  subject: t('mail.signUp.subject'),
  paragraphs: [t('mail.signUp.text'), t('mail.signIn.text', { count: minutes }), t('mail.signIn.code')],
  code,
  button: { label: t('mail.signUp.button'), path },
  closing: t('mail.signUp.closing'),
});
