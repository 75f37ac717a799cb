import type { Index, Meilisearch } from 'meilisearch';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import type { SearchDocument } from '../document.ts';
import { type MeilisearchDocument, toMeilisearch } from './document.ts';
import { indexName } from './settings.ts';
import type { SetAside } from './state.ts';
import { done } from './tasks.ts';
import { isAboutDocuments, wordsOfTrouble } from './trouble.ts';

/** A row of search_documents; without a document it is to go from the index. */
export interface Row {
  kind: SearchKind;
  entityId: number;
  version: number;
  document: string | null;
}

export interface Listener {
  client: Meilisearch;
  /** Which of the server's indexes stands for one of ours: itself, or the one that is being built. */
  place: (index: string) => string;
  /** Something harmless that a server in good health carries out. */
  canary: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/** How often a single document is tried before it is set aside. */
const TRIES = 3;
/** When this many are refused and none is taken, it is not the documents. */
const SUSPICIOUS = 10;

interface Outcome {
  taken: number;
  refused: SetAside[];
}

/**
 * Tells the server of some documents. A batch that it refuses is halved and halved again, so that what is refused in the
 * end are single documents, and all others are in the index.
 *
 * @returns the documents that were refused
 * @throws where the trouble is the server's: then nothing is known of the batch, and all of it has to be told again
 */
export async function tell(listener: Listener, rows: Row[]): Promise<SetAside[]> {
  const outcome: Outcome = { taken: 0, refused: [] };
  for (const kind of SEARCH_KINDS) {
    const own = rows.filter((row) => row.kind === kind);
    const index = listener.client.index<MeilisearchDocument>(listener.place(indexName(kind)));
    const gone = own.filter((row) => row.document === null).map((row) => row.entityId);
    if (gone.length > 0) await done(listener.client, index.deleteDocuments(gone), listener.signal);
    await add(
      listener,
      index,
      own.filter((row) => row.document !== null),
      outcome,
    );
  }
  // A full disk, too, is reported as a malformed payload.
  if (outcome.refused.length > 0) await listener.canary();
  return outcome.refused;
}

async function add(
  listener: Listener,
  index: Index<MeilisearchDocument>,
  rows: Row[],
  outcome: Outcome,
  tries = TRIES,
): Promise<void> {
  if (rows.length === 0) return;
  try {
    await done(listener.client, index.addDocuments(rows.map(documentOf)), listener.signal);
    outcome.taken += rows.length;
  } catch (error) {
    if (!isAboutDocuments(error) && !(error instanceof Unreadable)) throw error;
    if (rows.length > 1) {
      const half = Math.ceil(rows.length / 2);
      await add(listener, index, rows.slice(0, half), outcome);
      await add(listener, index, rows.slice(half), outcome);
    } else if (tries > 1) {
      await add(listener, index, rows, outcome, tries - 1);
    } else {
      const [{ kind, entityId, version }] = rows as [Row];
      outcome.refused.push({ kind, entityId, version, reason: wordsOfTrouble(error) });
      if (outcome.taken === 0 && outcome.refused.length >= SUSPICIOUS) throw error;
    }
  }
}

/** Refused before it is sent. */
class Unreadable extends Error {}

function documentOf({ document, version }: Row): MeilisearchDocument {
  try {
    return toMeilisearch(JSON.parse(document ?? '') as SearchDocument, version);
  } catch (error) {
    throw new Unreadable('The row holds no document', { cause: error });
  }
}
