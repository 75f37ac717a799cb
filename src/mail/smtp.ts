import { createTransport } from 'nodemailer';
import { MailFailure, type MailTransport } from './transport.ts';

const TIMEOUT_MS = 20_000;
/** What the server says of this one message; everything else is about the server itself. */
const ABOUT_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * @param url `smtp://user:password@host:587` or `smtps://…`; upgraded to TLS where the server offers it
 * @param from `Plads <plads@eksempel.dk>`
 */
export function smtpTransport(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transporter = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true }, { from });
  const domain = from
    .replace(/>?\s*$/, '')
    .split('@')
    .pop();
  return {
    async send(id, message) {
      try {
        // The same number on every attempt: should it be handed over twice, mail programs show it once.
        const headers = { ...AUTOMATIC, ...unfolded(message.headers ?? {}) };
        await transporter.sendMail({ ...message, messageId: `<${id}.plads@${domain}>`, headers });
      } catch (error) {
        throw failureOf(error as { code?: string; responseCode?: number });
      }
    },
    close: () => transporter.close(),
  };
}

/** Keeps out-of-office answers away (RFC 3834). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

/** Not to be broken into lines: a mail program takes the address in it as it stands. */
const unfolded = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]));

function failureOf({ code = 'EUNKNOWN', responseCode = 0 }: { code?: string; responseCode?: number }): MailFailure {
  const isAboutMessage = ABOUT_MESSAGE.has(code);
  return new MailFailure([code, responseCode || undefined].filter(Boolean).join(' '), {
    isFinal: isAboutMessage && responseCode >= 500,
    isServers: !isAboutMessage,
  });
}
