import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { requestIdOf } from '../headers.ts';
import type { Form } from './answer.ts';

/** Sends a kept answer, or only word that the reader has it already. */
export function sendForm(form: Form, request: IncomingMessage, response: ServerResponse): void {
  const known = request.headers['if-none-match'];
  if (known && form.status === 200 && isKnown(known, form.etag)) {
    sendHead(response, 304, form.unchangedHead, requestIdOf(request));
    response.end();
    return;
  }
  sendHead(response, form.status, form.head, requestIdOf(request));
  if (request.method === 'HEAD') response.end();
  else response.end(form.body);
}

/** What node:http keeps of a head that is written but not sent. */
interface Written {
  _header: string;
  _hasBody: boolean;
}

const texts = new WeakMap<string[], string>();

/**
 * The same head as `writeHead` would send, but put together once: node:http looks through every letter of every header
 * of every answer, which takes as long as all else that a kept answer costs. All that is in it was looked through when
 * it was kept. Where the connection is to be closed, node:http knows best how that is said.
 */
function sendHead(response: ServerResponse, status: number, head: string[], requestId: string): void {
  if (!response.shouldKeepAlive) {
    response.writeHead(status, [...head, 'X-Request-Id', requestId]);
    return;
  }
  const text = texts.get(head) ?? textOf(status, head);
  texts.set(head, text);
  const written = response as unknown as Written;
  response.statusCode = status;
  if (status === 304) written._hasBody = false;
  written._header = `${text}X-Request-Id: ${requestId}\r\nDate: ${dateNow()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n`;
}

function textOf(status: number, head: string[]): string {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < head.length; at += 2) text += `${head[at]}: ${head[at + 1]}\r\n`;
  return text;
}

let [second, date] = [0, ''];

function dateNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) [second, date] = [now, new Date(now * 1000).toUTCString()];
  return date;
}

/** Weak comparison, as RFC 9110 (13.1.2) has it: a proxy that compresses makes our mark a weak one. */
function isKnown(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => strong(tag) === strong(etag));
}

const strong = (tag: string): string => tag.trim().replace(/^W\//, '');
