import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { fold } from './fold.ts';
import { stemOf } from './stem.ts';
import { wordsOf } from './tokens.ts';

/** A stretch of words and what can be said in its place. */
export interface Substitute {
  /** The stretch: from this word up to, not with, that one. */
  from: number;
  to: number;
  instead: string[];
}

export interface Synonyms {
  /** Every substitute for every stretch of these words, in their spelling. */
  findIn(words: string[]): Substitute[];
}

interface Phrase {
  words: string[];
  others: string[][];
}

const known = new WeakMap<Db, { version: string; synonyms: Synonyms }>();

/** The synonyms as they are now: a change to the table counts from the next search on. */
export function synonymsOf(db: Db): Synonyms {
  const version = statement<{ value: string }>(db, VERSION).get()?.value ?? '';
  const cached = known.get(db);
  if (cached?.version === version) return cached.synonyms;
  const groups = statement<{ words: string }>(db, 'select words from search_synonyms where active order by id')
    .all()
    .map((row) => JSON.parse(row.words) as string[]);
  const synonyms = synonymsFrom(groups);
  known.set(db, { version, synonyms });
  return synonyms;
}

/** Written by triggers on the table. */
const VERSION = "select value from settings where key = 'search.synonyms'";

/** @param groups each holds words or phrases that mean the same */
export function synonymsFrom(groups: string[][]): Synonyms {
  const byFirst = new Map<string, Phrase[]>();
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((words) => words.length > 0);
    for (const words of phrases) {
      const first = keyOf(words[0] as string);
      const phrase = { words, others: phrases.filter((other) => other.join(' ') !== words.join(' ')) };
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  }
  return {
    findIn(words) {
      const stems = words.map(keyOf);
      return words.flatMap((_, from) =>
        (byFirst.get(stems[from] as string) ?? [])
          .filter((phrase) => phrase.words.every((word, index) => stems[from + index] === keyOf(word)))
          .flatMap(({ words: { length }, others }) => others.map((instead) => ({ from, to: from + length, instead }))),
      );
    },
  };
}

/** The same for every form of a word, with Danish letters and without. */
const keyOf = (word: string): string => fold(stemOf(word));
