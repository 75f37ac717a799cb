import { type Forms, formsOf } from './forms.ts';
import { isSoft } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';
import { codeOf, isNumber, wordsOf } from './tokens.ts';

/** One way to read what was typed: all of its words must be found. */
export interface Reading {
  words: QueryWord[];
  /** Whether it says what was typed in other words. */
  isSynonym: boolean;
}

export interface QueryWord extends Forms {
  isNumber: boolean;
  /** The last word typed: perhaps it is only half-typed. */
  isOpen: boolean;
  /** Whether the synonyms know it: then it is no typing error. */
  isKnown: boolean;
}

export interface Understood {
  /** A CVR number or P-number: then nothing else counts. */
  code?: string | undefined;
  /** The first one as typed. Empty when nothing was typed that means anything. */
  readings: Reading[];
}

/** More words than anybody needs, and as many as Meilisearch takes; the rest is not looked at. */
const MOST_WORDS = 10;
/** Synonyms of synonyms are not tried, and not more of them than this. */
const MOST_READINGS = 10;

/** Reads a typed text: a number that is looked up, or words with what else can be said for them. */
export function understand(text: string, synonyms: Synonyms): Understood {
  const code = codeOf(text);
  if (code) return { code, readings: [] };
  const typed = wordsOf(text).slice(0, MOST_WORDS);
  if (typed.length === 0) return { readings: [] };
  const found = synonyms.findIn(typed);
  const known = new Set(found.flatMap(({ from, to }) => typed.slice(from, to)));
  const word = (spelled: string, isOpen: boolean, isKnown: boolean): QueryWord => ({
    ...formsOf(spelled),
    isNumber: isNumber(spelled),
    isOpen,
    isKnown,
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

/** The words that must be found: each once, and those that say nothing only when there are no others. */
function required(words: string[]): string[] {
  const telling = words.filter((word) => !isSoft(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}
