import { NAME_FACTOR } from '../ranking.ts';
import { isPart, isPartWithoutLetters } from './compounds.ts';
import { fold } from './fold.ts';
import { type Forms, formsOf, isSpelledOut } from './forms.ts';
import { isFunctionWord, isSoft } from './stop-words.ts';
import type { Substitute, Synonyms } from './synonyms.ts';
import { codeOf, isNumber, wordsOf } from './tokens.ts';

/** One way to read what was typed: all of its words must be found. */
export interface Reading {
  words: QueryWord[];
  /** What its finds are worth: 1 for the very words that were typed, less for what can be said in their place. */
  worth: number;
}

/** A word and its forms: as spelled where it has Danish letters, folded where it has none. */
export interface QueryWord extends Forms {
  isNumber: boolean;
  isSpelledOut: boolean;
  /** The last word typed: perhaps it is only half-typed. */
  isOpen: boolean;
  /** Whether the synonyms know it: then it is no typing error. */
  isKnown: boolean;
  /** Whether it stands so in a document: then it is probably typed to its end. */
  isWord: boolean;
  /** Where it is, when it is the name of a town. */
  towns: Point[];
}

export interface Point {
  lat: number;
  lng: number;
}

export interface Understood {
  /** A CVR number or P-number: then nothing else counts. */
  code?: string | undefined;
  /** The first one as typed. Empty when nothing was typed that means anything. */
  readings: Reading[];
}

/** What must be known to understand a text. */
export interface Knowledge {
  synonyms: Synonyms;
  townsNamed(word: string): Point[];
  /** Whether a document has this word. @param folded as typed, folded */
  isWord(folded: string): boolean;
  /** Whether one has a longer word that begins so. */
  isBeginning(folded: string): boolean;
}

/** More words than anybody needs, and as many as Meilisearch takes; the rest is not looked at. */
const MOST_WORDS = 10;
/** Synonyms of synonyms are not tried, and no more readings than these, the worthiest. */
const MOST_READINGS = 20;

/** Reads a typed text: a number that is looked up, or words with what else can be said for them. */
export function understand(text: string, { synonyms, townsNamed, isWord, isBeginning }: Knowledge): Understood {
  /** `grønts` may become `grøntsager`: its `s` is no genitive. */
  const isHalf = (word: string) => word.endsWith('s') && !isWord(fold(word)) && isBeginning(fold(word));
  const isName = (name: string, isOpen: boolean) => isWord(fold(name)) || (isOpen && isBeginning(fold(name)));
  const code = codeOf(text);
  if (code) return { code, readings: [] };
  const typed = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word, index, all) => (index === all.length - 1 && isHalf(word) ? word : withoutGenitive(word, isWord)));
  if (typed.length === 0) return { readings: [] };
  const found = synonyms.findIn(typed);
  const known = new Set(found.filter(({ isGuess }) => !isGuess).flatMap(({ from, to }) => typed.slice(from, to)));
  const word = (spelled: string, isOpen: boolean, isKnown: boolean): QueryWord => ({
    ...(isOpen && isHalf(spelled) ? halfForms(spelled) : queryForms(spelled)),
    isNumber: isNumber(spelled),
    isSpelledOut: isSpelledOut(spelled) || isPart(spelled),
    isOpen,
    isKnown,
    isWord: isWord(fold(spelled)),
    towns: townsNamed(spelled),
  });
  const readings = [
    {
      words: required(typed).map((spelled) => word(spelled, spelled === typed.at(-1), known.has(spelled))),
      worth: 1,
    },
    ...asOneName(typed, isName).map(({ words, name, isOpen }) => ({
      words: required(words, [name]).map((spelled) =>
        spelled === name ? { ...word(name, isOpen, true), parts: [] } : word(spelled, false, false),
      ),
      worth: NAME_FACTOR,
    })),
    ...inOtherWords(typed, found).map(({ words, instead, worth }) => ({
      words: required(words, instead).map((spelled) =>
        instead.includes(spelled) ? asMeant(word(spelled, false, true)) : word(spelled, false, false),
      ),
      worth,
    })),
  ];
  return { readings };
}

/** The typed words with two neighbours as one name, as documents have it (`namesIn`). */
function asOneName(
  typed: string[],
  isName: (name: string, isOpen: boolean) => boolean,
): { words: string[]; name: string; isOpen: boolean }[] {
  return typed.slice(1).flatMap((second, at) => {
    const first = typed[at] as string;
    if (isNumber(first) || isNumber(second) || isFunctionWord(first) || isFunctionWord(second)) return [];
    const name = first + second;
    const isOpen = at === typed.length - 2;
    return isName(name, isOpen) ? [{ words: [...typed.slice(0, at), name, ...typed.slice(at + 2)], name, isOpen }] : [];
  });
}

/** The typed words with one stretch of them said in other words, or two. */
function inOtherWords(typed: string[], found: Substitute[]): { words: string[]; instead: string[]; worth: number }[] {
  const once = found.map((one) => ({ words: replaced(typed, one), instead: one.instead, worth: one.worth }));
  const twice = found.flatMap((one) =>
    found
      .filter((other) => one.to <= other.from)
      .map((other) => ({
        words: replaced(replaced(typed, other), one),
        instead: [...one.instead, ...other.instead],
        worth: one.worth * other.worth,
      })),
  );
  return [...once, ...twice].sort((a, b) => b.worth - a.worth).slice(0, MOST_READINGS - 1);
}

const replaced = (words: string[], { from, to, instead }: Substitute): string[] => [
  ...words.slice(0, from),
  ...instead,
  ...words.slice(to),
];

/** `Hvalsøs`: what nobody writes with an `s`, but somebody without, is the name. */
function withoutGenitive(word: string, isWord: Knowledge['isWord']): string {
  const name = word.slice(0, -1);
  return word.endsWith('s') && name.length > 2 && !isWord(fold(word)) && isWord(fold(name)) ? name : word;
}

/**
 * The words that must be found: each once, and those that say nothing only when there are no others. What is said instead
 * is meant in full: `job efter skole` is no `skole`.
 */
function required(words: string[], instead: string[] = []): string[] {
  const telling = words.filter((word) => (instead.includes(word) ? !isFunctionWord(word) : !isSoft(word)));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/**
 * Whoever wrote the word into the table spelled it as it is meant: it is not taken apart, and a stem that is another word
 * but for its Danish letters is none of it (`gardener` is no `gård`).
 */
function asMeant(word: QueryWord): QueryWord {
  const stem = isPartWithoutLetters(word.stem) ? word.word : word.stem;
  return { ...word, stem, parts: [] };
}

/** Nobody knows yet what it is a form of. */
function halfForms(spelled: string): Forms {
  const folded = fold(spelled);
  const stem = isSpelledOut(spelled) ? spelled : folded;
  return { word: spelled, folded, stem, parts: [], pieces: [], stems: [stem], partStems: [] };
}

function queryForms(spelled: string): Forms {
  const forms = formsOf(spelled);
  if (isSpelledOut(spelled) || isPart(spelled)) return forms;
  const [stem, parts] = [fold(forms.stem), forms.parts.map(fold)];
  return { ...forms, stem, parts, stems: [stem], partStems: parts };
}
