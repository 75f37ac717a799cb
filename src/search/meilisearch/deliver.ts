import type { Meilisearch } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';
import { type MeilisearchDocument, toMeilisearch } from './document.ts';
import { indexName, settingsOf } from './settings.ts';

const BATCH = 1000;
/** How long the server may take over one batch. */
const TASK_TIMEOUT_MS = 60_000;

interface Row {
  entityId: number;
  version: number;
  document: string | null;
}

/** Makes the indexes where they are missing, and brings their settings in line. */
export async function prepareIndexes(client: Meilisearch): Promise<void> {
  for (const kind of SEARCH_KINDS) {
    await succeeded(
      client.createIndex(indexName(kind), { primaryKey: 'id' }).waitTask({ timeout: TASK_TIMEOUT_MS }),
      'index_already_exists',
    );
    await succeeded(
      client.index(indexName(kind)).updateSettings(settingsOf(kind)).waitTask({ timeout: TASK_TIMEOUT_MS }),
    );
  }
}

/**
 * Tells the server everything that changed since the version that it was last told of, in batches. A batch counts as
 * told only when its tasks have succeeded: a failed task changed nothing, and is tried again at the next call.
 *
 * @returns how many documents were delivered
 */
export async function deliver(db: Db, client: Meilisearch): Promise<number> {
  let delivered = 0;
  for (const kind of SEARCH_KINDS) {
    for (let rows = undelivered(db, kind); rows.length > 0; rows = undelivered(db, kind)) {
      await deliverBatch(client, kind, rows);
      remember(db, kind, rows.at(-1)?.version ?? 0);
      delivered += rows.length;
    }
  }
  return delivered;
}

/** How many documents the server has not been told of yet. */
export function countUndelivered(db: Db): number {
  return SEARCH_KINDS.reduce(
    (sum, kind) =>
      sum + (statement<{ count: number }>(db, COUNT_NEWER).get(kind, deliveredVersion(db, kind))?.count ?? 0),
    0,
  );
}

async function deliverBatch(client: Meilisearch, kind: SearchKind, rows: Row[]): Promise<void> {
  const index = client.index<MeilisearchDocument>(indexName(kind));
  const present = rows.flatMap((row) =>
    row.document ? [toMeilisearch(JSON.parse(row.document) as SearchDocument, row.version)] : [],
  );
  const gone = rows.filter((row) => row.document === null).map((row) => row.entityId);
  if (present.length > 0) await succeeded(index.addDocuments(present).waitTask({ timeout: TASK_TIMEOUT_MS }));
  if (gone.length > 0) await succeeded(index.deleteDocuments(gone).waitTask({ timeout: TASK_TIMEOUT_MS }));
}

async function succeeded(
  waiting: Promise<{ status: string; error: { code: string; message: string } | null }>,
  except?: string,
): Promise<void> {
  const task = await waiting;
  if (task.status !== 'succeeded' && task.error?.code !== except)
    throw new Error(task.error?.message ?? `task ${task.status}`);
}

const NEWER =
  'select entity_id as entityId, version, document from search_documents where kind = ? and version > ? order by version limit ?';
const COUNT_NEWER = 'select count(*) as count from search_documents where kind = ? and version > ?';
const REMEMBER =
  'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value';

function undelivered(db: Db, kind: SearchKind): Row[] {
  return statement<Row>(db, NEWER).all(kind, deliveredVersion(db, kind), BATCH);
}

function deliveredVersion(db: Db, kind: SearchKind): number {
  return Number(
    statement<{ value: string }>(db, 'select value from settings where key = ?').get(settingKey(kind))?.value ?? 0,
  );
}

function remember(db: Db, kind: SearchKind, version: number): void {
  statement(db, REMEMBER).run(settingKey(kind), String(version));
}

const settingKey = (kind: SearchKind): string => `meilisearch.delivered.${kind}`;
