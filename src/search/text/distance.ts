/**
 * How many typing errors lie between two words: letters that are missing, added, wrong, or in each other's place
 * (Damerau and Levenshtein, optimal string alignment).
 *
 * @param most beyond this many the answer is just one more
 */
export function errorsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let errors = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        errors = Math.min(errors, (before[column - 2] as number) + 1);
      current.push(errors);
      if (errors < least) least = errors;
    }
    if (least > most) return most + 1;
    before = last;
    last = current;
  }
  return last[b.length] as number;
}

/** One error from five letters on, two from nine; none in shorter words, and never in numbers. */
export function errorsAllowed(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
}
