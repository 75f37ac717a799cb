import { FIELDS, type Field } from '../document.ts';
import type { FieldWords } from '../text/analysis.ts';

/*
 * How words stand in the server: on each level of each field in an attribute of its own, in ranked order, behind a letter
 * for the level. So a query says on which level it asks, the server's own folding has nothing to do, and a wrong first
 * letter is never the first one, which the server would not forgive.
 */

/** As spelled · folded · another form · parts too · and what typing errors are forgiven in. */
export const WORD_LEVELS = ['exact', 'folded', 'stem', 'part', 'loose'] as const;
export type WordLevel = (typeof WORD_LEVELS)[number];

const LETTER: Record<WordLevel, string> = { exact: 'x', folded: 'f', stem: 's', part: 'c', loose: 't' };
const WHOLE_NAME_LETTER = 'w';

/** The whole name as one word, before all that only have it in them. */
export const WHOLE_NAME = 'wholeName';
export const attributeOf = (field: Field, level: WordLevel): string => `${field}-${level}`;

/** All attributes with words, the weightiest first: names before descriptions, exact before folded before the rest. */
export const WORD_ATTRIBUTES: string[] = [
  WHOLE_NAME,
  ...FIELDS.flatMap((field) => WORD_LEVELS.map((level) => attributeOf(field, level))),
];
/** No typing error is forgiven in these. */
export const STRICT_ATTRIBUTES = WORD_ATTRIBUTES.filter((attribute) => !attribute.endsWith('-loose'));

export function wordOn(level: WordLevel, word: string): string {
  return LETTER[level] + (level === 'exact' ? plain(word) : word);
}

export const wholeName = (foldedWords: string[]): string => WHOLE_NAME_LETTER + foldedWords.join('');

/** The words of a field for each of its attributes. Each level has the ones above it, so that a query needs only one. */
export function attributesOf(field: Field, words: FieldWords): Record<string, string> {
  const all = [...new Set([...words.folded, ...words.stem, ...words.part])];
  const onLevel: Record<WordLevel, string[]> = {
    exact: words.exact,
    folded: words.folded,
    stem: words.stem,
    part: all,
    loose: all,
  };
  return Object.fromEntries(
    WORD_LEVELS.map((level) => [
      attributeOf(field, level),
      onLevel[level].map((word) => wordOn(level, word)).join(' '),
    ]),
  );
}

/** Digits for the letters that the server would fold. */
function plain(word: string): string {
  return word.replaceAll('æ', '1').replaceAll('ø', '2').replaceAll('å', '3');
}
