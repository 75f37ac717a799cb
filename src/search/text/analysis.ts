import { FIELDS, type Field, type SearchDocument } from '../document.ts';
import { fold } from './fold.ts';
import { type Forms, formsOf } from './forms.ts';
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
export const ANALYSIS_VERSION = 5;

/** What a document is found by: for each field the words on each level, each once. */
export function analyse(document: Pick<SearchDocument, Field>): Record<Field, FieldWords> {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, fieldWords(document[field], field)])) as Record<
    Field,
    FieldWords
  >;
  const [own, mentioned] = [namesIn(document.place), namesIn(document.body)];
  fields.place.exact.push(...own);
  fields.place.folded = [...new Set([...fields.place.folded, ...[...own, ...mentioned].map(fold)])];
  return fields;
}

/** Two words with capitals next to each other, as one: `Roskilde Fjord`, `Hvide Sande`. A place that it has to do with. */
function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, first = '', second = '']) => wordsOf(`${first}${second}`).join(''));
}

const NAME = /(?<!\p{L})(\p{Lu}\p{Ll}+) (?=(\p{Lu}\p{Ll}*)(?!\p{L}))/gu;

/**
 * Descriptions are kept without the words that say nothing; a name is kept whole.
 */
export function fieldWords(text: string, field: Field): FieldWords {
  const words = new Set(wordsOf(text).filter((word) => field === 'name' || !isFunctionWord(word)));
  const forms = [...words].map(formsOf);
  if (field === 'place') return placeWords(forms);
  return {
    exact: [...words],
    folded: [...new Set(forms.map(({ folded }) => folded))],
    stem: [...new Set(forms.flatMap(({ stems }) => stems))],
    part: [...new Set(forms.filter(isCommon(field)).flatMap(({ partStems }) => partStems))],
  };
}

/** Families and firms are called after places, which are no compounds of what they do: Hestebjerg. */
const isCommon =
  (field: Field) =>
  ({ word }: Forms): boolean =>
    field === 'body' ||
    field === 'around' ||
    !/.(?:bjerg|borg|bæk|dal|holm|høj|lund|mose|næs|rup|strup|vig)s?$/.test(word);

/** A place has no forms but its genitive, and is not taken apart: who lives in Skolevej is no school. */
function placeWords(forms: Forms[]): FieldWords {
  const genitives = forms.filter(({ word }) => /\p{L}{2}$/u.test(word)).map(({ folded }) => `${folded}s`);
  return {
    exact: forms.map(({ word }) => word),
    folded: [...new Set([...forms.map(({ folded }) => folded), ...genitives])],
    stem: [],
    part: [],
  };
}
