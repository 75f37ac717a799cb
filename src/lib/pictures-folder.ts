import { join } from 'node:path';
import { environment } from './environment.ts';

export const picturesFolder = join(environment.DATA_DIR, 'pictures');
