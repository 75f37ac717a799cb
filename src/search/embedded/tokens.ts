import type { SearchKind } from '#db/schema/search.ts';
import { BETWEEN_NAMES, FIELDS, type Field, type SearchDocument } from '../document.ts';
import { analyse, type FieldWords, LEVELS, type Level } from '../text/analysis.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/tokens.ts';

/*
 * How words stand in FTS5: in one column, each with a letter for its field and a sign for its level in front. So one
 * look-up answers "has this word, on this level, in this field", without the positions that FTS5 would keep for it.
 */

export const TOKEN_TABLE: Record<SearchKind, string> = {
  organisations: 'search_organisation_tokens',
  slots: 'search_slot_tokens',
};

const FIELD_LETTER: Record<Field, string> = { name: 'n', trade: 't', place: 'p', around: 'a', body: 'b' };
/** The spelling stands without a sign; a folded word that is spelled so is not written twice. */
const LEVEL_SIGN: Record<Level, string> = { exact: '', folded: '~', stem: '.', part: '+' };

export const tokenOf = (field: Field, level: Level, word: string): string =>
  FIELD_LETTER[field] + LEVEL_SIGN[level] + word;
export const codeToken = (code: string): string => `c${code}`;
/** A whole name as one word, however its words are joined. @param words in their spelling */
export const wholeNameToken = (words: string[]): string => `=${words.map(fold).join('')}`;

/** All tokens of a document. @param fields its words, where they are known already */
export function tokensOf(document: SearchDocument, fields = analyse(document)): string[] {
  return [
    ...FIELDS.flatMap((field) => LEVELS.flatMap((level) => tokensOn(field, level, fields[field]))),
    ...document.codes.map(codeToken),
    ...document.name.split(BETWEEN_NAMES).map((name) => wholeNameToken(wordsOf(name))),
  ];
}

/** The folded words of a document: what a typing error can have meant. */
export function vocabularyOf(fields: Record<Field, FieldWords>): string[] {
  return FIELDS.flatMap((field) => fields[field].folded).filter((word) => /^\p{L}{2,30}$/u.test(word));
}

function tokensOn(field: Field, level: Level, words: FieldWords): string[] {
  const spelled = level === 'folded' ? new Set(words.exact) : undefined;
  return words[level].filter((word) => !spelled?.has(word)).map((word) => tokenOf(field, level, word));
}
