import type { Template } from '../letter.ts';

/** A promise comes near the day on which its makers said they would look at it. */
export const commitmentReview: Template<{ statement: string; day: string; path: string }> = (
  t,
  { statement, day, path },
) => ({
  subject: t('mail.commitmentReview.subject', { day }),
  paragraphs: [t('mail.commitmentReview.text', { statement, day }), t('mail.commitmentReview.choose')],
  button: { label: t('mail.commitmentReview.button'), path },
  closing: t('mail.commitmentReview.closing'),
});
