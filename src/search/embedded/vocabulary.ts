import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { errorsBetween } from '../text/distance.ts';

/** Words of one length: their letters as a set of bits each, which tells most of the unlike ones at a glance. */
interface Shelf {
  words: string[];
  letters: number[];
}

/** Every word that the index knows, to find what a typing error may have meant. Follows the table, which only grows. */
export class Vocabulary {
  readonly #db: Db;
  readonly #shelves = new Map<number, Shelf>();
  #last = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The words with at most so many typing errors between them and this one, the nearest first. @param word folded */
  near(word: string, most: number): { word: string; errors: number }[] {
    this.#refresh();
    const letters = lettersOf(word);
    const found: { word: string; errors: number }[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      const shelf = this.#shelves.get(length);
      for (let at = 0; at < (shelf?.words.length ?? 0); at++) {
        // One error changes at most two letters of the set: one is gone and one is there instead.
        if (bitsIn((shelf?.letters[at] as number) ^ letters) > 2 * most) continue;
        const candidate = shelf?.words[at] as string;
        const errors = errorsBetween(word, candidate, most);
        if (errors > 0 && errors <= most) found.push({ word: candidate, errors });
      }
    }
    return found.sort((a, b) => a.errors - b.errors);
  }

  #refresh(): void {
    const rows = statement<{ id: number; word: string }>(this.#db, NEWER);
    for (const { id, word } of rows.iterate(this.#last)) {
      this.#last = id;
      const shelf = this.#shelves.get(word.length) ?? { words: [], letters: [] };
      this.#shelves.set(word.length, shelf);
      shelf.words.push(word);
      shelf.letters.push(lettersOf(word));
    }
  }
}

/** Shorter words are no correction of anything. */
const NEWER = 'select id, word from search_words where id > ? and length(word) >= 4 order by id';

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count++;
  return count;
}
