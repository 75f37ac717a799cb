import { localPath, translator } from '#i18n/index.ts';
import type { Letter, LetterSection, LetterWay, Template } from './letter.ts';
import { type Mail, TEMPLATES } from './mails.ts';

/** An e-mail in its two forms, ready to be handed over. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Beside the usual ones. */
  headers?: Record<string, string>;
}

/**
 * @param siteUrl the address that the public sees: links in e-mails never come from a request
 * @param unsubscribe key of the way out, for the kinds that have one
 */
export function render(mail: Mail, siteUrl: string, unsubscribe?: string): Message {
  const t = translator(mail.locale);
  const letter = (TEMPLATES[mail.name] as Template<Mail['values']>)(t, mail.values, mail.locale);
  const site = new URL(localPath(mail.locale, '/'), siteUrl).href;
  const addressOf: Address = (path) => new URL(localPath(mail.locale, path), siteUrl).href;
  const wayOut = (path: string) => `${addressOf(path)}?noegle=${unsubscribe}`;
  const foot = [t('mail.foot', { site }), unsubscribe && t('mail.unsubscribe', { link: wayOut('/afmeld') })]
    .filter((line) => line !== undefined)
    .join('\n');
  return {
    to: mail.to,
    subject: letter.subject,
    text: textOf(letter, addressOf, foot),
    html: htmlOf(letter, addressOf, foot, mail.locale),
    ...(unsubscribe && { headers: oneClick(wayOut('/afmeld/et-klik')) }),
  };
}

/** Mail programs show a button of their own (RFC 2369 and 8058). */
const oneClick = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** The whole address of one of the portal's own paths, in the reader's language. */
type Address = (path: string) => string;

function textOf(letter: Letter, addressOf: Address, foot: string): string {
  const way = ({ label, path }: LetterWay) => `${label}:\n${addressOf(path)}`;
  const parts = [
    ...letter.paragraphs,
    ...(letter.sections ?? []).flatMap(({ title, lines, ways }) => [
      `== ${title} ==`,
      ...lines.map((line) => `- ${way(line)}`),
      ...ways.map(way),
    ]),
    letter.code,
    letter.button && way(letter.button),
    letter.closing,
    `-- \n${foot}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Styles stand in the tags, because that is what mail programs read; colours are the portal's own in light. */
function htmlOf(letter: Letter, addressOf: Address, foot: string, locale: string): string {
  const p = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const button = letter.button
    ? `<p style="margin:0 0 16px"><a href="${escaped(addressOf(letter.button.path))}" style="display:inline-block;padding:12px 22px;border-radius:99px;background:#1b5e45;color:#ffffff;font-weight:bold;text-decoration:none">${escaped(letter.button.label)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#faf7f1;color:#1d2b24;font:17px/1.5 Figtree,system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #ddd6c8;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.2">${escaped(letter.subject)}</h1>
${letter.paragraphs.map((text) => p(text)).join('\n')}
${(letter.sections ?? []).map((section) => htmlSection(section, addressOf)).join('\n')}
${letter.code ? p(letter.code, 'font-size:28px;font-weight:bold;letter-spacing:4px') : ''}
${button}
${letter.closing ? p(letter.closing) : ''}
<p style="margin:0 0 16px;font-size:14px;color:#55635b;overflow-wrap:anywhere">${linked(foot)}</p>
</div>
</body>
</html>
`;
}

function htmlSection({ title, lines, ways }: LetterSection, addressOf: Address): string {
  const a = ({ label, path }: LetterWay) =>
    `<a href="${escaped(addressOf(path))}" style="color:#1b5e45">${escaped(label)}</a>`;
  return `<h2 style="margin:0 0 8px;font-size:18px;line-height:1.3">${escaped(title)}</h2>
<ul style="margin:0 0 8px;padding:0 0 0 20px">
${lines.map((line) => `<li style="margin:0 0 8px">${a(line)}</li>`).join('\n')}
</ul>
<p style="margin:0 0 24px;font-size:15px">${ways.map(a).join('<br>')}</p>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Addresses can be clicked, and lines stay lines. */
const linked = (text: string): string =>
  escaped(text)
    .replaceAll(/https?:\/\/[^\s<>"]+/g, (address) => `<a href="${address}" style="color:#55635b">${address}</a>`)
    .replaceAll('\n', '<br>');
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
