import { IncomingMessage } from 'node:http';
import { TOO_LARGE } from '#lib/body-limits.ts';

/** The fields of a form stand before its file: they fit into this. */
const FIELDS_BYTES = 64 * 1024;

/**
 * A form whose file is too large, as the same request without it: the fields that were typed, and a word in the place
 * of the file, so that the page can show the form again with what was typed. The file is read past and kept nowhere,
 * because a browser whose sending is cut off shows an error of its own.
 *
 * @returns nothing where it is no form
 */
export async function formWithoutFiles(request: IncomingMessage): Promise<IncomingMessage | undefined> {
  const parts: Buffer[] = [];
  let kept = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    if (kept >= FIELDS_BYTES) continue;
    parts.push(part.subarray(0, FIELDS_BYTES - kept));
    kept += part.length;
  }
  const fields = await fieldsIn(Buffer.concat(parts), request.headers['content-type'] ?? '').catch(() => undefined);
  return fields && withBody(request, Buffer.from(fields.toString()));
}

async function fieldsIn(head: Buffer, type: string): Promise<URLSearchParams | undefined> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(type)?.[1];
  if (!boundary) return undefined;
  const end = head.lastIndexOf(`\r\n--${boundary}`);
  if (end < 0) return undefined;
  const whole = Buffer.concat([head.subarray(0, end), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const form = await new Response(whole, { headers: { 'Content-Type': type } }).formData();
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  const files = [...head.toString('latin1').matchAll(/name="([\w.]+)"; filename="/g)].map((match) => match[1] ?? '');
  return new URLSearchParams([...texts, ...files.map((name): [string, string] => [name, TOO_LARGE])]);
}

/** On the same connection, and in the same name. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const form = new IncomingMessage(request.socket);
  form.method = request.method ?? 'POST';
  form.url = request.url ?? '/';
  form.headers = {
    ...request.headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  form.complete = true;
  form.push(body);
  form.push(null);
  return form;
}
