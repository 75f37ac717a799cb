import { FIELDS, type Field } from './document.ts';
import { LEVELS, type Level } from './text/analysis.ts';

/** The levels on which words are compared, and behind them the typing errors. */
export const RANKED_LEVELS = [...LEVELS, 'loose'] as const;
export type RankedLevel = Level | 'loose';

export const WHOLE_NAME = 'wholeName';
/** In no word at all: it only lies in the town that was named. */
export const NEARBY = 'nearby';

/**
 * Everything that a word can be found in, the weightiest first: a name that is just that, then names before trades and
 * places before what they come with before descriptions, and in each exact before folded before other forms before parts
 * of compounds. Only a part of what something comes with (`løn` in `løntilskud`) says less than a word of its description.
 * Both engines rank by this order, one step like the other, and take the mean over the words of a search.
 */
export const RANKED: string[] = [
  WHOLE_NAME,
  ...ranked(['name', 'trade', 'place'], LEVELS),
  ...(['exact', 'folded', 'stem'] as const).flatMap((level) => ranked(['around', 'body'], [level])),
  ...ranked(['around', 'body'], ['part']),
  ...ranked(FIELDS, ['loose']),
  NEARBY,
];

function ranked(fields: readonly Field[], levels: readonly RankedLevel[]): string[] {
  return fields.flatMap((field) => levels.map((level) => rankedName(field, level)));
}

/** Names the pair, as the outside engine's attribute is called. */
export function rankedName(field: Field, level: RankedLevel): string {
  return `${field}-${level}`;
}

/** From 1 for the whole name down to nearly nothing. */
export function worthOf(ranked: string): number {
  return 1 - RANKED.indexOf(ranked) / RANKED.length;
}

/** What a find of two words as one name (`Roskilde Fjord`) is worth beside one of each by itself. */
export const NAME_FACTOR = 1.25;
/** What a find in words that mean the same is worth beside one in the very words that were typed. */
export const SYNONYM_FACTOR = 0.65;
/** The same for words of what somebody who types this looks for too. */
export const ALSO_FACTOR = 0.3;
/** The parts of a typed compound, each in another word. */
export const PARTS_APART_FACTOR = 0.8;
/** The typed word is only the beginning of the one that was found. */
export const BEGINNING_FACTOR = 0.6;
/** The same, though the typed word is one itself: then this is a guess, behind all else. */
export const GUESS_FACTOR = 0.1;
export const beginningFactor = (word: { isWord: boolean }): number => (word.isWord ? GUESS_FACTOR : BEGINNING_FACTOR);
/** It was typed with Danish letters, and found spelled without: `træ` and `Tre`. */
export const UNSPELLED_FACTOR = 0.5;
/** How near to a town that was named something counts as there, though no word of it says so. */
export const TOWN_RADIUS_KM = 4;
/** A beginning shorter than this is looked for in these only: elsewhere every letter begins something. */
export const LEAST_BEGINNING = 3;
export const SHORT_BEGINNINGS_IN: readonly Field[] = ['name', 'trade', 'place'];
/** The parts of a typed compound may be apart in these, which are short enough for them to belong together. */
export const PARTS_APART_IN: readonly Field[] = ['name', 'trade', 'around'];
