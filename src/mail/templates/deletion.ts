import { formatDay } from '#i18n/index.ts';
import type { Template } from '../letter.ts';

/** Somebody's own account is to go. @param values the day as YYYY-MM-DD */
export const accountDeletion: Template<{ day: string }> = (t, { day }, locale) => ({
  subject: t('mail.accountDeletion.subject'),
  paragraphs: [t('mail.accountDeletion.text', { day: formatDay(locale, day) }), t('mail.accountDeletion.undo')],
  button: { label: t('mail.accountDeletion.button'), path: '/konto/slet' },
  closing: t('mail.accountDeletion.closing'),
});

/** To the other owners of an organisation: one of them has asked for it to be deleted. */
export const organisationDeletion: Template<{ organisation: string; by: string; day: string; path: string }> = (
  t,
  { organisation, by, day, path },
  locale,
) => ({
  subject: t('mail.organisationDeletion.subject', { organisation }),
  paragraphs: [
    t('mail.organisationDeletion.text', { organisation, by }),
    t('mail.organisationDeletion.undo', { day: formatDay(locale, day) }),
  ],
  button: { label: t('mail.organisationDeletion.button'), path },
});
