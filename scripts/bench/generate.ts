import { unwatchContent, watchContent } from '#db/content-version.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { type Db, inTransaction, openDatabase } from '#db/open.ts';
import { loadReference } from '#db/reference.ts';
import { writingMany } from '#search/embedded/write.ts';
import { ensureIndex, indexOrganisations } from '#search/index-writer.ts';
import { loadDemo } from '../demo.ts';
import { modelFrom } from './model.ts';
import { randomFrom } from './random.ts';
import { organisationWriter } from './rows.ts';

/** How many organisations are written, and told to the search, at once. */
const BATCH = 10_000;

/**
 * Fills a new database with invented organisations, each with two open slots. The same size and seed make the same
 * rows. What the search needs is written by the project's own index writer.
 *
 * @param file path of the database, or `:memory:`
 */
export async function generate(
  file: string,
  { size, seed = 1 }: { size: number; seed?: number },
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Db> {
  const demo = openDatabase(':memory:');
  prepare(demo);
  await loadDemo(demo);
  const db = openDatabase(file);
  // A file that is made anew when this breaks off needs no journal.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'cache_size = -400000'])
    db.$client.pragma(pragma);
  prepare(db);
  ensureIndex(db);
  copyNetworks(demo, db);
  const write = organisationWriter(db, modelFrom(demo), randomFrom(seed));
  unwatchContent(db);
  writingMany(db, () => {
    for (let done = 0; done < size; done += BATCH) {
      inTransaction(db, () => {
        const ids = Array.from({ length: Math.min(BATCH, size - done) }, write);
        indexOrganisations(db, ids);
      });
      onProgress(Math.min(done + BATCH, size), size);
    }
  });
  watchContent(db);
  demo.$client.close();
  for (const pragma of ['locking_mode = NORMAL', 'journal_mode = WAL', 'synchronous = FULL']) db.$client.pragma(pragma);
  db.$client.exec('analyze');
  return db;
}

function prepare(db: Db): void {
  migrateDatabase(db);
  loadReference(db);
}

function copyNetworks(from: Db, to: Db): void {
  const networks = from.$client.prepare('select * from networks order by id').all() as Record<string, unknown>[];
  for (const network of networks) {
    const columns = Object.keys(network);
    to.$client
      .prepare(`insert into networks (${columns}) values (${columns.map((column) => `@${column}`)})`)
      .run(network);
  }
}
