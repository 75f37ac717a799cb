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
}

/** How many words are remembered: the same ones come again and again. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, Forms>();

/** @param word in its spelling */
export function formsOf(word: string): Forms {
  const known = remembered.get(word);
  if (known) return known;
  const forms = isNumber(word)
    ? { word, folded: word, stem: word, parts: [] }
    : { word, folded: fold(word), stem: stemOf(word), parts: [...new Set(relatedTo(word).map(stemOf))] };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, forms);
  return forms;
}

/** The parts of a compound; and with a workshop, who works there: a `gartneri` and, in it, the `gartner`. */
function relatedTo(word: string): string[] {
  const words = [word, ...partsOf(word)];
  return [...words.slice(1), ...words.flatMap((one) => WORKSHOP.exec(one)?.[1] ?? [])];
}

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
