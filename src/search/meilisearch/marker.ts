import type { Meilisearch } from 'meilisearch';
import { SEARCH_KINDS } from '#db/schema/search.ts';
import { indexName } from './settings.ts';
import { codeOfTrouble } from './trouble.ts';

/**
 * What the index says of itself, in a small index beside it that is built and swapped together with it. So a server that
 * lost its folder, or was restored from an old dump, cannot pass for one that is up to date.
 */
export interface Marker {
  generation: string;
  settings: string;
  /** All versions up to this one are in the index. */
  version: number;
}

export const MARKER_INDEX = 'plads-state';
const MARKER_ID = 1;

/** Everything that is built and swapped as one. */
export const INDEXES = [...SEARCH_KINDS.map(indexName), MARKER_INDEX];

/** Where an index is built before it takes its place. */
export const nextOf = (index: string): string => `${index}-next`;

/** Nothing where the server has no index of ours. */
export async function readMarker(client: Meilisearch): Promise<Marker | undefined> {
  try {
    const { generation, settings, version } = await client.index<Marker>(MARKER_INDEX).getDocument(MARKER_ID);
    return { generation, settings, version };
  } catch (error) {
    if (/^(?:index|document)_not_found$/.test(codeOfTrouble(error) ?? '')) return undefined;
    throw error;
  }
}

/** Says of a newly built index what it is. */
export const placeMarker = (client: Meilisearch, marker: Marker, index = nextOf(MARKER_INDEX)) =>
  client.index(index).addDocuments([{ id: MARKER_ID, ...marker }]);

/** Changes a marker that is there. Where there is none, the index is not the one that was built: it gets none either. */
export const moveMarker = (client: Meilisearch, version: number, index = MARKER_INDEX) =>
  client.index(index).updateDocuments([{ id: MARKER_ID, version }], { skipCreation: true });
