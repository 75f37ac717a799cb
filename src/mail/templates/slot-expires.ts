import type { Template } from '../letter.ts';

/** A slot comes near its last day: a link to renew, pause or close it, without signing in. */
export const slotExpires: Template<{ title: string; day: string; path: string }> = (t, { title, day, path }) => ({
  subject: t('mail.slotExpires.subject', { title, day }),
  paragraphs: [t('mail.slotExpires.text', { title, day }), t('mail.slotExpires.choose')],
  button: { label: t('mail.slotExpires.button'), path },
  closing: t('mail.slotExpires.closing', { day }),
});
