import type { Template } from '../letter.ts';

/** Somebody is asked to look after an organisation, or to work in the portal. */
export const invitation: Template<{ path: string; kind: InvitationKind; place: string; by: string; days: number }> = (
  t,
  { path, kind, place, by, days },
) => ({
  subject: t(`mail.invitation.subject.${kind}`, { place }),
  paragraphs: [t(`mail.invitation.text.${kind}`, { place, by }), t('mail.invitation.valid', { count: days })],
  button: { label: t('mail.invitation.button'), path },
  closing: t('mail.invitation.closing'),
});

type InvitationKind = 'owner' | 'editor' | 'coordinator' | 'consultant' | 'administrator';
