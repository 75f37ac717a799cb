import { fold } from '../text/fold.ts';
import type { QueryWord, Reading } from '../text/query.ts';
import { type WordLevel, wholeName, wordOn } from './words.ts';

/** One of the searches that are asked together, and what its finds are worth beside those of the others. */
export interface Asked {
  q: string;
  weight: number;
}

/** A word in quotes is taken as it is: nothing longer, and no typing error. */
const quoted = (word: string): string => `"${word}"`;

/**
 * What is asked for a text whose words are typed in full and without errors: each reading on each level, the last word
 * also as the beginning of one. A document counts once, with the best of its finds.
 */
export function strictly(readings: Reading[]): Asked[] {
  return readings.flatMap(({ words, isSynonym }) => {
    const worth = isSynonym ? SYNONYM : 1;
    const asked: Asked[] = [
      { q: quoted(wholeName(words.map(({ word }) => fold(word)))), weight: worth },
      ...LEVELS.map((level) => ({ q: words.map((word) => quoted(formOn(level, word))).join(' '), weight: worth })),
    ];
    const apart = words.flatMap((word) => (word.parts.length > 0 ? word.parts : [word.stem]));
    if (words.some((word) => word.parts.length > 0))
      asked.push({ q: apart.map((part) => quoted(wordOn('part', part))).join(' '), weight: worth * PARTS_APART });
    const open = words.find((word) => word.isOpen);
    if (open) {
      const others = words.filter((word) => word !== open).map((word) => quoted(formOn('part', word)));
      asked.push({ q: [...others, wordOn('part', open.folded)].join(' '), weight: worth * BEGINNING });
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
  return [{ q: words.join(' '), weight: 1 }];
}

const LEVELS = ['exact', 'folded', 'stem', 'part'] as const satisfies WordLevel[];
const SYNONYM = 0.8;
const PARTS_APART = 0.8;
const BEGINNING = 0.85;

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
