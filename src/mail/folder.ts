import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from './render.ts';
import type { MailTransport } from './transport.ts';

/** Where there is no mail server, e-mails are files: one that people read, and how it would look beside it. */
export function folderTransport(folder: string): MailTransport {
  return {
    async send(id, message) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${id}`;
      writeFileSync(join(folder, `${name}.html`), message.html, { mode: 0o600 });
      writeFileSync(join(folder, `${name}.txt`), fileOf(message), { mode: 0o600 });
    },
    close: () => {},
  };
}

export interface MailFile {
  name: string;
  to: string;
  subject: string;
  text: string;
}

/** The newest e-mails of such a folder, newest first. */
export function readMailFolder(folder: string, most: number): MailFile[] {
  return filesIn(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .reverse()
    .slice(0, most)
    .map((name) => {
      const [head = '', ...rest] = readFileSync(join(folder, name), 'utf8').split('\n\n');
      const [to = '', subject = ''] = head.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
      return { name, to, subject, text: rest.join('\n\n') };
    });
}

/** Takes away every e-mail that holds one of these texts. */
export function forgetMailFiles(folder: string, texts: string[]): void {
  for (const name of filesIn(folder).filter((one) => one.endsWith('.txt'))) {
    const mail = readFileSync(join(folder, name), 'utf8');
    if (!texts.some((text) => mail.includes(text))) continue;
    rmSync(join(folder, name.replace(/\.txt$/, '.html')), { force: true });
    rmSync(join(folder, name), { force: true });
  }
}

function fileOf({ to, subject, text, headers = {} }: Message): string {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `To: ${to}\nSubject: ${subject}\n${more.join('')}\n${text}`;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
