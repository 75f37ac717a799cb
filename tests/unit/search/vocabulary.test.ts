import { expect, test } from 'vitest';
import { Vocabulary } from '#search/embedded/vocabulary.ts';
import { writeWords } from '#search/embedded/write.ts';
import { errorsBetween } from '#search/text/distance.ts';
import { emptyDirectory } from '../../fixtures/directory.ts';

/** By the definition, with the whole table. */
function errorsByDefinition(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.NaN;
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(a.length, b.length);
}

let state = 5;
const below = (limit: number) => {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return Math.floor((state / 2 ** 32) * limit);
};
const word = () => Array.from({ length: 4 + below(9) }, () => 'abeerrøøtłab'[below(12)]).join('');
const words = [...new Set(Array.from({ length: 1500 }, word))];

test('typing errors are counted as they are defined, as far as it is asked', () => {
  for (let pair = 0; pair < 10_000; pair++) {
    const [a, b, most] = [words[below(words.length)] ?? '', words[below(words.length)] ?? '', below(4)];
    expect(errorsBetween(a, b, most), `${a} ${b}`).toBe(Math.min(errorsByDefinition(a, b), most + 1));
  }
});

test('finds every word that is near enough, the nearest first, also those that come later', () => {
  const db = emptyDirectory();
  const vocabulary = new Vocabulary(db);
  const known: string[] = [];
  for (const part of [words.slice(0, 700), words.slice(700), words.slice(0, 10)]) {
    writeWords(db, new Set(part));
    known.push(...part.filter((one) => !known.includes(one)));
    for (const typed of Array.from({ length: 12 }, word)) {
      const found = vocabulary.near(typed, 2);
      const wanted = known.filter((one) => one !== typed && errorsByDefinition(typed, one) <= 2);
      expect(found.map((one) => one.word).sort()).toEqual(wanted.sort());
      expect(found.map((one) => one.errors)).toEqual(found.map((one) => one.errors).sort((a, b) => a - b));
    }
  }
});
