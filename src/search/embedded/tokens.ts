import type { SearchKind } from '#db/schema/search.ts';
import { BETWEEN_NAMES, FIELDS, type Field, type SearchDocument } from '../document.ts';
import { LEAST_BEGINNING, SHORT_BEGINNINGS_IN } from '../ranking.ts';
import { type FieldWords, fieldWords, LEVELS, type Level } from '../text/analysis.ts';
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
/** Stands behind the field's letter where only the beginning of a word follows. */
const BEGINNING_SIGN = '^';

export const tokenOf = (field: Field, level: Level, word: string): string =>
  FIELD_LETTER[field] + LEVEL_SIGN[level] + word;
export const codeToken = (code: string): string => `c${code}`;
/** A whole name as one word, however its words are joined. @param words in their spelling */
export const wholeNameToken = (words: string[]): string => `=${words.map(fold).join('')}`;

/**
 * The token of all words that begin so, where there is one: the beginnings that are too short to look through the words
 * for, in the fields where they count.
 */
export function beginningToken(field: Field, level: Level, beginning: string): string | undefined {
  if (beginning.length >= LEAST_BEGINNING || !SHORT_BEGINNINGS_IN.includes(field)) return undefined;
  return FIELD_LETTER[field] + BEGINNING_SIGN + LEVEL_SIGN[level] + beginning;
}

/** Whether all documents' words that are like this one are in the vocabulary. @param folded */
export const isKeptWord = (folded: string): boolean => /^\p{L}{2,30}$/u.test(folded);

/** What a document, or one field of it, is found by. */
export interface Tokens {
  tokens: string[];
  /** Its folded words: what a typing error can have meant. */
  vocabulary: string[];
}

export function tokensOf(document: SearchDocument): Tokens {
  const fields = FIELDS.map((field) => tokensIn(field, document[field]));
  const names = document.name.split(BETWEEN_NAMES).map((name) => wholeNameToken(wordsOf(name)));
  return {
    tokens: [...fields.flatMap(({ tokens }) => tokens), ...document.codes.map(codeToken), ...names],
    vocabulary: fields.flatMap(({ vocabulary }) => vocabulary),
  };
}

/** Fields in which the same few texts stand again and again. */
const REPEATED: ReadonlySet<Field> = new Set(['trade', 'around']);
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, Tokens>();

function tokensIn(field: Field, text: string): Tokens {
  if (!REPEATED.has(field)) return analysed(field, text);
  const key = FIELD_LETTER[field] + text;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const tokens = analysed(field, text);
  remembered.set(key, tokens);
  return tokens;
}

function analysed(field: Field, text: string): Tokens {
  const words = fieldWords(text, field);
  return {
    tokens: LEVELS.flatMap((level) => tokensOn(field, level, words)),
    vocabulary: words.folded.filter(isKeptWord),
  };
}

function tokensOn(field: Field, level: Level, words: FieldWords): string[] {
  const spelled = level === 'folded' ? new Set(words.exact) : undefined;
  const own = spelled ? words.folded.filter((word) => !spelled.has(word)) : words[level];
  const tokens = own.map((word) => tokenOf(field, level, word));
  return level === 'stem' ? tokens : [...tokens, ...beginningsOf(field, level, own)];
}

function beginningsOf(field: Field, level: Level, words: string[]): Set<string> {
  const beginnings = new Set<string>();
  for (const word of words)
    for (let length = 1; length < LEAST_BEGINNING; length++) {
      const token = beginningToken(field, level, word.slice(0, length));
      if (token) beginnings.add(token);
    }
  return beginnings;
}
