import type { Db } from './open.ts';

/** Written at once, so that nobody waits for long. */
const CHUNK_PAGES = 500;
/** Named as the migrator's own table is: it is none of the schema's, and gone when the work is done. */
const TABLE = '__wiped';

/**
 * Overwrites the pages of the file that nothing uses any more, and empties the write-ahead log: what was deleted long
 * ago, or moved from one page to another, is then nowhere. Interrupted, it can be done again.
 *
 * @returns false where somebody was reading from the log just then, so that it has to be done again
 */
export function wipe(db: Db): boolean {
  const { $client } = db;
  const pageBytes = $client.pragma('page_size', { simple: true }) as number;
  $client.exec(`create table if not exists ${TABLE} (bytes blob not null)`);
  for (let left = freePages(db); left > 0; left -= CHUNK_PAGES) {
    const pages = Math.min(freePages(db), CHUNK_PAGES);
    if (pages === 0) break;
    $client.prepare(`insert into ${TABLE} (bytes) values (zeroblob(?))`).run(pages * pageBytes);
  }
  const give = $client.prepare(`delete from ${TABLE} where rowid = (select min(rowid) from ${TABLE})`);
  while (give.run().changes > 0);
  $client.exec(`drop table ${TABLE}`);
  const [log] = $client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return log?.busy === 0;
}

const freePages = (db: Db): number => db.$client.pragma('freelist_count', { simple: true }) as number;
