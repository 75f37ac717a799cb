import { fold } from './fold.ts';
import { type Forms, formsOf, isSpelledOut } from './forms.ts';
import { isSoft } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';
import { codeOf, isNumber, wordsOf } from './tokens.ts';

/** One way to read what was typed: all of its words must be found. */
export interface Reading {
  words: QueryWord[];
  /** Whether it says what was typed in other words. */
  isSynonym: boolean;
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
}

/** More words than anybody needs, and as many as Meilisearch takes; the rest is not looked at. */
const MOST_WORDS = 10;
/** Synonyms of synonyms are not tried, and not more of them than this. */
const MOST_READINGS = 16;

/** Reads a typed text: a number that is looked up, or words with what else can be said for them. */
export function understand(text: string, { synonyms, townsNamed, isWord }: Knowledge): Understood {
  const code = codeOf(text);
  if (code) return { code, readings: [] };
  const typed = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => withoutGenitive(word, isWord));
  if (typed.length === 0) return { readings: [] };
  const found = synonyms.findIn(typed);
  const known = new Set(found.flatMap(({ from, to }) => typed.slice(from, to)));
  const word = (spelled: string, isOpen: boolean, isKnown: boolean): QueryWord => ({
    ...queryForms(spelled),
    isNumber: isNumber(spelled),
    isSpelledOut: isSpelledOut(spelled),
    isOpen,
    isKnown,
    isWord: isWord(fold(spelled)),
    towns: townsNamed(spelled),
  });
  const readings = [
    {
      words: required(typed).map((spelled) => word(spelled, spelled === typed.at(-1), known.has(spelled))),
      isSynonym: false,
    },
    ...found.map(({ from, to, instead }) => ({
      words: required([...typed.slice(0, from), ...instead, ...typed.slice(to)]).map((spelled) =>
        word(spelled, false, instead.includes(spelled)),
      ),
      isSynonym: true,
    })),
  ];
  return { readings: readings.slice(0, MOST_READINGS) };
}

/** `Hvalsøs`: what nobody writes with an `s`, but somebody without, is the name. */
function withoutGenitive(word: string, isWord: Knowledge['isWord']): string {
  const name = word.slice(0, -1);
  return word.endsWith('s') && name.length > 2 && !isWord(fold(word)) && isWord(fold(name)) ? name : word;
}

/** The words that must be found: each once, and those that say nothing only when there are no others. */
function required(words: string[]): string[] {
  const telling = words.filter((word) => !isSoft(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

function queryForms(spelled: string): Forms {
  const forms = formsOf(spelled);
  if (isSpelledOut(spelled)) return forms;
  const [stem, parts] = [fold(forms.stem), forms.parts.map(fold)];
  return { ...forms, stem, parts, stems: [stem], partStems: parts };
}
