import type { Template } from '../letter.ts';

/** Somebody asks to look after an organisation: to those who decide. */
export const claimWaiting: Template<{ place: string; person: string; email: string; message: string; path: string }> = (
  t,
  { place, person, email, message, path },
) => ({
  subject: t('mail.claimWaiting.subject', { place }),
  paragraphs: [
    t('mail.claimWaiting.text', { place, person, email }),
    ...(message ? [t('mail.word', { person, word: message })] : []),
  ],
  button: { label: t('mail.answer'), path },
  closing: t('mail.claimWaiting.closing'),
});

/** Yes. */
export const claimApproved: Template<{ place: string; kind: 'owner' | 'editor'; word: string; path: string }> = (
  t,
  { place, kind, word, path },
) => ({
  subject: t('mail.claimApproved.subject', { place }),
  paragraphs: [t(`mail.claimApproved.text.${kind}`, { place }), ...(word ? [t('mail.answerWord', { word })] : [])],
  button: { label: t('mail.claimApproved.button'), path },
});

/** No, and why. */
export const claimDeclined: Template<{ place: string; word: string; path: string }> = (t, { place, word, path }) => ({
  subject: t('mail.claimDeclined.subject', { place }),
  paragraphs: [t('mail.claimDeclined.text', { place }), t('mail.answerWord', { word })],
  button: { label: t('mail.claimDeclined.button'), path },
  closing: t('mail.claimDeclined.closing'),
});

/** Somebody came in by their address alone: to the organisation's own address in the directory. */
export const claimLetIn: Template<{ place: string; person: string; email: string; path: string }> = (
  t,
  { place, person, email, path },
) => ({
  subject: t('mail.claimLetIn.subject', { place }),
  paragraphs: [t('mail.claimLetIn.text', { place, person, email })],
  button: { label: t('mail.claimLetIn.button'), path },
  closing: t('mail.claimLetIn.closing'),
});
