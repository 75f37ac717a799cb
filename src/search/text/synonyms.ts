import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { ALSO_FACTOR, SYNONYM_FACTOR } from '../ranking.ts';
import { type EndingGroup, endingsIn } from './endings.ts';
import { fold } from './fold.ts';
import { formsOf, isSpelledOut } from './forms.ts';
import { stemOf } from './stem.ts';
import { wordsOf } from './tokens.ts';

/** Words, phrases or, with a hyphen in front, the ends of compounds. */
export interface SynonymGroup {
  /** They mean the same. */
  words: string[];
  /** What somebody who types one of them looks for too; not the other way round. */
  also?: string[];
}

/** A stretch of words and what can be said in its place. */
export interface Substitute {
  /** The stretch: from this word up to, not with, that one. */
  from: number;
  to: number;
  instead: string[];
  /** What a find by it is worth beside one in the words that were typed. */
  worth: number;
  /** Made up from how the word ends: it may be a typing error all the same. */
  isGuess: boolean;
}

export interface Synonyms {
  /** Every substitute for every stretch of these words, in their spelling; the worthiest first. */
  findIn(words: string[]): Substitute[];
}

interface Other {
  words: string[];
  worth: number;
}

interface Phrase {
  words: string[];
  others: Other[];
}

const known = new WeakMap<Db, { version: string; synonyms: Synonyms }>();

/** The synonyms as they are now: a change to the table counts from the next search on. */
export function synonymsOf(db: Db): Synonyms {
  const version = statement<{ value: string }>(db, VERSION).get()?.value ?? '';
  const cached = known.get(db);
  if (cached?.version === version) return cached.synonyms;
  const groups = statement<Record<keyof SynonymGroup, string>>(
    db,
    'select words, also from search_synonyms where active order by id',
  )
    .all()
    .map(({ words, also }) => ({ words: JSON.parse(words) as string[], also: JSON.parse(also) as string[] }));
  const synonyms = synonymsFrom(groups);
  known.set(db, { version, synonyms });
  return synonyms;
}

/** Written by triggers on the table. */
const VERSION = "select value from settings where key = 'search.synonyms'";

export function synonymsFrom(groups: SynonymGroup[]): Synonyms {
  const byFirst = new Map<string, Phrase[]>();
  const endings: EndingGroup[] = [];
  for (const { words, also = [] } of groups) {
    if (words.some((word) => word.startsWith('-'))) {
      endings.push({ words: words.map(endingOf), also: also.map(endingOf) });
      continue;
    }
    const phrases = phrasesOf(words);
    const more = phrasesOf(also).map((other) => ({ words: other, worth: ALSO_FACTOR }));
    for (const phrase of phrases) {
      const first = looseKey(phrase[0] as string);
      const others = [...phrases.map((other) => ({ words: other, worth: SYNONYM_FACTOR })), ...more];
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words: phrase, others: telling(phrase, others) }]);
    }
  }
  return {
    findIn(words) {
      const keys = words.map(keyOf);
      const found = words.flatMap((word, from) => [
        ...(byFirst.get(keys[from]?.loose as string) ?? [])
          .filter((phrase) => phrase.words.every((one, index) => isSame(keys[from + index], one)))
          .flatMap(({ words: { length }, others }) =>
            others.map((other) => ({ from, to: from + length, isGuess: false, ...other })),
          ),
        ...endingsIn(word, endings).map((other) => ({ from, to: from + 1, isGuess: true, ...other })),
      ]);
      return distinct(found.map(({ words: instead, ...stretch }) => ({ ...stretch, instead })));
    },
  };
}

/** Empty for a hyphen alone: the compound without its end. */
const endingOf = (text: string): string => wordsOf(text)[0] ?? '';

const phrasesOf = (texts: string[]): string[][] => texts.map(wordsOf).filter((words) => words.length > 0);

/**
 * Those that find something more: a phrase does not stand for itself, and whoever looks for `rengøring` finds the
 * `rengøringsassistent` already.
 */
function telling(phrase: string[], others: Other[]): Other[] {
  const isFoundBy = (other: Other, words: string[]) =>
    words.length === 1 && other.words.length === 1 && partsIn(other.words[0]).has(stemOf(words[0] as string));
  return others.filter(
    (other) =>
      other.words.map(stemOf).join(' ') !== phrase.map(stemOf).join(' ') &&
      !isFoundBy(other, phrase) &&
      !others.some((better) => better.worth >= other.worth && isFoundBy(other, better.words)),
  );
}

const partsIn = (word = ''): Set<string> => new Set(formsOf(word).parts);

/** Each substitute once, by its best worth, the worthiest first. */
function distinct(found: Substitute[]): Substitute[] {
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.worth - a.worth)
    .filter(({ from, to, instead }) => {
      const key = `${from} ${to} ${instead.join(' ')}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** What the forms of a word have in common, and the same without Danish letters for who has typed it without. */
function keyOf(word: string) {
  const stem = stemOf(word);
  return { stem, loose: fold(stem), isSpelledOut: isSpelledOut(word) && !/ae|oe/.test(word) };
}

const looseKey = (word: string): string => fold(stemOf(word));

/** Whether it was typed so: `mål` is not `male`, but `mal` may be either. */
function isSame(typed: ReturnType<typeof keyOf> | undefined, word: string): boolean {
  return typed !== undefined && (typed.isSpelledOut ? typed.stem === stemOf(word) : typed.loose === looseKey(word));
}
