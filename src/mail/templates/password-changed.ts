import type { Template } from '../letter.ts';

/** Tells the owner of an account that its password was set or dropped. */
export const passwordChanged: Template<{ verb: 'setPassword' | 'dropPassword' }> = (t, { verb }) => ({
  subject: t(`mail.passwordChanged.subject.${verb}`),
  paragraphs: [t('mail.passwordChanged.text')],
  button: { label: t('mail.passwordChanged.button'), path: '/konto' },
  closing: t('mail.passwordChanged.closing'),
});
