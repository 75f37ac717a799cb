import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findCitizenData } from '#domain/citizens.ts';
import { isPart } from '#search/text/compounds.ts';
import { fold } from '#search/text/fold.ts';
import { isSoft } from '#search/text/stop-words.ts';
import { wordsOf } from '#search/text/tokens.ts';

const LEAST_LETTERS = 3;
const MOST_LETTERS = 30;

/**
 * The words of a search that may be counted: nothing of a text that speaks of somebody, no address, no number, nothing
 * that says nothing, and only what stands in the directory itself. So half-typed words do not count, nor names of people
 * that nobody here has.
 */
export function countableWords(db: Db, text: string): string[] {
  if (findCitizenData(text)) return [];
  const words = text
    .split(/\s+/)
    .filter((part) => !/[@\d]|:\/\//.test(part))
    .flatMap(wordsOf)
    .filter((word) => /^\p{L}+$/u.test(word) && word.length >= LEAST_LETTERS && word.length <= MOST_LETTERS);
  return [...new Set(words)].filter((word) => !isSoft(word) && (isPart(word) || isWritten(db, word)));
}

const isWritten = (db: Db, word: string): boolean =>
  statement(db, 'select 1 from search_words where word = ?').get(fold(word)) !== undefined;
