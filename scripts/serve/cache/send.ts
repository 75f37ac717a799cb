import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdOf } from '../headers.ts';
import type { Form } from './answer.ts';

/** Sends a kept answer, or only word that the reader has it already. */
export function sendForm(form: Form, request: IncomingMessage, response: ServerResponse): void {
  const known = request.headers['if-none-match'];
  if (known && form.status === 200 && isKnown(known, form.etag)) {
    response.writeHead(304, [...form.unchangedHead, 'X-Request-Id', requestIdOf(request)]).end();
    return;
  }
  response.writeHead(form.status, [...form.head, 'X-Request-Id', requestIdOf(request)]);
  if (request.method === 'HEAD') response.end();
  else response.end(form.body);
}

/** Weak comparison, as RFC 9110 (13.1.2) has it: a proxy that compresses makes our mark a weak one. */
function isKnown(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => strong(tag) === strong(etag));
}

const strong = (tag: string): string => tag.trim().replace(/^W\//, '');
