import type { Template } from '../letter.ts';

interface Waiting {
  place: string;
  network: string;
  person: string;
  email: string;
  message: string;
  path: string;
}

/** An organisation asks to join a network: to those who decide. */
export const applicationWaiting: Template<Waiting> = (t, { place, network, person, email, message, path }) => ({
  subject: t('mail.applicationWaiting.subject', { place, network }),
  paragraphs: [
    t('mail.applicationWaiting.text', { place, network, person, email }),
    ...(message ? [t('mail.word', { person, word: message })] : []),
  ],
  button: { label: t('mail.answer'), path },
});

/** Yes. */
export const applicationApproved: Template<{ place: string; network: string; word: string; path: string }> = (
  t,
  { place, network, word, path },
) => ({
  subject: t('mail.applicationApproved.subject', { place, network }),
  paragraphs: [
    t('mail.applicationApproved.text', { place, network }),
    ...(word ? [t('mail.answerWord', { word })] : []),
  ],
  button: { label: t('mail.applicationApproved.button'), path },
});

/** No, and why. */
export const applicationDeclined: Template<{ place: string; network: string; word: string; path: string }> = (
  t,
  { place, network, word, path },
) => ({
  subject: t('mail.applicationDeclined.subject', { place, network }),
  paragraphs: [t('mail.applicationDeclined.text', { place, network }), t('mail.answerWord', { word })],
  button: { label: t('mail.applicationDeclined.button', { network }), path },
});
