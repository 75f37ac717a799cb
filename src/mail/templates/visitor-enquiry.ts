import type { Template } from '../letter.ts';

/** To a visitor who wrote to somebody: send it on from here. */
export const visitorEnquiry: Template<{ about: string; path: string; hours: number }> = (
  t,
  { about, path, hours },
) => ({
  subject: t('mail.visitorEnquiry.subject', { about }),
  paragraphs: [t('mail.visitorEnquiry.text', { about, count: hours })],
  button: { label: t('mail.visitorEnquiry.button'), path },
  closing: t('mail.visitorEnquiry.closing'),
});
