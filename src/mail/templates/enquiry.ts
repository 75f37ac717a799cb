import type { Template } from '../letter.ts';

type News = 'sent' | 'first' | 'second' | 'message' | 'agreed' | 'cancelled' | 'new-link';

/** Something happened in an enquiry. What was written is read in the portal. */
export const enquiry: Template<{ news: News; about: string; path: string }> = (t, { news, about, path }) => ({
  subject: t(`mail.enquiry.subject.${news}`, { about }),
  paragraphs: [t(`mail.enquiry.text.${news}`, { about })],
  button: { label: t('mail.enquiry.button'), path },
  ...(path.startsWith('/henvendelse?') ? { closing: t('mail.enquiry.once') } : {}),
});

/** To a coordinator: an organisation has not answered. */
export const enquiryUnanswered: Template<{ organisation: string; days: number; path: string }> = (
  t,
  { organisation, days, path },
) => ({
  subject: t('mail.enquiryUnanswered.subject', { organisation }),
  paragraphs: [t('mail.enquiryUnanswered.text', { organisation, count: days })],
  button: { label: t('mail.enquiryUnanswered.button'), path },
});
