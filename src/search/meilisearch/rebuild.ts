import { randomUUID } from 'node:crypto';
import type { Meilisearch } from 'meilisearch';
import { type Db, inTransaction } from '#db/open.ts';
import { SEARCH_KINDS } from '#db/schema/search.ts';
import { INDEXES, MARKER_INDEX, moveMarker, nextOf, placeMarker, readMarker } from './marker.ts';
import { deliverNewer, nextBatch } from './outbox.ts';
import { indexName, settingsOf } from './settings.ts';
import {
  forgetOtherGenerations,
  headVersion,
  readState,
  setAside,
  settingsHash,
  takeBack,
  writeState,
} from './state.ts';
import { done, settle } from './tasks.ts';
import { tell } from './tell.ts';

export interface RebuildOptions {
  signal?: AbortSignal | undefined;
  /** Versions told of those that there are. */
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Builds the index anew beside the one in use, with the settings of today, and lets it take that one's place in a single
 * step, so that no search finds it missing or half full. While it builds, the one in use goes on being told.
 *
 * Whoever calls this has the turn. It may die anywhere: what it leaves are indexes under the names of `nextOf`, which
 * are removed when the next round looks (deliver.ts), or an index that took its place and is recognised by `next`.
 *
 * @returns how many changes the new index was told of
 */
export async function rebuild(db: Db, client: Meilisearch, options: RebuildOptions = {}): Promise<number> {
  const generation = randomUUID();
  // An earlier build that was cut short may still have its last wish on the way.
  await settle(client, options.signal);
  await removeLeftovers(client, await listIndexes(client), options.signal);
  await prepare(client, options.signal);
  const { told, version } = await fill(db, client, generation, options);
  await done(client, placeMarker(client, { generation, settings: settingsHash(), version }), options.signal);
  await takePlace(db, client, generation, version, options.signal);
  await removeLeftovers(client, await listIndexes(client), options.signal);
  return told + (await deliverNewer(db, client, options.signal));
}

export async function listIndexes(client: Meilisearch): Promise<Set<string>> {
  return new Set(Object.keys((await client.getStats()).indexes));
}

/** Removes what a build that was cut short, or has taken its place, left behind. */
export async function removeLeftovers(client: Meilisearch, there: Set<string>, signal?: AbortSignal): Promise<void> {
  for (const index of INDEXES.map(nextOf)) if (there.has(index)) await done(client, client.deleteIndex(index), signal);
}

async function prepare(client: Meilisearch, signal?: AbortSignal): Promise<void> {
  for (const index of INDEXES) await done(client, client.createIndex(nextOf(index), { primaryKey: 'id' }), signal);
  for (const kind of SEARCH_KINDS)
    await done(client, client.index(nextOf(indexName(kind))).updateSettings(settingsOf(kind)), signal);
}

async function fill(db: Db, client: Meilisearch, generation: string, { signal, onProgress }: RebuildOptions) {
  const mark = await readMarker(client);
  const keepUp = mark !== undefined && mark.generation === readState(db)?.generation;
  const canary = () => done(client, moveMarker(client, 0, nextOf(MARKER_INDEX)), signal);
  const first = headVersion(db);
  for (let told = 0, version = 0; ; ) {
    const head = headVersion(db);
    const rows = nextBatch(db, version);
    signal?.throwIfAborted();
    // What was gone before the build began is not in it.
    const news = rows.filter((row) => row.document !== null || row.version > first);
    const refused = await tell({ client, place: nextOf, canary, signal }, news);
    inTransaction(db, () => {
      takeBack(db, generation, news);
      setAside(db, generation, refused);
    });
    told += news.length;
    version = rows.at(-1)?.version ?? version;
    onProgress?.(version, head);
    // It knows all that the one in use was told. What changes until it takes that one's place it is told afterwards.
    if (version >= head) return { told, version };
    if (keepUp) await deliverNewer(db, client, signal);
  }
}

/** Everything or nothing: the server swaps all of them in one task. One that is missing in use is simply named. */
async function takePlace(db: Db, client: Meilisearch, generation: string, version: number, signal?: AbortSignal) {
  const before = readState(db) ?? { generation: '', sent: 0, delivered: 0 };
  const inUse = await listIndexes(client);
  writeState(db, { ...before, next: { generation, delivered: version } });
  const swaps = INDEXES.map((index) => ({
    indexes: [nextOf(index), index] as [string, string],
    rename: !inUse.has(index),
  }));
  await done(client, client.swapIndexes(swaps), signal);
  adoptNext(db);
}

/** The index that was built is the one in use. */
export function adoptNext(db: Db): void {
  const next = readState(db)?.next;
  if (!next) return;
  inTransaction(db, () => {
    writeState(db, { generation: next.generation, sent: next.delivered, delivered: next.delivered });
    forgetOtherGenerations(db, next.generation);
  });
}

/** The index that was built did not come to be used. */
export function dropNext(db: Db): void {
  const state = readState(db);
  if (!state?.next) return;
  const { next: _, ...rest } = state;
  writeState(db, rest);
}
