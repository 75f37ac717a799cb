import { join } from 'node:path';
import { folderTransport } from '#mail/folder.ts';
import { smtpTransport } from '#mail/smtp.ts';
import type { MailTransport } from '#mail/transport.ts';
import type { Environment } from './environment.ts';

/** Where e-mails are files when there is no mail server. */
export const mailFolder = (environment: Pick<Environment, 'DATA_DIR'>): string => join(environment.DATA_DIR, 'mail');

export function mailTransport(environment: Environment): MailTransport {
  const { SMTP_URL, MAIL_FROM } = environment;
  return SMTP_URL && MAIL_FROM ? smtpTransport(SMTP_URL, MAIL_FROM) : folderTransport(mailFolder(environment));
}
