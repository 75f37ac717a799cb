import { join } from 'node:path';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { loadReference } from '#db/reference.ts';
import { statement } from '#db/statement.ts';
import { closeExpiredSlots } from '#domain/slots/commands.ts';
import { environment } from '#lib/environment.ts';
import { ensureIndex } from '#search/index-writer.ts';
import { loadDemo, loadDemoPeople } from './demo.ts';
import { step } from './lib/steps.mjs';

/* Makes the database, or brings it up to date, and puts the demo network into an empty one. */
const { DATA_DIR, DEMO } = environment;
const db = openDatabase(join(DATA_DIR, 'plads.db'));

const migrations = migrateDatabase(db);
console.log(
  migrations > 0 ? `✓ The database has its newest form (${migrations} changes)` : '✓ The database is up to date',
);
if (loadReference(db)) console.log('✓ Postcodes, schemes and world goals are loaded');
const organisations = statement<{ count: number }>(db, 'select count(*) as count from organisations').get()?.count ?? 0;
if (organisations === 0 && DEMO === 'on') {
  await step('Loading the demo network (DEMO=off leaves the directory empty)', () => loadDemo(db));
} else if (organisations === 0) {
  console.log('✓ The directory is empty: npm run import brings in a member list');
}
if (DEMO === 'on' && (await loadDemoPeople(db)) > 0) console.log('✓ Invented people can be played');
closeExpiredSlots(db);
if (ensureIndex(db)) console.log('✓ The search index is written');
db.$client.close();
