import type { Field } from '../document.ts';
import {
  beginningFactor,
  LEAST_BEGINNING,
  PARTS_APART_FACTOR,
  PARTS_APART_IN,
  type RankedLevel,
  rankedName,
  SHORT_BEGINNINGS_IN,
  TOWN_RADIUS_KM,
  UNSPELLED_FACTOR,
} from '../ranking.ts';
import { fold } from '../text/fold.ts';
import type { QueryWord, Reading } from '../text/query.ts';
import { EVERYWHERE, wholeName, wordOn } from './words.ts';

/** One of the searches that are asked together, and what its finds are worth beside those of the others. */
export interface Asked {
  q: string;
  weight: number;
  /** The attributes to look in; all where it is missing. */
  on?: string[];
  /** The place that a word names, instead of the word. */
  near?: { lat: number; lng: number; radiusKm: number };
}

/** A word in quotes is taken as it is: nothing longer, and no typing error. */
const quoted = (word: string): string => `"${word}"`;

/**
 * What is asked for a text whose words are typed in full and without errors: each reading on each level, the last word
 * also as the beginning of one. A document counts once, with the best of its finds.
 */
export function strictly(readings: Reading[]): Asked[] {
  return readings.flatMap(({ words, worth }) => {
    const asked: Asked[] = [
      { q: quoted(wholeName(words.map(({ word }) => fold(word)))), weight: worth },
      // Other words for it are few enough in the results for two levels to put them in order.
      ...LEVELS.filter((level) => worth >= 1 || level === 'exact' || level === 'part').map((level) => ({
        q: words.map((word) => quoted(formOn(level, word))).join(' '),
        weight: level === 'folded' && words.some((word) => word.isSpelledOut) ? worth * UNSPELLED_FACTOR : worth,
      })),
    ];
    const apart = words.flatMap((word) => (word.parts.length > 0 ? word.parts : [word.stem]));
    if (words.some((word) => word.parts.length > 0))
      asked.push({
        q: apart.map((part) => quoted(wordOn('part', part))).join(' '),
        weight: worth * PARTS_APART_FACTOR,
        on: partsOf(PARTS_APART_IN),
      });
    const open = words.find((word) => word.isOpen);
    if (open) {
      const others = words.filter((word) => word !== open).map((word) => quoted(formOn('part', word)));
      asked.push({
        q: [...others, wordOn('part', open.isSpelledOut ? open.word : open.folded)].join(' '),
        weight: worth * beginningFactor(open),
        ...(open.folded.length < LEAST_BEGINNING ? { on: partsOf(SHORT_BEGINNINGS_IN) } : {}),
      });
    }
    for (const town of words) {
      const others = words.filter((word) => word !== town).map((word) => quoted(formOn('part', word)));
      for (const point of town.towns)
        asked.push({
          q: [...others, quoted(EVERYWHERE)].join(' '),
          weight: worth,
          near: { ...point, radiusKm: TOWN_RADIUS_KM },
        });
    }
    return asked;
  });
}

/** What is asked when that finds nothing: typing errors are forgiven, but not in numbers. */
export function loosely([typed]: Reading[]): Asked[] {
  if (!typed) return [];
  const words = typed.words.map((word) => {
    const form = wordOn('loose', word.isKnown ? word.stem : word.folded);
    return word.isNumber || word.isKnown ? quoted(form) : form;
  });
  // The space behind says that the last word is typed to its end: errors are enough.
  return [{ q: `${words.join(' ')} `, weight: 1 }];
}

const LEVELS = ['exact', 'folded', 'stem', 'part'] as const satisfies RankedLevel[];
const partsOf = (fields: readonly Field[]): string[] => fields.map((field) => rankedName(field, 'part'));

function formOn(level: (typeof LEVELS)[number], word: QueryWord): string {
  switch (level) {
    case 'exact':
      return wordOn(level, word.word);
    case 'folded':
      return wordOn(level, word.folded);
    case 'stem':
    case 'part':
      return wordOn(level, word.stem);
  }
}
