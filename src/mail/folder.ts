import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const fileOf = ({ to, subject, text }: Message): string => `To: ${to}\nSubject: ${subject}\n\n${text}`;

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
