import type { Field } from '../document.ts';
import { RANKED, RANKED_LEVELS, type RankedLevel, rankedName } from '../ranking.ts';
import type { FieldWords } from '../text/analysis.ts';

/*
 * How words stand in the server: on each level of each field in an attribute of its own, in ranked order, behind a letter
 * for the level. So a query says on which level it asks, the server's own folding has nothing to do, and a wrong first
 * letter is never the first one, which the server would not forgive.
 */

/** As spelled · folded · another form · parts too · what typing errors are forgiven in. */
const LETTER: Record<RankedLevel, string> = { exact: 'x', folded: 'f', stem: 's', part: 'c', loose: 't' };
const WHOLE_NAME_LETTER = 'w';
/** Stands in every document, for searches that are about its place. */
export const EVERYWHERE = 'z';

/** No typing error is forgiven in these. */
export const STRICT_ATTRIBUTES = RANKED.filter((attribute) => !attribute.endsWith('-loose'));

export function wordOn(level: RankedLevel, word: string): string {
  return LETTER[level] + plain(word);
}

export const wholeName = (foldedWords: string[]): string => WHOLE_NAME_LETTER + foldedWords.join('');

/** The words of a field for each of its attributes. Each level has the ones above it, so that a query needs only one. */
export function attributesOf(field: Field, words: FieldWords): Record<string, string> {
  const all = [...new Set([...words.exact, ...words.folded, ...words.stem, ...words.part])];
  const onLevel: Record<RankedLevel, string[]> = {
    exact: words.exact,
    folded: words.folded,
    stem: words.stem,
    part: all,
    loose: all,
  };
  return Object.fromEntries(
    RANKED_LEVELS.map((level) => [
      rankedName(field, level),
      onLevel[level].map((word) => wordOn(level, word)).join(' '),
    ]),
  );
}

/** Digits for the letters that the server would fold. */
function plain(word: string): string {
  return word.replaceAll('æ', '1').replaceAll('ø', '2').replaceAll('å', '3');
}
