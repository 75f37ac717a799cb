import { errorsAllowed, errorsBetween } from './distance.ts';
import { fold, spelling } from './fold.ts';
import { formsOf, type Piece, spellingsOf } from './forms.ts';
import type { QueryWord } from './query.ts';
import type { PlacedWord } from './tokens.ts';

/** A stretch of a text: from this letter up to, not with, that one. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * What of a word in a text a searched word finds, as the engines do: the word in any spelling or form, else its part
 * that is one, else the beginning that was typed so far.
 *
 * @param text in NFC
 * @param leastBeginning shorter beginnings are not looked for
 */
export function foundIn(text: string, placed: PlacedWord, sought: QueryWord, leastBeginning: number): Stretch[] {
  const { word, folded, stem } = formsOf(placed.word);
  if (word === sought.word || folded === sought.folded || spellingsOf(stem).includes(sought.stem)) return [placed];
  const same = stretchesOf(text, placed, (piece) => spellingsOf(piece.stem).includes(sought.stem));
  if (same.length > 0 || !sought.isOpen || sought.folded.length < leastBeginning) return same;
  const typed = sought.isSpelledOut ? sought.word : sought.folded;
  const begin = ({ part }: { part: string }) => (sought.isSpelledOut ? part : fold(part)).startsWith(typed);
  const whole = [{ ...placed, part: placed.word }].filter(begin);
  const candidates = sought.isNumber ? whole : [...whole, ...stretchesOf(text, placed, begin)];
  return candidates.map(({ from, to, part }) => ({
    from,
    to: endOf(text.slice(from, to), typed, part) + from,
  }));
}

/** How many typing errors lie between a word of a text, or the nearest of its parts, and a searched one. */
export function errorsIn(placed: PlacedWord, sought: QueryWord): number {
  const most = errorsAllowed(sought.folded);
  const { folded, stem, parts } = formsOf(placed.word);
  const errors = [folded, stem, ...parts].map((form) => errorsBetween(sought.folded, fold(form), most));
  return Math.min(...errors);
}

/** Those parts of a compound that are wanted, where they stand in the text. */
export function stretchesOf(
  text: string,
  { word, from, to }: PlacedWord,
  isWanted: (piece: Piece) => boolean,
): (Stretch & { part: string })[] {
  const original = text.slice(from, to);
  return formsOf(word).pieces.flatMap((piece) => {
    if (!isWanted(piece)) return [];
    const { part } = piece;
    const spell = word.includes(part) ? spelling : fold;
    const at = spell(word).indexOf(part);
    const start = at < 0 ? undefined : cutAt(original, at, spell);
    const end = at < 0 ? undefined : cutAt(original, at + part.length, spell);
    return start === undefined || end === undefined ? [] : [{ part, from: from + start, to: from + end }];
  });
}

/** Where the beginning that was typed ends in a word, however many letters it is written with there. */
function endOf(original: string, typed: string, part: string): number {
  const spell = spelling(part).startsWith(typed) ? spelling : fold;
  return cutAt(original, typed.length, spell) ?? original.length;
}

/** Where to cut a word so that so many letters of its spelling stand before it: `Aarhus` after one letter is `Aa`. */
function cutAt(original: string, length: number, spell: (word: string) => string): number | undefined {
  const whole = spell(original);
  for (let at = 0; at <= original.length; at++) {
    const [before, behind] = [spell(original.slice(0, at)), spell(original.slice(at))];
    if (before === whole.slice(0, length) && behind === whole.slice(length)) return at;
  }
  return undefined;
}
