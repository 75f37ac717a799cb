import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';

/** A document as the embedded engine keeps it in memory: all but its texts, which are in FTS5. */
export interface Column extends Omit<SearchDocument, 'codes' | 'around' | 'body'> {
  /** Row in `search_documents` and in `search_texts`. */
  rowid: number;
  codes: Set<string>;
}

interface Row {
  id: number;
  version: number;
  document: string | null;
}

/** The documents of one kind in Danish alphabetical order, kept up to date with the table by version. */
export class Columns {
  readonly #db: Db;
  readonly #kind: SearchKind;
  readonly #byRow = new Map<number, Column>();
  #version = 0;
  #ordered: Column[] = [];

  constructor(db: Db, kind: SearchKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** All documents as of now, by name; also after changes that another process made. */
  current(): readonly Column[] {
    const rows = statement<Row>(this.#db, CHANGED).all(this.#version, this.#kind);
    if (rows.length === 0) return this.#ordered;
    for (const row of rows) {
      this.#version = row.version;
      if (row.document === null) this.#byRow.delete(row.id);
      else this.#byRow.set(row.id, toColumn(row.id, JSON.parse(row.document)));
    }
    this.#ordered = [...this.#byRow.values()].sort((a, b) =>
      a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id,
    );
    return this.#ordered;
  }
}

const CHANGED = 'select id, version, document from search_documents where version > ? and kind = ? order by version';

function toColumn(rowid: number, { around: _around, body: _body, ...document }: SearchDocument): Column {
  return { ...document, rowid, codes: new Set(document.codes) };
}
