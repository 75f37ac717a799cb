import { IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { environment } from '#lib/environment.ts';
import type { Answer } from './answer.ts';

const { host } = new URL(environment.SITE_URL);

/**
 * What the portal answers to an address alone. No header of any visitor reaches it, so none can shape what others get:
 * no cookie, no language, no forwarded host; and a visitor who leaves does not stop it.
 */
export function render(handler: RequestListener, address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A connection of its own, which is never opened and never breaks off.
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = address;
    request.headers = { host };
    request.push(null);
    handler(request, new Recorder(request, resolve, reject));
  });
}

/** Writes into memory what a handler sends. */
class Recorder extends ServerResponse {
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: Error) => void;
  readonly #parts: Buffer[] = [];
  #begun = false;

  constructor(request: IncomingMessage, resolve: (answer: Answer) => void, reject: (error: Error) => void) {
    super(request);
    this.#resolve = resolve;
    this.#reject = reject;
    // The base class asks while it is being made; from here on it is this class's to say.
    Object.defineProperty(this, 'headersSent', { get: () => this.#begun });
  }

  override writeHead(status: number, ...more: unknown[]): this {
    const headers = more.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined;
    this.statusCode = status;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    this.#begun = true;
    return this;
  }

  override write(part: string | Uint8Array, ...more: unknown[]): boolean {
    this.#begun = true;
    this.#parts.push(Buffer.from(part as Uint8Array));
    const written = more.find((one) => typeof one === 'function');
    if (written) process.nextTick(written);
    return true;
  }

  override end(...given: unknown[]): this {
    const [part] = given;
    if (typeof part === 'string' || part instanceof Uint8Array) this.write(part);
    const headers = Object.entries(this.getHeaders()).map(([name, value]) => [name, asText(value)] as const);
    this.#resolve({ status: this.statusCode, headers: new Map(headers), body: Buffer.concat(this.#parts) });
    process.nextTick(() => this.emit('finish'));
    return this;
  }

  override destroy(error = new Error('the answer broke off')): this {
    this.#reject(error);
    process.nextTick(() => this.emit('close'));
    return this;
  }
}

function asText(value: number | string | string[] | undefined): string | string[] {
  return Array.isArray(value) ? value : String(value);
}
