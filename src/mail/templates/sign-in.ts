import type { Template } from '../letter.ts';

/** A link and a code that sign in, once. */
export const signIn: Template<{ path: string; code: string; minutes: number }> = (t, { path, code, minutes }) => ({
  subject: t('mail.signIn.subject'),
  paragraphs: [t('mail.signIn.text', { count: minutes }), t('mail.signIn.code')],
  code,
  button: { label: t('mail.signIn.button'), path },
  closing: t('mail.signIn.closing'),
});
