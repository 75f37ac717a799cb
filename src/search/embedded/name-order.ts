import type { Db } from '#db/open.ts';
import type { SearchKind } from '#db/schema/search.ts';
import { statement } from '#db/statement.ts';

/** The documents in Danish alphabetical order, and the place of each in it. The tables sort; this only follows. */
export class NameOrder {
  readonly #db: Db;
  readonly #kind: SearchKind;
  /** Ids by name. */
  order: Int32Array = new Int32Array(0);
  /** Place in the order, by id. */
  rank: Int32Array = new Int32Array(0);

  constructor(db: Db, kind: SearchKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** @param changed the documents to put in their new places; nothing to read the whole order again */
  follow(changed: number[] | undefined, size: number): void {
    this.order = changed ? this.#moved(changed) : this.#all();
    if (this.rank.length < size) this.rank = new Int32Array(size);
    for (let at = 0; at < this.order.length; at++) this.rank[this.order[at] as number] = at;
  }

  #all(): Int32Array {
    const count = statement<{ count: number }>(this.#db, COUNT).get(this.#kind)?.count ?? 0;
    const order = new Int32Array(count);
    let at = 0;
    for (const id of statement<number>(this.#db, ALL).pluck().iterate(this.#kind)) order[at++] = id;
    return order;
  }

  /** Each changed document goes behind the one that the tables have before it. */
  #moved(changed: number[]): Int32Array {
    const gone = new Set(changed);
    const behind = new Map<number, number[]>();
    const present = statement<{ id: number; sortKey: string }>(this.#db, KEYS).all(this.#kind, JSON.stringify(changed));
    for (const { id, sortKey } of present) {
      const before = statement<number>(this.#db, BEFORE).pluck().get(this.#kind, sortKey, id) ?? 0;
      behind.set(before, [...(behind.get(before) ?? []), id]);
    }
    const order = new Int32Array(this.order.length + present.length);
    let at = 0;
    const put = (id: number): void => {
      if (id !== 0) order[at++] = id;
      for (const next of behind.get(id) ?? []) put(next);
    };
    put(0);
    for (const id of this.order) if (!gone.has(id)) put(id);
    return order.slice(0, at);
  }
}

const COUNT = 'select count(*) as count from search_columns where kind = ?';
const ALL = 'select entity_id from search_columns where kind = ? order by sort_key, entity_id';
const KEYS = `
  select entity_id as id, sort_key as sortKey from search_columns where kind = ? and entity_id in (select value from json_each(?))
  order by sort_key, entity_id`;
const BEFORE = `
  select entity_id from search_columns where kind = ? and (sort_key, entity_id) < (?, ?)
  order by sort_key desc, entity_id desc limit 1`;
