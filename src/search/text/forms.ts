import { isPart, partsOf } from './compounds.ts';
import { fold } from './fold.ts';
import { stemOf } from './stem.ts';
import { isNumber } from './tokens.ts';

/** A word as the search looks at it. */
export interface Forms {
  /** Its spelling (`fold.ts`). */
  word: string;
  folded: string;
  stem: string;
  /** Stems of the words that it is made of, when it is a compound, and of who works there, when it is a workshop. */
  parts: string[];
  /** These words as they stand in it, each with its stem. */
  pieces: Piece[];
  /** The stem, and the parts, under all spellings by which they are looked up. */
  stems: string[];
  partStems: string[];
}

export interface Piece {
  part: string;
  stem: string;
}

/** How many words are remembered, and as many from before: the same ones come again and again. */
const MOST_REMEMBERED = 60_000;
let remembered = new Map<string, Forms>();
let fromBefore = new Map<string, Forms>();

/** @param word in its spelling */
export function formsOf(word: string): Forms {
  const known = remembered.get(word);
  if (known) return known;
  const forms = fromBefore.get(word) ?? (isNumber(word) ? formsOfNumber(word) : analysed(word));
  if (remembered.size >= MOST_REMEMBERED) [fromBefore, remembered] = [remembered, new Map()];
  remembered.set(word, forms);
  return forms;
}

function formsOfNumber(word: string): Forms {
  return { word, folded: word, stem: word, parts: [], pieces: [], stems: [word], partStems: [] };
}

function analysed(word: string): Forms {
  const pieces = partsOf(word).map((part) => ({ part, stem: stemOf(part) }));
  const workers = [word, ...pieces.map(({ part }) => part)].flatMap((one) => WORKSHOP.exec(one)?.[1] ?? []);
  const parts = [...new Set([...pieces.map(({ stem }) => stem), ...workers.map(stemOf)])];
  const stem = stemOf(word);
  const stems = spellingsOf(stem);
  return { word, folded: fold(word), stem, parts, pieces, stems, partStems: parts.flatMap(spellingsOf) };
}

/** Who works there: with a `gartneri`, and in it, the `gartner`. */
const WORKSHOP = /^(?!male|batte|galle|lotte|artille|kavale|raffine)(.{3,}er)i(?:s|et|ets|er|ers|erne|ernes)?$/;
/** Whether somebody typed it with Danish letters, and so means them: `træ` is not `tre`, but `tre` may be `træ`. */
export const isSpelledOut = (word: string): boolean => /[æøå]/.test(word);

/**
 * A form under the spellings by which it is looked up: its own, and the folded one for who types without Danish letters.
 * Not where that is another word: `maler` is no `måler`.
 */
export function spellingsOf(form: string): string[] {
  const folded = fold(form);
  return folded === form || isPart(folded) ? [form] : [form, folded];
}
