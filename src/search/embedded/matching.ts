import { FIELDS, type Field } from '../document.ts';
import { LEVELS, type Level } from '../text/analysis.ts';
import { errorsAllowed } from '../text/distance.ts';
import { formsOf } from '../text/forms.ts';
import type { QueryWord, Reading, Understood } from '../text/query.ts';
import type { Columns } from './columns.ts';
import { countOf, type Ids, intersection, union } from './ids.ts';
import type { Postings } from './postings.ts';
import { codeToken, tokenOf, wholeNameToken } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Documents that have a word in one way, and what that is worth. */
export interface Tier {
  worth: number;
  ids: Ids;
}

/** For each word of a reading its tiers, the worthiest first; and the documents that have all words. */
export interface ReadingMatch {
  tiers: Tier[][];
  ids: Ids;
  /** What the sum of the words' worth is multiplied by. */
  factor: number;
}

const FIELD_WORTH: Record<Field, number> = { name: 1000, around: 400, body: 160 };
const LEVEL_WORTH: Record<Level | 'prefix' | 'one error' | 'two errors', number> = {
  exact: 1,
  folded: 0.97,
  stem: 0.9,
  part: 0.75,
  prefix: 0.6,
  'one error': 0.5,
  'two errors': 0.4,
};
/** A name that is just what was typed, before all that only have it in them. */
const WHOLE_NAME_WORTH = 1500;
const SYNONYM_FACTOR = 0.8;
/** Half a word finds names and what stands around them at once; descriptions only when it is this long. */
const LEAST_PREFIX_IN_BODY = 3;
/** How many words a typing error may have meant. */
const MOST_CORRECTIONS = 6;

/** Which documents a text finds, and by what. */
export class Matching {
  readonly #columns: Columns;
  readonly #postings: Postings;
  readonly #vocabulary: Vocabulary;

  constructor(columns: Columns, postings: Postings, vocabulary: Vocabulary) {
    this.#columns = columns;
    this.#postings = postings;
    this.#vocabulary = vocabulary;
  }

  /** @returns nothing where no text narrows the search */
  find({ code, readings }: Understood): { ids: Ids; readings: ReadingMatch[] } | undefined {
    if (code) return { ids: this.#token(codeToken(code)), readings: [] };
    if (readings.length === 0) return undefined;
    const matches = readings.map((reading) => this.#match(reading));
    return {
      ids: union(
        matches.map(({ ids }) => ids),
        this.#columns.size,
      ),
      readings: matches,
    };
  }

  #match({ words, isSynonym }: Reading): ReadingMatch {
    const tiers = words.map((word) => this.#tiersOf(word));
    const whole = this.#token(wholeNameToken(words.map(({ word }) => word)));
    const sets = tiers
      .map((ofWord) =>
        union(
          ofWord.map(({ ids }) => ids),
          this.#columns.size,
        ),
      )
      .sort((a, b) => countOf(a) - countOf(b));
    const all = sets.reduce((a, b) => intersection(a, b, this.#columns.size));
    if (countOf(whole) > 0) tiers[0]?.unshift({ worth: WHOLE_NAME_WORTH, ids: whole });
    return { tiers, ids: union([all, whole], this.#columns.size), factor: isSynonym ? SYNONYM_FACTOR : 1 };
  }

  /** A correction is only tried where the word, as typed, finds nothing at all. */
  #tiersOf(word: QueryWord): Tier[] {
    const tiers = this.#asTyped(word);
    return (tiers.length > 0 || word.isKnown ? tiers : this.#corrected(word)).sort((a, b) => b.worth - a.worth);
  }

  #asTyped(word: QueryWord): Tier[] {
    return [
      ...FIELDS.flatMap((field) => LEVELS.flatMap((level) => this.#tier(field, level, word))),
      ...(word.parts.length > 0 ? FIELDS.flatMap((field) => this.#allParts(field, word)) : []),
      ...(word.isOpen ? FIELDS.flatMap((field) => this.#beginnings(field, word)) : []),
      ...(/^(\d{8}|\d{10})$/.test(word.word) ? worthwhile(FIELD_WORTH.name, this.#token(codeToken(word.word))) : []),
    ];
  }

  #tier(field: Field, level: Level, word: Pick<QueryWord, 'word' | 'folded' | 'stem'>): Tier[] {
    const worth = FIELD_WORTH[field] * LEVEL_WORTH[level];
    const token = (form: string, on = level) => this.#token(tokenOf(field, on, form));
    switch (level) {
      case 'exact':
        return worthwhile(worth, token(word.word));
      case 'folded':
        return worthwhile(worth, this.#either([token(word.folded, 'exact'), token(word.folded)]));
      case 'stem':
      case 'part':
        return worthwhile(worth, token(word.stem));
    }
  }

  /** `rengøringshjælp` is also where `rengøring` and `hjælp` are, whatever else they are parts of. */
  #allParts(field: Field, word: QueryWord): Tier[] {
    const sets = word.parts.map((part) =>
      this.#either([this.#token(tokenOf(field, 'stem', part)), this.#token(tokenOf(field, 'part', part))]),
    );
    const all = sets.reduce((a, b) => intersection(a, b, this.#columns.size));
    return worthwhile(FIELD_WORTH[field] * LEVEL_WORTH.part * LEVEL_WORTH.part, all);
  }

  #beginnings(field: Field, word: QueryWord): Tier[] {
    if (field === 'body' && word.folded.length < LEAST_PREFIX_IN_BODY) return [];
    const beginning = (level: Level, form: string) =>
      this.#postings.ofPrefix(tokenOf(field, level, form), this.#columns.size);
    const ids = this.#either([
      beginning('exact', word.word),
      ...(word.folded === word.word ? [] : [beginning('exact', word.folded)]),
      beginning('folded', word.folded),
      ...(word.isNumber ? [] : [beginning('part', word.folded)]),
    ]);
    return worthwhile(FIELD_WORTH[field] * LEVEL_WORTH.prefix, ids);
  }

  #corrected({ folded }: QueryWord): Tier[] {
    const candidates = this.#vocabulary.near(folded, errorsAllowed(folded));
    const nearest = candidates[0]?.errors;
    return candidates
      .filter(({ errors }) => errors === nearest)
      .map(({ word, errors }) => ({ errors, tiers: this.#correction(word, errors) }))
      .sort((a, b) => sizeOf(b.tiers) - sizeOf(a.tiers))
      .slice(0, MOST_CORRECTIONS)
      .flatMap(({ tiers }) => tiers);
  }

  #correction(folded: string, errors: number): Tier[] {
    const forms = formsOf(folded);
    const factor = LEVEL_WORTH[errors === 1 ? 'one error' : 'two errors'];
    return FIELDS.flatMap((field) => LEVELS.flatMap((level) => this.#tier(field, level, forms))).map(
      ({ worth, ids }) => ({
        worth: worth * factor,
        ids,
      }),
    );
  }

  #token(token: string): Ids {
    return this.#postings.of(token, this.#columns.size);
  }

  #either(sets: Ids[]): Ids {
    return union(sets, this.#columns.size);
  }
}

function worthwhile(worth: number, ids: Ids): Tier[] {
  return countOf(ids) > 0 ? [{ worth, ids }] : [];
}

const sizeOf = (tiers: Tier[]): number => tiers.reduce((sum, { ids }) => sum + countOf(ids), 0);
