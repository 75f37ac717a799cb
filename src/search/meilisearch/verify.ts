import type { Meilisearch } from 'meilisearch';
import { type Db, inTransaction } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { MeilisearchDocument } from './document.ts';
import { indexInUse } from './outbox.ts';
import { indexName } from './settings.ts';
import { listSetAside, readState, setAside, takeBack } from './state.ts';
import { type Row, tell } from './tell.ts';
import { codeOfTrouble } from './trouble.ts';

/** A document on which index and database do not agree; null is where it does not exist. */
export interface Difference {
  kind: SearchKind;
  entityId: number;
  database: number | null;
  index: number | null;
  /** Why the server refused it, where it did. */
  refused?: string;
}

type Version = Pick<MeilisearchDocument, 'id' | 'version'>;
type Known = Pick<Row, 'kind' | 'entityId'> & { version: number | null };

const INDEX_PAGE = 10_000;
const SWEEP_PAGE = 1_000;
const MANY = 1_000_000;

/** Every document on which the index in use and the database differ, changes that were not delivered yet among them. */
export async function compare(db: Db, client: Meilisearch): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const kind of SEARCH_KINDS) {
    const versions = await versionsInIndex(client, kind);
    const rows = statement<Known>(db, KNOWN).iterate({ kind, after: 0, upTo: Number.MAX_SAFE_INTEGER, limit: -1 });
    for (const row of rows) {
      differences.push(...differ(row, versions.get(row.entityId)));
      versions.delete(row.entityId);
    }
    for (const [entityId, index] of versions) differences.push({ kind, entityId, database: null, index });
  }
  return withReasons(db, differences);
}

/** Looks through the whole index in small steps, one a call, and begins anew at the end. */
export function sweeper(db: Db, client: Meilisearch): () => Promise<Difference[]> {
  let kind = 0;
  let after = 0;
  return async () => {
    const own = SEARCH_KINDS[kind % SEARCH_KINDS.length] as SearchKind;
    const upTo = readState(db)?.delivered ?? 0;
    const rows = statement<Known>(db, KNOWN).all({ kind: own, after, upTo, limit: SWEEP_PAGE });
    if (rows.length < SWEEP_PAGE) [kind, after] = [kind + 1, 0];
    else after = rows.at(-1)?.entityId ?? 0;
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.entityId);
    const { results } = await pageOf(client, own, { ids, limit: ids.length });
    const versions = new Map(results.map(({ id, version }) => [id, version]));
    const differences = rows.flatMap((row) => differ(row, versions.get(row.entityId)));
    return withReasons(db, differences).filter((difference) => !difference.refused);
  };
}

/** Tells the index what it should have. @returns how many documents are right again */
export async function repair(
  db: Db,
  client: Meilisearch,
  differences: Pick<Difference, 'kind' | 'entityId'>[],
  signal?: AbortSignal,
): Promise<number> {
  const state = readState(db);
  if (!state || differences.length === 0) return 0;
  let repaired = 0;
  for (let from = 0; from < differences.length; from += SWEEP_PAGE) {
    const rows = differences.slice(from, from + SWEEP_PAGE).map((difference) => rowOf(db, difference));
    const refused = await tell(indexInUse(client, state.delivered, signal), rows);
    inTransaction(db, () => {
      takeBack(db, state.generation, rows);
      setAside(db, state.generation, refused);
    });
    repaired += rows.length - refused.length;
  }
  return repaired;
}

const KNOWN = `
  select kind, entity_id as entityId, case when document is null then null else version end as version
  from search_documents
  where kind = @kind and entity_id > @after and version <= @upTo order by entity_id limit @limit`;

function differ({ kind, entityId, version }: Known, index: number | undefined): Difference[] {
  return version === (index ?? null) ? [] : [{ kind, entityId, database: version, index: index ?? null }];
}

function withReasons(db: Db, differences: Difference[]): Difference[] {
  if (differences.length === 0) return [];
  const key = (kind: SearchKind, id: number) => `${kind} ${id}`;
  const reasons = new Map(listSetAside(db, MANY).map((one) => [key(one.kind, one.entityId), one.reason]));
  return differences.map((difference) => {
    const refused = reasons.get(key(difference.kind, difference.entityId));
    return refused ? { ...difference, refused } : difference;
  });
}

function rowOf(db: Db, { kind, entityId }: Pick<Difference, 'kind' | 'entityId'>): Row {
  const row = statement<Row>(
    db,
    'select kind, entity_id as entityId, version, document from search_documents where kind = ? and entity_id = ?',
  ).get(kind, entityId);
  return row ?? { kind, entityId, version: 0, document: null };
}

async function versionsInIndex(client: Meilisearch, kind: SearchKind): Promise<Map<number, number>> {
  const versions = new Map<number, number>();
  for (let offset = 0; ; offset += INDEX_PAGE) {
    const { results, total } = await pageOf(client, kind, { offset, limit: INDEX_PAGE });
    for (const { id, version } of results) versions.set(id, version);
    if (offset + INDEX_PAGE >= total) return versions;
  }
}

/** An index that is missing is an empty one. */
async function pageOf(client: Meilisearch, kind: SearchKind, page: { ids?: number[]; offset?: number; limit: number }) {
  try {
    // By hand: the client would write a thousand ids into the address.
    return await client.httpRequest.post<{ results: Version[]; total: number }>({
      path: `indexes/${indexName(kind)}/documents/fetch`,
      body: { ...page, fields: ['id', 'version'] },
    });
  } catch (error) {
    if (codeOfTrouble(error) !== 'index_not_found') throw error;
    return { results: [], total: 0 };
  }
}
