import { pino } from 'pino';
import { log } from '#lib/log.ts';

export interface RequestFacts {
  requestId: string;
  method: string;
  path: string;
  status: number;
  ms: number;
}

/** Lines are written together, at the latest after this long. */
const PAUSE_MS = 500;
const MOST_CHARACTERS = 16_384;

const destination = pino.destination({ dest: 1, sync: true });
const isWanted = log.isLevelEnabled('info');
let waiting = '';
let [moment, time] = [0, ''];

setInterval(write, PAUSE_MS).unref();
process.on('exit', write);

/**
 * Writes one line about a request, in the form of all other lines. It is put together by hand and written with others,
 * because a line by itself would cost a fifth of what a kept answer costs.
 */
export function logRequest({ requestId, method, path, status, ms }: RequestFacts): void {
  if (!isWanted) return;
  const now = Date.now();
  if (now !== moment) [moment, time] = [now, new Date(now).toISOString()];
  waiting += `{"level":30,"time":"${time}","requestId":"${requestId}","method":"${method}","path":${quoted(path)},"status":${status},"ms":${ms}}\n`;
  if (waiting.length > MOST_CHARACTERS) write();
}

/** Most paths have nothing in them that JSON would write otherwise. */
const quoted = (path: string): string => (/^[\w/.~%-]*$/.test(path) ? `"${path}"` : JSON.stringify(path));

function write(): void {
  if (waiting === '') return;
  destination.write(waiting);
  waiting = '';
}
