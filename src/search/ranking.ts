import { FIELDS, type Field } from './document.ts';
import { LEVELS, type Level } from './text/analysis.ts';

/** The levels on which words are compared, and behind them the typing errors. */
export const RANKED_LEVELS = [...LEVELS, 'loose'] as const;
export type RankedLevel = Level | 'loose';

/**
 * Everything that a word can be found in, the weightiest first: a name that is just that, then names before what stands
 * around them before descriptions, and in each exact before folded before other forms before parts before errors. Both
 * engines rank by this order, one step like the other, and take the mean over the words of a search.
 */
export const WHOLE_NAME = 'wholeName';
/** In no word at all: it only lies in the town that was named. */
export const NEARBY = 'nearby';
export const RANKED: string[] = [
  WHOLE_NAME,
  ...FIELDS.flatMap((field) => RANKED_LEVELS.map((level) => rankedName(field, level))),
  NEARBY,
];

/** Names the pair, as the outside engine's attribute is called. */
export function rankedName(field: Field, level: RankedLevel): string {
  return `${field}-${level}`;
}

/** From 1 for the whole name down to nearly nothing. */
export function worthOf(ranked: string): number {
  return 1 - RANKED.indexOf(ranked) / RANKED.length;
}

/** What a find is worth beside one in the very words that were typed. */
export const SYNONYM_FACTOR = 0.8;
/** The parts of a typed compound, each somewhere in the name or around it. */
export const PARTS_APART_FACTOR = 0.8;
/** The typed word is only the beginning of the one that was found. */
export const BEGINNING_FACTOR = 0.4;
/** It was typed with Danish letters, and found spelled without: `træ` and `Tre`. */
export const UNSPELLED_FACTOR = 0.5;
/** How near to a town that was named something counts as there, though no word of it says so. */
export const TOWN_RADIUS_KM = 4;
/** A beginning shorter than this is not looked for in descriptions, where every letter begins something. */
export const LEAST_BEGINNING_IN_BODY = 3;
