import type { Template } from '../letter.ts';

/** A consultant asks a colleague to raise something with an organisation. */
export const colleagueRequest: Template<{ by: string; organisation: string; path: string }> = (
  t,
  { by, organisation, path },
) => ({
  subject: t('mail.colleagueRequest.subject', { by, organisation }),
  paragraphs: [t('mail.colleagueRequest.text', { by, organisation })],
  button: { label: t('mail.colleagueRequest.button'), path },
});
