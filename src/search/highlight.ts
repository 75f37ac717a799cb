import { LEAST_BEGINNING } from './ranking.ts';
import { errorsAllowed } from './text/distance.ts';
import { errorsIn, foundIn, type Stretch, stretchesOf } from './text/explain.ts';
import { formsOf, spellingsOf } from './text/forms.ts';
import type { QueryWord, Understood } from './text/query.ts';
import { type PlacedWord, placedWords } from './text/tokens.ts';

export interface Part {
  text: string;
  hit: boolean;
}

/** The texts of a hit that a card shows. */
export interface Shown {
  /** Its names, and what stands around them. */
  names: string[];
  description: string;
}

interface Read {
  text: string;
  words: PlacedWord[];
  /** Shorter beginnings are not looked for. */
  leastBeginning: number;
}

/** So much of a description is seen on every screen. */
const SEEN = 90;
/** How much of a description stands before its first hit when it starts late. */
const LEAD = 40;

/**
 * Cuts the texts of a hit into parts, those marked that explain why it is one: the word in any spelling or form, a part
 * of a compound, a synonym, what a typing error meant. Where neither the names nor the start of the description does, the
 * description starts shortly before its first hit.
 */
export function markHits({ names, description }: Shown, understood: Understood | undefined) {
  const reads = [...names.map((name) => read(name, 1)), read(description, LEAST_BEGINNING)];
  const hits = hitsIn(reads, understood);
  const parts = reads.map(({ text }, index) => cut(text, hits[index] as Stretch[]));
  const isNamed = hits.slice(0, -1).some((stretches) => stretches.length > 0);
  const ofDescription = parts.at(-1) as Part[];
  return { names: parts.slice(0, -1), description: isNamed ? ofDescription : startingNear(ofDescription) };
}

function read(written: string, leastBeginning: number): Read {
  const text = written.normalize('NFC');
  return { text, words: placedWords(text), leastBeginning };
}

/** For each text the stretches that explain the hit. */
function hitsIn(reads: Read[], understood: Understood | undefined): Stretch[][] {
  const [typed, ...others] = understood?.readings ?? [];
  if (!typed) return reads.map(() => []);
  const own = new Set(typed.words.map(({ word }) => word));
  const found = typed.words.map((word) => soughtIn(reads, word));
  for (const { words } of others) {
    const instead = words.filter(({ word }) => !own.has(word)).map((word) => literallyIn(reads, word));
    // `grønne områder` explains a garden, `områder` by itself does not.
    if (instead.every(isAnywhere)) found.push(...instead);
  }
  return reads.map((_, index) => joined(found.flatMap((ofWord) => ofWord[index] ?? [])));
}

function soughtIn(reads: Read[], word: QueryWord): Stretch[][] {
  const found = literallyIn(reads, word);
  if (isAnywhere(found)) return found;
  const parts = word.parts.map((part) => partIn(reads, part));
  if (parts.length > 0 && parts.every(isAnywhere))
    return reads.map((_, at) => parts.flatMap((ofPart) => ofPart[at] ?? []));
  return word.isKnown ? found : correctedIn(reads, word);
}

const isAnywhere = (found: Stretch[][]): boolean => found.some((stretches) => stretches.length > 0);

function literallyIn(reads: Read[], word: QueryWord): Stretch[][] {
  return reads.map(({ text, words, leastBeginning }) =>
    words.flatMap((placed) => foundIn(text, placed, word, leastBeginning)),
  );
}

/** @param part a stem */
function partIn(reads: Read[], part: string): Stretch[][] {
  const is = (stem: string) => spellingsOf(stem).includes(part);
  return reads.map(({ text, words }) =>
    words.flatMap((placed): Stretch[] =>
      is(formsOf(placed.word).stem) ? [placed] : stretchesOf(text, placed, ({ stem }) => is(stem)),
    ),
  );
}

/** The words nearest to a typing error. */
function correctedIn(reads: Read[], word: QueryWord): Stretch[][] {
  const errors = reads.map(({ words }) => words.map((placed) => errorsIn(placed, word)));
  const least = Math.min(...errors.flat());
  if (least > errorsAllowed(word.folded)) return reads.map(() => []);
  return reads.map(({ words }, index) => words.filter((_, at) => errors[index]?.[at] === least));
}

/** In their order, and one where they overlap. */
function joined(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of stretches.sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

function cut(text: string, stretches: Stretch[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    parts.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
    at = to;
  }
  return [...parts, { text: text.slice(at), hit: false }].filter((part) => part.text !== '');
}

function startingNear(parts: Part[]): Part[] {
  const [first, ...more] = parts;
  if (!first || first.hit || more.length === 0 || first.text.length <= SEEN) return parts;
  const lead = first.text.slice(-LEAD).replace(/^\S*\s+/, '');
  return [{ text: `… ${lead}`, hit: false }, ...more];
}
