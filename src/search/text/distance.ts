/* Rows of the table that is filled in: kept, because words are compared by the thousand. */
let before = new Uint8Array(64);
let last = new Uint8Array(64);
let current = new Uint8Array(64);

/**
 * How many typing errors lie between two words: letters that are missing, added, wrong, or in each other's place
 * (Damerau and Levenshtein, optimal string alignment).
 *
 * @param most beyond this many, below 255, the answer is just one more
 */
export function errorsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length >= last.length) grow(b.length);
  const beyond = most + 1;
  for (let column = 0; column <= b.length; column++) last[column] = Math.min(column, beyond);
  for (let row = 1; row <= a.length; row++) {
    // Further from the diagonal than `most` there are more errors than that already.
    const from = Math.max(1, row - most);
    const to = Math.min(b.length, row + most);
    const letter = a.charCodeAt(row - 1);
    const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
    current[from - 1] = from === 1 ? Math.min(row, beyond) : beyond;
    let least = current[from - 1] as number;
    for (let column = from; column <= to; column++) {
      const other = b.charCodeAt(column - 1);
      let errors = (last[column - 1] as number) + (letter === other ? 0 : 1);
      const missing = (last[column] as number) + 1;
      if (missing < errors) errors = missing;
      const added = (current[column - 1] as number) + 1;
      if (added < errors) errors = added;
      if (column > 1 && letter === b.charCodeAt(column - 2) && letterBefore === other) {
        const swapped = (before[column - 2] as number) + 1;
        if (swapped < errors) errors = swapped;
      }
      current[column] = errors < beyond ? errors : beyond;
      if (errors < least) least = errors;
    }
    if (to < b.length) current[to + 1] = beyond;
    if (least > most) return beyond;
    [before, last, current] = [last, current, before];
  }
  return last[b.length] as number;
}

function grow(length: number): void {
  before = new Uint8Array(length + 2);
  last = new Uint8Array(length + 2);
  current = new Uint8Array(length + 2);
}

/** One error from five letters on, two from nine; none in shorter words, and never in numbers. */
export function errorsAllowed(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
}
