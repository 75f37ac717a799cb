import { FIELDS, type Field, type SearchDocument } from '../document.ts';
import { formsOf } from './forms.ts';
import { isFunctionWord } from './stop-words.ts';
import { wordsOf } from './tokens.ts';

/**
 * How near a word stands to what was typed, the nearest first: as spelled, as folded, another form of it, a part of a
 * compound. Both engines rank by it.
 */
export const LEVELS = ['exact', 'folded', 'stem', 'part'] as const;
export type Level = (typeof LEVELS)[number];

/** The words of one field on each level. */
export type FieldWords = Record<Level, string[]>;

/**
 * Counts up with every change to what a document is found by: then the index is written anew (`ensureIndex`). Both
 * engines are fed by it.
 */
export const ANALYSIS_VERSION = 4;

/** What a document is found by: for each field the words on each level, each once. */
export function analyse(document: Pick<SearchDocument, Field>): Record<Field, FieldWords> {
  return Object.fromEntries(FIELDS.map((field) => [field, fieldWords(document[field], field)])) as Record<
    Field,
    FieldWords
  >;
}

/**
 * Descriptions are kept without the words that say nothing; a name is kept whole. A place is not taken apart: who lives
 * in Skolevej is no school.
 */
export function fieldWords(text: string, field: Field): FieldWords {
  const words = new Set(wordsOf(text).filter((word) => field === 'name' || !isFunctionWord(word)));
  const forms = [...words].map(formsOf);
  return {
    exact: [...words],
    folded: [...new Set(forms.map(({ folded }) => folded))],
    stem: [...new Set(forms.flatMap(({ stems }) => stems))],
    part: field === 'place' ? [] : [...new Set(forms.flatMap(({ partStems }) => partStems))],
  };
}
