import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openDatabase } from '#db/open.ts';
import { environment } from '#lib/environment.ts';

/** The portal's database; where there is none yet, nothing but a line that says so. */
export function openPortalDatabase(): Db | undefined {
  const file = join(environment.DATA_DIR, 'plads.db');
  if (existsSync(file)) return openDatabase(file);
  console.error(`There is no database in ${environment.DATA_DIR} yet. Run npm start.`);
  return undefined;
}
