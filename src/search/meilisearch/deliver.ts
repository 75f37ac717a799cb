import type { Meilisearch } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { INDEXES, type Marker, readMarker } from './marker.ts';
import { deliverNewer } from './outbox.ts';
import { adoptNext, dropNext, listIndexes, type RebuildOptions, rebuild, removeLeftovers } from './rebuild.ts';
import { type IndexState, readState, settingsHash, writeState } from './state.ts';
import { settle } from './tasks.ts';

/** The turn (db/turn.ts) of whoever tells the server anything. */
export const DELIVERY = 'search-delivery';

export interface DeliverOptions extends RebuildOptions {
  /** Leave an index alone that has other settings than this program: it may be in use by a newer one. */
  leaveSettings?: boolean | undefined;
  /** Told in words when the index is not just behind. */
  onSurprise?: ((what: string) => void) | undefined;
}

/**
 * Makes the index on the server equal to the database, whatever state it is in: tells it what changed, or builds it anew
 * where it is missing, is not ours, or has other settings. Whoever calls this has the turn.
 *
 * @returns how many changes were delivered
 * @throws where the server is away or refuses. A failed task changed nothing, and what it was about is tried at the next call.
 */
export async function deliver(db: Db, client: Meilisearch, options: DeliverOptions = {}): Promise<number> {
  const { signal, onSurprise = () => {} } = options;
  const marker = await recover(db, client, signal);
  const there = await listIndexes(client);
  const why = whyRebuild(db, marker, there, options);
  if (why) {
    onSurprise(`building the index anew: ${why}`);
    return rebuild(db, client, options);
  }
  await removeLeftovers(client, there, signal);
  return deliverNewer(db, client, signal);
}

/** Builds the index anew though nothing is known to be wrong with it. Whoever calls this has the turn. */
export async function reindex(db: Db, client: Meilisearch, options: RebuildOptions = {}): Promise<number> {
  await recover(db, client, options.signal);
  return rebuild(db, client, options);
}

/**
 * Somebody may have died, or failed, between sending something and writing it down: waits until that has arrived, and
 * finds out whether an index that was built has come to be used.
 */
async function recover(db: Db, client: Meilisearch, signal?: AbortSignal): Promise<Marker | undefined> {
  const before = readState(db);
  if (before && (before.next || before.sent > before.delivered)) await settle(client, signal);
  const marker = await readMarker(client);
  if (marker && marker.generation === before?.next?.generation) adoptNext(db);
  else dropNext(db);
  return marker;
}

/** Compares what the index says of itself with what the database knows, and mends the latter where it can. */
function whyRebuild(db: Db, marker: Marker | undefined, there: Set<string>, options: DeliverOptions) {
  const missing = INDEXES.find((index) => !there.has(index));
  if (missing) return `${missing} is missing`;
  const state = readState(db);
  if (!state || !marker) return 'it does not say what it is';
  if (marker.generation !== state.generation) return 'it is not the one that was built last';
  if (marker.version > state.sent) return 'it knows changes that the database does not have';
  if (marker.version < state.delivered) rewind(db, state, marker.version, options);
  if (marker.settings !== settingsHash() && !options.leaveSettings) return 'it has other settings';
  return undefined;
}

/** An older copy of our index is told again what came after it: no change ever leaves the table. */
function rewind(db: Db, state: IndexState, version: number, { onSurprise }: DeliverOptions): void {
  onSurprise?.(`the index is an older copy: it is told ${state.delivered - version} versions again`);
  writeState(db, { ...state, delivered: version });
}
