import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { environment } from './environment.ts';

/** The server's one connection. The schema was brought up to date before the server started (scripts/setup.ts). */
export const db = openDatabase(join(environment.DATA_DIR, 'plads.db'));
