import { pino } from 'pino';
import { environment } from './environment.ts';

/** Structured lines on standard output. Never a query, an address, a name: nothing personal goes into a log. */
export const log = pino({ level: environment.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
