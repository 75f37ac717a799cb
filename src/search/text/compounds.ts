import { fold } from './fold.ts';
import { FIRST_PARTS, LAST_PARTS, PARTS, WHOLE } from './words.ts';

/** The words that compounds are made of, in one spelling. Each with its cost: the most usual are the cheapest. */
interface Lexicon {
  parts: Map<string, number>;
  first: Set<string>;
  last: Set<string>;
  whole: Set<string>;
  /** By the first two letters of parts and last parts how long they are: a bit for each length. */
  lengths: Map<number, number>;
}

/** What a part costs beside how usual it is, so that few are better than many; and what stands between and behind. */
const ONE_PART = 10;
const LINK = 2;
const ENDING = 0.5;

/** Longer ends of words are looked up without a glance. */
const LONGEST_LOOKED_AT = 30;

const spelled = lexicon((word) => word);
/** For words typed without Danish letters. Short ones say too little then: `kål` would be in `kalender`. */
const folded = lexicon(fold, 4);

/** Between two parts: `virksomhed-s-praktik`, `lærling-e-plads`. */
const LINKS = ['', 's', 'e'];
const LEAST_LENGTH = 5;
const LONGEST = 60;
/** A known word up to this length counts as one, though others may be in it: `natur`, `værksted`. */
const SIMPLE_LENGTH = 8;

const LONGEST_ENDING = 5;
/** What the last part of a compound may end in. */
const ENDINGS = 's en et n t er r e erne rne ne ens ets ers ernes ene'.split(' ');

/**
 * The words that a compound is made of, in its order, the last one with its ending: `køkkenmedhjælperen` is `køkken` and
 * `medhjælperen`. Longer parts are split further, so that `fastholdelsesfleksjob` is found by `fleksjob` and by `fleks`.
 * Empty for a word that is none, or that only looks like one.
 *
 * @param word in its spelling (`fold.ts`)
 */
export function partsOf(word: string): string[] {
  if (word.length < LEAST_LENGTH || word.length > LONGEST) return [];
  const inSpelling = split(word, spelled);
  return inSpelling.length > 0 ? inSpelling : split(fold(word), folded);
}

/** Whether it is a word that compounds are made of. @param word in its spelling */
export const isPart = (word: string): boolean => spelled.parts.has(word);

/** Whether it only looks like one, because that has Danish letters: `gard` is how some type `gård`. */
export const isPartWithoutLetters = (word: string): boolean => folded.parts.has(word) && !isPart(word);

