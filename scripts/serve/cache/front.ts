import type { IncomingMessage, RequestListener } from 'node:http';
import { log } from '#lib/log.ts';
import { setSecurityHeaders } from '../headers.ts';
import { keptAddress } from './address.ts';
import { encodingFor } from './encoding.ts';
import type { Keeper } from './keeper.ts';
import { sendForm } from './send.ts';

export interface Front {
  /** Answers everything that is not kept. */
  handler: RequestListener;
  /** Public pages and lists, as visitors who are not signed in get them. */
  pages: Keeper;
  /** The build's own files, the same for everybody. */
  files: Keeper;
  /** The addresses of these files. */
  fileAddresses: ReadonlySet<string>;
  /** Told of each request for a page, before it is answered. */
  note?: (request: IncomingMessage) => void;
}

/** Answers from memory what is the same for everybody, and hands on the rest. */
export function front({ handler, pages, files, fileAddresses, note }: Front): RequestListener {
  const handOn: RequestListener = (request, response) => {
    setSecurityHeaders(request, response);
    handler(request, response);
  };
  return (request, response) => {
    const { url = '', method } = request;
    if (method !== 'GET' && method !== 'HEAD') return handOn(request, response);
    const isFile = fileAddresses.has(url);
    if (!isFile) note?.(request);
    if (!isFile && isPersonal(request)) return handOn(request, response);
    const keeper = isFile ? files : pages;
    const encoding = encodingFor(request.headers['accept-encoding']);
    const withoutMemory = (error: unknown) => {
      log.warn({ failure: error instanceof Error ? error.message : String(error) }, 'answering without the memory');
      handOn(request, response);
    };
    try {
      // Answers are kept under the one spelling of their address, which nearly every request uses.
      const found = keeper.find(url, encoding);
      if (found) return sendForm(found, request, response);
    } catch (error) {
      return withoutMemory(error);
    }
    const address = isFile ? url : keptAddress(url);
    if (address === undefined) return handOn(request, response);
    keeper.get(address, encoding).then((form) => {
      if (form) sendForm(form, request, response);
      else handOn(request, response);
    }, withoutMemory);
  };
}

/** Whoever shows who they are gets an answer of their own, whatever the page. */
function isPersonal({ headers }: IncomingMessage): boolean {
  return headers.cookie !== undefined || headers.authorization !== undefined;
}
