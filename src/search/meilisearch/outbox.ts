import type { Meilisearch } from 'meilisearch';
import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { moveMarker } from './marker.ts';
import { headVersion, type IndexState, readState, setAside, takeBack, writeState } from './state.ts';
import { done } from './tasks.ts';
import { type Listener, type Row, tell } from './tell.ts';

const BATCH_DOCUMENTS = 2_000;
const BATCH_LETTERS = 4_000_000;

const NEWER = `
  select kind, entity_id as entityId, version, document from search_documents
  where version > ? order by version limit ${BATCH_DOCUMENTS}`;
const COUNT_NEWER = 'select count(*) as count from search_documents where version > ?';

/** The next changes after a version, as many as go well into one batch. A single huge one makes a batch of its own. */
export function nextBatch(db: Db, after: number): Row[] {
  const rows: Row[] = [];
  let letters = 0;
  for (const row of statement<Row>(db, NEWER).iterate(after)) {
    letters += row.document?.length ?? 0;
    if (rows.length > 0 && letters > BATCH_LETTERS) break;
    rows.push(row);
  }
  return rows;
}

/** How many changes the server has not been told of yet. */
export function countUndelivered(db: Db): number {
  return statement<{ count: number }>(db, COUNT_NEWER).get(readState(db)?.delivered ?? 0)?.count ?? 0;
}

/** The index in use. */
export const indexInUse = (client: Meilisearch, version: number, signal?: AbortSignal): Listener => ({
  client,
  place: (index) => index,
  canary: () => done(client, moveMarker(client, version), signal),
  signal,
});

/**
 * Tells the index in use of what there is to tell now, batch by batch. A batch counts as told when the server has carried
 * it out and the index itself says so. Changes that come meanwhile wait for the next call: others want their turn.
 *
 * @returns how many changes were delivered
 */
export async function deliverNewer(db: Db, client: Meilisearch, signal?: AbortSignal): Promise<number> {
  const head = headVersion(db);
  let count = 0;
  for (let state = readState(db); state && state.delivered < head; state = readState(db)) {
    const rows = nextBatch(db, state.delivered);
    signal?.throwIfAborted();
    await deliverBatch(db, client, state, rows, signal);
    count += rows.length;
  }
  return count;
}

async function deliverBatch(db: Db, client: Meilisearch, state: IndexState, rows: Row[], signal?: AbortSignal) {
  const version = rows.at(-1)?.version ?? state.delivered;
  // Written before anything is sent: whoever comes after a process that died here knows that something is on its way.
  writeState(db, { ...state, sent: Math.max(state.sent, version) });
  const refused = await tell(indexInUse(client, state.delivered, signal), rows);
  await done(client, moveMarker(client, version), signal);
  inTransaction(db, () => {
    takeBack(db, state.generation, rows);
    setAside(db, state.generation, refused);
    writeState(db, { ...state, sent: Math.max(state.sent, version), delivered: version });
  });
}
