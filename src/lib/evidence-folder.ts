import { join } from 'node:path';
import { environment } from './environment.ts';

/** Files that show how commitments are kept. */
export const evidenceFolder = join(environment.DATA_DIR, 'evidence');
