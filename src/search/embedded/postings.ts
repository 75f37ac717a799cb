import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import type { SearchDocument } from '../document.ts';
import { Bits, bytesOf, type Ids, idsFrom } from './ids.ts';
import { TOKEN_TABLE, tokensOf } from './tokens.ts';

/** How much the remembered sets of one kind may take. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How many ids are read at once where nobody shall wait for them: some milliseconds. */
const PIECE = 20_000;
/** What a set takes beside its ids. */
const OVERHEAD_BYTES = 160;

/**
 * Which documents have a token. Read from FTS5 once and remembered, the ones not asked for longest given up first;
 * large sets follow the changes, small ones are read again.
 */
export class Postings {
  readonly #db: Db;
  readonly #kind: SearchKind;
  /** By token, with `*` behind where it stands for all that begin so. In the order of their last use. */
  readonly #sets = new Map<string, Ids>();
  #bytes = 0;
  /** Counts how often documents changed. */
  #changes = 0;

  constructor(db: Db, kind: SearchKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** @param size one more than the highest id */
  of(token: string, size: number): Ids {
    return this.#remembered(token, () => this.#read(`"${token}"`, size));
  }

  /** All documents with a token that begins so. */
  ofPrefix(token: string, size: number): Ids {
    return this.#remembered(`${token}*`, () => this.#read(`"${token}"*`, size));
  }

  /**
   * Reads a token's documents before somebody asks for them, a piece at a time, so that nobody waits for them. Gives up
   * when documents change meanwhile.
   */
  async readAhead(token: string, size: number, pause: () => Promise<void>): Promise<void> {
    const changes = this.#changes;
    const ids: number[] = [];
    for (let piece: number[]; ; ids.push(...piece)) {
      await pause();
      if (this.#sets.has(token) || this.#changes !== changes) return;
      piece = this.#readPiece(token, ids.at(-1) ?? 0);
      if (piece.length === 0) break;
    }
    this.#remembered(token, () => idsFrom(Int32Array.from(ids), size));
  }

  /** @param changed the documents that changed; nothing where they are too many to follow */
  follow(changed: number[] | undefined): void {
    this.#changes++;
    if (!changed) {
      this.#sets.clear();
      this.#bytes = 0;
      return;
    }
    if (changed.length === 0) return;
    const highest = Math.max(...changed);
    const now = changed.map((id) => ({ id, tokens: this.#tokensNow(id) }));
    for (const [key, set] of this.#sets) {
      if (!(set instanceof Bits) || highest >>> 5 >= set.words.length) this.#forget(key, set);
      else for (const { id, tokens } of now) matches(key, tokens) ? set.add(id) : set.remove(id);
    }
  }

  #read(expression: string, size: number): Ids {
    const table = TOKEN_TABLE[this.#kind];
    const ids = statement<number>(this.#db, `select rowid from ${table} where ${table} match ?`)
      .pluck()
      .all(expression);
    return idsFrom(Int32Array.from(ids), size);
  }

  #readPiece(token: string, after: number): number[] {
    const table = TOKEN_TABLE[this.#kind];
    const text = `select rowid from ${table} where ${table} match ? and rowid > ? order by rowid limit ?`;
    return statement<number>(this.#db, text).pluck().all(`"${token}"`, after, PIECE);
  }

  #remembered(key: string, read: () => Ids): Ids {
    const known = this.#sets.get(key);
    if (known) this.#sets.delete(key);
    const set = known ?? read();
    this.#sets.set(key, set);
    if (!known) this.#bytes += bytesOf(set) + OVERHEAD_BYTES;
    for (const [oldest, ids] of this.#sets) {
      if (this.#bytes <= MOST_BYTES || oldest === key) break;
      this.#forget(oldest, ids);
    }
    return set;
  }

  #forget(key: string, set: Ids): void {
    this.#sets.delete(key);
    this.#bytes -= bytesOf(set) + OVERHEAD_BYTES;
  }

  #tokensNow(id: number): Set<string> {
    const row = statement<{ document: string | null }>(this.#db, DOCUMENT).get(this.#kind, id);
    return new Set(row?.document ? tokensOf(JSON.parse(row.document) as SearchDocument).tokens : []);
  }
}

const DOCUMENT = 'select document from search_documents where kind = ? and entity_id = ?';

function matches(key: string, tokens: Set<string>): boolean {
  if (!key.endsWith('*')) return tokens.has(key);
  const beginning = key.slice(0, -1);
  for (const token of tokens) if (token.startsWith(beginning)) return true;
  return false;
}
