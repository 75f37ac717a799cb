import { spelling } from './fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*/gu;
/** What stands behind an apostrophe and is an ending: `McDonald’s`, `pc’er`, `wc’et`. */
const ENDING = /['’](?:s|e|er|en|et|erne|ene|ens|ets|ernes)$/u;

/** The words of a text in their spelling (`fold.ts`): runs of letters and digits, without the ending of a name. */
export function wordsOf(text: string): string[] {
  const words = text.normalize('NFC').match(WORD) ?? [];
  return /['’]/.test(text)
    ? words.flatMap((word) => spelling(word.replace(ENDING, '')).split(/['’]/))
    : words.map(spelling);
}

/** A word where it stands in a text. */
export interface PlacedWord {
  /** In its spelling (`fold.ts`). */
  word: string;
  from: number;
  to: number;
}

/** The same words with their places. @param text in NFC */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    let from = match.index;
    return match[0]
      .replace(ENDING, '')
      .split(/['’]/)
      .map((word) => {
        const placed = { word: spelling(word), from, to: from + word.length };
        from = placed.to + 1;
        return placed;
      });
  });
}

/** The digits of a CVR number (8) or P-number (10) typed with spaces, dots or `DK`; otherwise nothing. */
export function codeOf(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(?:CVR|SE|P)?(?:[\s.-]*n(?:umme)?r)?[\s.:-]*/i, '')
    .replace(/^DK/i, '')
    .replaceAll(/[\s.-]/g, '');
  return /^(\d{8}|\d{10})$/.test(digits) ? digits : undefined;
}

export const isNumber = (word: string): boolean => /^\d+$/.test(word);