function split(word: string, { parts, first, last, whole, lengths }: Lexicon): string[] {
  return word.length < LEAST_LENGTH ? [] : further(bestSplit(word));

  function further(found: string[] | undefined): string[] {
    return [...new Set(found?.flatMap((part) => [part, ...further(bestSplit(part))]) ?? [])];
  }

  function bestSplit(text: string): string[] | undefined {
    if (text.length < LEAST_LENGTH || isOne(text)) return undefined;
    let best: { parts: string[]; cost: number } | undefined;
    for (let at = 2; at <= text.length - 2; at++) {
      if (!mayBeLast(text, at)) continue;
      const lastCost = costOfLast(text.slice(at), at);
      if (lastCost === undefined) continue;
      const front = fronts(text.slice(0, at));
      const cost = front && lastCost + front.cost;
      if (front && cost !== undefined && (!best || cost < best.cost))
        best = { parts: [...front.parts, text.slice(at)], cost };
    }
    return best?.parts;
  }

  /** Most places are not where a last part begins, and that shows by its first letters. */
  function mayBeLast(text: string, at: number): boolean {
    const length = text.length - at;
    if (length > LONGEST_LOOKED_AT) return true;
    // A base of two letters may get an `e` between them.
    if (length <= LONGEST_ENDING + 2 && /[lnr]/.test(text.charAt(at + 1))) return true;
    const known = lengths.get(startOf(text, at)) ?? 0;
    const shortest = Math.max(0, length - LONGEST_ENDING - 1);
    if ((known >>> shortest) & ((2 << (length - shortest)) - 1)) return true;
    return length >= LEAST_DERIVED && at >= LEAST_BEFORE_DERIVED && text.includes('ing', at);
  }

  /** The parts of what stands before the last one; a link may follow each of them. */
  function fronts(text: string): { parts: string[]; cost: number } | undefined {
    let best: { parts: string[]; cost: number } | undefined;
    for (const link of LINKS) {
      if (!text.endsWith(link)) continue;
      const part = text.slice(0, text.length - link.length);
      const known = costOf(part) ?? (link === '' && first.has(part) ? ONE_PART : undefined);
      const cost = known === undefined ? undefined : known + (link ? LINK : 0);
      if (cost !== undefined && (!best || cost < best.cost)) best = { parts: [part], cost };
    }
    if (best) return best;
    for (const link of LINKS) {
      const inner = text.endsWith(link) ? bestSplit(text.slice(0, text.length - link.length)) : undefined;
      if (inner) return { parts: inner, cost: inner.length * 2 * ONE_PART };
    }
    return undefined;
  }

  /** @param before how many letters stand before it */
  function costOfLast(text: string, before: number): number | undefined {
    const asItIs = costOf(text) ?? (last.has(text) ? ONE_PART : undefined);
    if (asItIs !== undefined) return asItIs;
    const costs = bases(text).flatMap((base) => costOf(base) ?? (last.has(base) ? ONE_PART : []));
    if (costs.length > 0) return Math.min(...costs) + ENDING;
    return text.length >= LEAST_DERIVED && before >= LEAST_BEFORE_DERIVED && DERIVED.test(text)
      ? ONE_PART + DERIVED_COST
      : undefined;
  }

  function costOf(part: string): number | undefined {
    return parts.get(part);
  }

  function isOne(text: string): boolean {
    if (whole.has(text) || (text.endsWith('s') && whole.has(text.slice(0, -1)))) return true;
    return [text, ...bases(text)].some(
      (base) =>
        whole.has(base) ||
        (base.length <= SIMPLE_LENGTH && base.length > 3 && parts.has(base) && !base.endsWith('job')),
    );
  }
}

/** Too many to list, but nothing else looks so: what is done to the part before it. */
const DERIVED = /^[^aeiouyæøå].+(?:ering|ning)(?:s|en|ens|er|ers|erne|ernes)?$/;
const LEAST_DERIVED = 6;
const LEAST_BEFORE_DERIVED = 5;
const DERIVED_COST = 12;

/**
 * A word without each of the endings that it may have. Before one the last letter may stand twice (`butikken`), or an `e`
 * may have gone (`møbler`).
 */
function bases(text: string): string[] {
  return ENDINGS.filter((ending) => text.endsWith(ending) && text.length - ending.length >= 2).flatMap((ending) => {
    const base = text.slice(0, text.length - ending.length);
    if (base.length > 3 && base.at(-1) === base.at(-2)) return [base, base.slice(0, -1)];
    return /[^aeiouyæøå][lnr]$/.test(base) ? [base, `${base.slice(0, -1)}e${base.at(-1)}`] : [base];
  });
}

function lexicon(spell: (word: string) => string, leastLength = 2): Lexicon {
  const wordsOf = (text: string) =>
    text
      .split(' ')
      .map(spell)
      .filter((word) => word.length >= leastLength);
  const parts = new Map<string, number>();
  for (const [rank, word] of wordsOf(PARTS).entries())
    if (!parts.has(word)) parts.set(word, ONE_PART + Math.log(rank + 10));
  const last = new Set(wordsOf(LAST_PARTS));
  const lengths = new Map<number, number>();
  for (const word of [...parts.keys(), ...last]) {
    const start = startOf(word, 0);
    if (word.length <= LONGEST_LOOKED_AT) lengths.set(start, (lengths.get(start) ?? 0) | (1 << word.length));
  }
  return { parts, first: new Set(wordsOf(FIRST_PARTS)), last, whole: new Set(wordsOf(WHOLE)), lengths };
}

/** Two letters as a number. */
function startOf(word: string, at: number): number {
  return word.charCodeAt(at) * 0x10000 + word.charCodeAt(at + 1);
}
