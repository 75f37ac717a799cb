import type { Meilisearch } from 'meilisearch';
import type { Db } from '#db/open.ts';
import { readMarker } from './marker.ts';
import { headVersion, readState, readTrouble, settingsHash } from './state.ts';

/** A change that waits longer than this makes the index untrue; where it is known that it cannot be told, at once. */
const PATIENCE_MS = 15_000;
const BEHIND = 'the index is not told of changes';

/**
 * Makes a question to ask again and again: why may the index on the server not be searched? Null when it may.
 * It may while it is the one that was built last, knows what it was told, and no change waits for long.
 *
 * @throws where the server does not answer
 */
export function whyNotTrue(db: Db, client: Meilisearch): () => Promise<string | null> {
  /** A version that there was at some time, and when that was. */
  let awaited: { version: number; since: number } | undefined;

  function waitsTooLong(delivered: number): boolean {
    // After a pause everything has to be told first.
    awaited ??= { version: headVersion(db), since: Number.NEGATIVE_INFINITY };
    if (delivered >= awaited.version) awaited = { version: headVersion(db), since: Date.now() };
    const patience = readTrouble(db) ? 0 : PATIENCE_MS;
    return delivered < awaited.version && Date.now() - awaited.since > patience;
  }

  async function look(): Promise<string | null> {
    const before = readState(db);
    const marker = await readMarker(client);
    const state = readState(db);
    if (!state || !marker) return 'the index is not built yet';
    // What was written down while the marker was on its way is no reproach to it.
    const known = [before, before?.next, state, state.next].find((one) => one?.generation === marker.generation);
    if (!known) return 'the index is not the one that was built last';
    if (marker.version < known.delivered) return 'the index is an older copy';
    if (marker.settings !== settingsHash()) return 'the index has other settings';
    return waitsTooLong(state.delivered) ? BEHIND : null;
  }

  return async () => {
    let reason: string | null = 'no answer';
    try {
      reason = await look();
      return reason;
    } finally {
      if (reason !== null && reason !== BEHIND) awaited = undefined;
    }
  };
}
