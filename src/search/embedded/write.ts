import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';
import { FACETS } from '../engine.ts';
import { analyse } from '../text/analysis.ts';
import { TOKEN_TABLE, tokensOf, vocabularyOf } from './tokens.ts';

/** Writes what the embedded engine needs of a document. Inside the transaction that writes the document. */
export function writeForEmbedded(db: Db, kind: SearchKind, document: SearchDocument): void {
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
  const fields = analyse(document);
  const tokens = tokensOf(document, fields).join(' ');
  statement(db, `delete from ${TOKEN_TABLE[kind]} where rowid = ?`).run(id);
  statement(db, `insert into ${TOKEN_TABLE[kind]} (rowid, tokens) values (?, ?)`).run(id, tokens);
  const words = vocabularyOf(fields).filter((word) => !isWritten(db, word));
  if (words.length > 0) statement(db, WRITE_WORDS).run(JSON.stringify(words));
}

export function removeFromEmbedded(db: Db, kind: SearchKind, id: number): void {
  statement(db, 'delete from search_columns where kind = ? and entity_id = ?').run(kind, id);
  statement(db, `delete from ${TOKEN_TABLE[kind]} where rowid = ?`).run(id);
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

const WRITE_WORDS = 'insert or ignore into search_words (word) select value from json_each(?)';

function isWritten(db: Db, word: string): boolean {
  return statement(db, 'select 1 from search_words where word = ?').get(word) !== undefined;
}
