import type { Db } from '#db/open.ts';
import { SEARCH_KINDS, type SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';
import { FACETS } from '../engine.ts';
import { TOKEN_TABLE, tokensOf } from './tokens.ts';

/**
 * Writes what the embedded engine needs of a document. Inside the transaction that writes the document.
 *
 * @param isNew whether nothing can be there of it yet
 * @param words takes the document's words, for `writeWords`
 */
export function writeForEmbedded(
  db: Db,
  kind: SearchKind,
  document: SearchDocument,
  isNew: boolean,
  words: Set<string>,
): void {
  const { id, sortKey, location, hours, growsTo, weight, newest } = document;
  statement(db, WRITE_COLUMNS).run({
    kind,
    id,
    sortKey,
    facets: facetsText(kind, document.facets),
    lat: location?.lat ?? null,
    lng: location?.lng ?? null,
    hours,
    growsTo,
    weight,
    newest: Date.parse(newest) || 0,
  });
  const { tokens, vocabulary } = tokensOf(document);
  if (!isNew) statement(db, `delete from ${TOKEN_TABLE[kind]} where rowid = ?`).run(id);
  statement(db, `insert into ${TOKEN_TABLE[kind]} (rowid, tokens) values (?, ?)`).run(id, tokens.join(' '));
  for (const word of vocabulary) words.add(word);
}

/** Adds the words that are not there yet. Those of many documents together: most of them are the same. */
export function writeWords(db: Db, words: ReadonlySet<string>): void {
  if (words.size > 0) statement(db, WRITE_WORDS).run(JSON.stringify([...words]));
}

export function removeFromEmbedded(db: Db, kind: SearchKind, id: number): void {
  statement(db, 'delete from search_columns where kind = ? and entity_id = ?').run(kind, id);
  statement(db, `delete from ${TOKEN_TABLE[kind]} where rowid = ?`).run(id);
}

/** How much FTS5 gathers in memory before it writes: its own measure, and one for very many documents. */
const GATHERED_BYTES = { usual: 1024 * 1024, many: 64 * 1024 * 1024 };

/** Runs what writes very many documents: they are gathered for longer, so that there is less to put together afterwards. */
export function writingMany<Result>(db: Db, work: () => Result): Result {
  gather(db, GATHERED_BYTES.many);
  try {
    return work();
  } finally {
    gather(db, GATHERED_BYTES.usual);
  }
}

function gather(db: Db, bytes: number): void {
  for (const table of SEARCH_KINDS.map((kind) => TOKEN_TABLE[kind]))
    statement(db, `insert into ${table} (${table}, rank) values ('hashsize', cast(? as integer))`).run(bytes);
}

/** `FACETS` in their order. Values are codes and slugs, so neither sign can be in one. */
function facetsText(kind: SearchKind, facets: SearchDocument['facets']): string {
  return FACETS[kind].map((facet) => (facets[facet] ?? []).join(',')).join('|');
}

const WRITE_COLUMNS = `
  insert into search_columns (kind, entity_id, sort_key, facets, lat, lng, hours, grows_to, weight, newest)
  values (@kind, @id, @sortKey, @facets, @lat, @lng, @hours, @growsTo, @weight, @newest)
  on conflict (kind, entity_id) do update set sort_key = excluded.sort_key, facets = excluded.facets, lat = excluded.lat,
    lng = excluded.lng, hours = excluded.hours, grows_to = excluded.grows_to, weight = excluded.weight,
    newest = excluded.newest`;

const WRITE_WORDS = `
  insert into search_words (word)
  select value from json_each(?) where not exists (select 1 from search_words where word = value)`;
