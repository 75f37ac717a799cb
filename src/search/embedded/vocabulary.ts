import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { errorsBetween } from '../text/distance.ts';
import { WordShelf } from './word-shelf.ts';

/** How many words are read at once. */
const PIECE = 5_000;

/** Every word that the index knows, to find what a typing error may have meant. Follows the table, which only grows. */
export class Vocabulary {
  readonly #db: Db;
  /** By the length of their words. */
  readonly #shelves = new Map<number, WordShelf>();
  #last = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The words with at most so many typing errors between them and this one, the nearest first. @param word folded */
  near(word: string, most: number): { word: string; errors: number }[] {
    while (this.readPiece());
    const found: { word: string; errors: number }[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const candidate of this.#shelves.get(length)?.alike(word, most) ?? []) {
        const errors = errorsBetween(word, candidate, most);
        if (errors > 0 && errors <= most) found.push({ word: candidate, errors });
      }
    }
    return found.sort((a, b) => a.errors - b.errors);
  }

  /** Reads some of the words that it does not have yet. @returns whether there may be more */
  readPiece(): boolean {
    const rows = statement<[id: number, word: string]>(this.#db, NEWER).raw().all(this.#last, PIECE);
    for (const [, word] of rows) {
      const shelf = this.#shelves.get(word.length) ?? new WordShelf(word.length);
      this.#shelves.set(word.length, shelf);
      shelf.add(word);
    }
    this.#last = rows.at(-1)?.[0] ?? this.#last;
    return rows.length === PIECE;
  }
}

/** Shorter words are no correction of anything. */
const NEWER = 'select id, word from search_words where id > ? and length(word) >= 4 order by id limit ?';
