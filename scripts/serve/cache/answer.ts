import { createHash } from 'node:crypto';
import { QUIET_POLICY, SECURITY_HEADER_LIST } from '../headers.ts';
import { compress, type Encoding, isCompressible } from './encoding.ts';

/** What an address answers when nobody in particular asks. */
export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: ReadonlyMap<string, string | string[]>;
  body: Buffer;
}

/** An answer in one encoding, ready to be sent. */
export interface Form {
  status: number;
  body: Buffer;
  etag: string;
  /** Names and values in turn: node:http writes them fastest like that. */
  head: string[];
  /** The same for "you have it already". */
  unchangedHead: string[];
}

/** Of one sending only, not offered from memory (parts of a file), or said anew below. */
const NOT_KEPT = new Set([
  ...['connection', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id'],
  ...['accept-ranges', 'last-modified'],
  ...['cache-control', 'content-length', 'content-type', 'etag', 'vary'],
]);

/** Whether the same answer may go to everybody who asks at the same time. */
export function isForAll(answer: Answer): boolean {
  const vary = headerOf(answer, 'vary') || 'Accept-Encoding';
  return (
    !answer.headers.has('set-cookie') &&
    /^accept-encoding$/i.test(vary) &&
    !headerOf(answer, 'cache-control').includes('private')
  );
}

/** Whether it may also go to those who ask later. */
export const mayBeKept = (answer: Answer): boolean =>
  answer.status === 200 && isForAll(answer) && !headerOf(answer, 'cache-control').includes('no-store');

/** Brings an answer into the form that readers of one encoding get. */
export function formOf(answer: Answer, wanted: Encoding): Form {
  const type = headerOf(answer, 'content-type');
  const compressible = isCompressible(type, answer.body.length);
  const encoding = compressible ? wanted : 'identity';
  const body = encoding === 'identity' ? answer.body : compress(answer.body, encoding);
  const etag = etagOf(answer, encoding);
  const unchangedHead = [
    ...[...answer.headers].filter(([name]) => !NOT_KEPT.has(name)).flatMap(namesAndValues),
    ...['Cache-Control', cacheControlOf(answer)],
    ...(answer.status === 200 ? ['ETag', etag] : []),
    ...(compressible ? ['Vary', 'Accept-Encoding'] : []),
    ...SECURITY_HEADER_LIST,
    ...(answer.headers.has('content-security-policy') ? [] : QUIET_POLICY),
  ];
  const head = [
    ...unchangedHead,
    ...(type ? ['Content-Type', type] : []),
    ...['Content-Length', String(body.length)],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ];
  return { status: answer.status, body, etag, head, unchangedHead };
}

/**
 * An answer that says itself what it is, as the API's do (they leave out what differs without the data having changed),
 * keeps its word. All others get a mark of their bytes, and each encoding one of its own.
 */
function etagOf(answer: Answer, encoding: Encoding): string {
  const own = headerOf(answer, 'etag');
  // A file's is made of the time at which the build wrote it.
  if (own && !answer.headers.has('last-modified')) return own;
  const mark = createHash('sha256').update(answer.body).digest('base64url').slice(0, 22);
  return encoding === 'identity' ? `"${mark}"` : `"${mark}-${encoding}"`;
}

/** Readers ask every time; only what never changes under its address is theirs for good. */
function cacheControlOf(answer: Answer): string {
  const own = headerOf(answer, 'cache-control');
  return /immutable|no-store/.test(own) ? own : 'no-cache';
}

function headerOf({ headers }: Answer, name: string): string {
  return String(headers.get(name) ?? '');
}

function namesAndValues([name, value]: [string, string | string[]]): string[] {
  return [value].flat().flatMap((one) => [name, one]);
}
