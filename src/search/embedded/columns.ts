import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';
import { Cells } from './cells.ts';
import { FACET_GROUPS, FacetGroup } from './facet-group.ts';
import { Bits, list } from './ids.ts';
import { Orders } from './orders.ts';

type Row = [
  id: number,
  facets: string | null,
  lat: number | null,
  lng: number | null,
  hours: number | null,
  growsTo: number | null,
  weight: number,
  newest: number,
];

/** Rows are read in pieces: one array of a million is memory that nobody needs twice. */
const PIECE = 20_000;
/** Up to so many changes are followed one by one in what is kept beside the columns. */
export const MOST_FOLLOWED = 500;

/**
 * All documents of one kind without their texts, a typed array for each column with the document's id as the place.
 * Kept up to date with the tables by version, also after changes that another process made.
 */
export class Columns {
  readonly #db: Db;
  readonly #kind: SearchKind;
  #version = -1;
  #all: Int32Array = new Int32Array(0);
  #allVersion = -1;
  /** One more than the highest id that there is room for. */
  size = 0;
  count = 0;
  present = new Bits(0);
  readonly facets: FacetGroup[];
  readonly cells = new Cells(0);
  /** A week; not a number where there are none. */
  hours = new Float32Array(0);
  /** A week; not a number where nothing grows. */
  growsTo = new Float32Array(0);
  weight = new Uint8Array(0);
  /** Milliseconds since 1970. */
  newest = new Float64Array(0);
  readonly orders: Orders;

  constructor(db: Db, kind: SearchKind) {
    this.#db = db;
    this.#kind = kind;
    this.facets = FACET_GROUPS[kind].map((facets) => new FacetGroup(kind, facets));
    this.orders = new Orders(db, kind);
  }

  /** The ids of all documents, ascending; not to be written into. */
  all(): Int32Array {
    if (this.#all.length !== this.count || this.#allVersion !== this.#version) {
      this.#all = new Int32Array(this.count);
      list(this.present, this.#all);
      this.#allVersion = this.#version;
    }
    return this.#all;
  }

  /** Follows the tables. @returns the documents that changed; nothing where they are too many to follow one by one */
  refresh(): number[] | undefined {
    if (this.#version < 0) {
      this.#load();
      return undefined;
    }
    const changes = statement<{ id: number; version: number }>(this.#db, CHANGED).all(this.#version, this.#kind);
    const last = changes.at(-1);
    if (!last) return [];
    const ids = changes.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += PIECE)
      for (const row of rows(this.#db, CHANGED_ROWS, JSON.stringify(ids.slice(from, from + PIECE)), this.#kind))
        this.#take(row);
    this.#version = last.version;
    const followed = ids.length <= MOST_FOLLOWED ? ids : undefined;
    this.orders.follow(followed, this);
    return followed;
  }

  #load(): void {
    const newest = statement<{ version: number | null }>(
      this.#db,
      'select max(version) as version from search_documents',
    ).get();
    const highest = statement<{ id: number | null }>(this.#db, HIGHEST).get(this.#kind);
    this.#grow((highest?.id ?? 0) + 1);
    for (let last = 0, piece: Row[]; ; last = piece.at(-1)?.[0] ?? last) {
      piece = rows(this.#db, PIECE_OF_ALL, this.#kind, last, PIECE);
      if (piece.length === 0) break;
      for (const row of piece) this.#take(row);
    }
    this.#version = newest?.version ?? 0;
    this.orders.follow(undefined, this);
  }

  #take([id, facets, lat, lng, hours, growsTo, weight, newest]: Row): void {
    if (id >= this.size) this.#grow(id + 1);
    const was = this.present.has(id);
    if (was) for (const group of this.facets) group.takeAway(id);
    if (facets === null) {
      this.present.remove(id);
      if (was) this.count--;
      return;
    }
    this.present.add(id);
    if (!was) this.count++;
    const values = facets.split('|');
    for (const group of this.facets) group.put(id, values);
    this.cells.set(id, lat, lng);
    this.hours[id] = hours ?? Number.NaN;
    this.growsTo[id] = growsTo ?? Number.NaN;
    this.weight[id] = weight;
    this.newest[id] = newest;
  }

  /** With room for some more, so that the next document does not move everything again. */
  #grow(needed: number): void {
    const size = Math.ceil((needed * (this.size === 0 ? 1 : 1.1)) / 32 + 2) * 32;
    const words = new Uint32Array(size >>> 5);
    words.set(this.present.words);
    this.present = new Bits(size, words);
    for (const group of this.facets) group.grow(size);
    this.cells.grow(size);
    this.hours = copied(this.hours, new Float32Array(size));
    this.growsTo = copied(this.growsTo, new Float32Array(size));
    this.weight = copied(this.weight, new Uint8Array(size));
    this.newest = copied(this.newest, new Float64Array(size));
    this.size = size;
  }
}

const HIGHEST = 'select max(entity_id) as id from search_columns where kind = ?';
/** By the index of versions: `+` keeps SQLite from going through all rows of the kind instead. */
const CHANGED =
  'select entity_id as id, version from search_documents where version > ? and +kind = ? order by version';
const PIECE_OF_ALL = `
  select entity_id, facets, lat, lng, hours, grows_to, weight, newest from search_columns
  where kind = ? and entity_id > ? order by entity_id limit ?`;
/** Those that are gone come without facets. */
const CHANGED_ROWS = `
  select wanted.value, facets, lat, lng, hours, grows_to, weight, newest
  from json_each(?) as wanted left join search_columns on kind = ? and entity_id = wanted.value`;

function rows(db: Db, text: string, ...given: (string | number)[]): Row[] {
  return statement<Row>(db, text)
    .raw()
    .all(...given);
}

function copied<Column extends Float32Array | Float64Array | Uint8Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
