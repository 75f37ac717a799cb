import { localPath, translator } from '#i18n/index.ts';
import type { Letter, Template } from './letter.ts';
import { type Mail, TEMPLATES } from './mails.ts';

/** An e-mail in its two forms, ready to be handed over. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** @param siteUrl the address that the public sees: links in e-mails never come from a request */
export function render(mail: Mail, siteUrl: string): Message {
  const t = translator(mail.locale);
  const letter = (TEMPLATES[mail.name] as Template<Mail['values']>)(t, mail.values);
  const site = new URL(localPath(mail.locale, '/'), siteUrl).href;
  const link = letter.button && new URL(localPath(mail.locale, letter.button.path), siteUrl).href;
  const foot = t('mail.foot', { site });
  return {
    to: mail.to,
    subject: letter.subject,
    text: textOf(letter, link, foot),
    html: htmlOf(letter, link, foot, mail.locale),
  };
}

function textOf(letter: Letter, link: string | undefined, foot: string): string {
  const parts = [
    ...letter.paragraphs,
    letter.code,
    letter.button && `${letter.button.label}:\n${link}`,
    letter.closing,
    `-- \n${foot}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Styles stand in the tags, because that is what mail programs read; colours are the portal's own in light. */
function htmlOf(letter: Letter, link: string | undefined, foot: string, locale: string): string {
  const p = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const button =
    letter.button && link
      ? `<p style="margin:0 0 16px"><a href="${escaped(link)}" style="display:inline-block;padding:12px 22px;border-radius:99px;background:#1b5e45;color:#ffffff;font-weight:bold;text-decoration:none">${escaped(letter.button.label)}</a></p>`
      : '';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#faf7f1;color:#1d2b24;font:17px/1.5 Figtree,system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #ddd6c8;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.2">${escaped(letter.subject)}</h1>
${letter.paragraphs.map((text) => p(text)).join('\n')}
${letter.code ? p(letter.code, 'font-size:28px;font-weight:bold;letter-spacing:4px') : ''}
${button}
${letter.closing ? p(letter.closing) : ''}
${p(foot, 'font-size:14px;color:#55635b')}
</div>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
