import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { FORM_BYTES, takesUploads, UPLOAD_BYTES } from '#lib/body-limits.ts';
import { setSecurityHeaders } from './headers.ts';
import { formWithoutFiles } from './large-form.ts';

/** Of a form whose file is too large, so much is read, to keep the rest of it. What is larger still is cut off. */
const MOST_READ_BYTES = 64 * 1024 * 1024;

/**
 * Answers before anything is read what brings along more than a form may, or does not say how much it is: the limit
 * is a page's own, and large only where a form takes a file and whoever sends it is signed in.
 */
export function limitedBodies(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { headers, url = '' } = request;
    if (headers['transfer-encoding'] !== undefined)
      return refuse(
        request,
        response,
        411,
        'Sig, hvor meget du sender.\nSay how much you are sending (Content-Length).\n',
      );
    const bytes = Number(headers['content-length'] ?? 0);
    const isUpload = headers.cookie !== undefined && takesUploads(url.split('?', 1)[0] ?? '');
    if (bytes <= (isUpload ? UPLOAD_BYTES : FORM_BYTES)) return handler(request, response);
    if (!isUpload) return refuse(request, response, 413, 'For stort: højst 1 MB.\nToo large: at most 1 MB.\n');
    if (bytes > MOST_READ_BYTES) return tooLargeFile(request, response);
    formWithoutFiles(request).then(
      (form) => (form ? handler(form, response) : tooLargeFile(request, response)),
      () => response.destroy(),
    );
  };
}

const tooLargeFile = (request: IncomingMessage, response: ServerResponse) =>
  refuse(
    request,
    response,
    413,
    'Filen er for stor: højst 10 MB. Gå tilbage, og vælg en mindre.\nThe file is too large: at most 10 MB. Go back and choose a smaller one.\n',
  );

function refuse(request: IncomingMessage, response: ServerResponse, status: number, words: string): void {
  setSecurityHeaders(request, response);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(words);
}
