import type { Message } from './render.ts';

/** The way out for e-mails: a mail server, or a folder where there is none. */
export interface MailTransport {
  /** @throws MailFailure */
  send(id: number, message: Message): Promise<void>;
  close(): void;
}

/** An e-mail that was not taken: the server's code, and whether asking again is of no use. */
export class MailFailure extends Error {
  readonly code: string;
  readonly isFinal: boolean;
  /** Whether it was the server that failed, so that the next e-mail would fail too. */
  readonly isServers: boolean;

  constructor(code: string, { isFinal = false, isServers = false } = {}) {
    super(code);
    this.code = code;
    this.isFinal = isFinal;
    this.isServers = isServers;
  }
}
