import type { Template } from '../letter.ts';

/** What an account's address is to be, and the link that says yes. */
interface Change {
  path: string;
  /** The new address. */
  email: string;
  hours: number;
}

/** To the address that an account is to leave. */
export const leaveAddress: Template<Change> = (t, { path, email, hours }) => ({
  subject: t('mail.leaveAddress.subject'),
  paragraphs: [t('mail.leaveAddress.text', { email }), t('mail.address.valid', { count: hours })],
  button: { label: t('mail.address.button'), path },
  closing: t('mail.leaveAddress.closing'),
});

/** To the address that it is to have. */
export const newAddress: Template<Change> = (t, { path, email, hours }) => ({
  subject: t('mail.newAddress.subject'),
  paragraphs: [t('mail.newAddress.text', { email }), t('mail.address.valid', { count: hours })],
  button: { label: t('mail.address.button'), path },
  closing: t('mail.newAddress.closing'),
});

/** To an address that has an account of its own: whoever asked is not told. */
export const addressTaken: Template<{ email: string }> = (t, { email }) => ({
  subject: t('mail.addressTaken.subject'),
  paragraphs: [t('mail.addressTaken.text', { email })],
  button: { label: t('mail.addressTaken.button'), path: '/log-ind' },
  closing: t('mail.newAddress.closing'),
});
