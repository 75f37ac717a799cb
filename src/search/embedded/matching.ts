import { FIELDS, type Field } from '../document.ts';
import {
  beginningFactor,
  LEAST_BEGINNING,
  NEARBY,
  PARTS_APART_FACTOR,
  PARTS_APART_IN,
  type RankedLevel,
  rankedName,
  SHORT_BEGINNINGS_IN,
  TOWN_RADIUS_KM,
  UNSPELLED_FACTOR,
  WHOLE_NAME,
  worthOf,
} from '../ranking.ts';
import { LEVELS, type Level } from '../text/analysis.ts';
import { errorsAllowed } from '../text/distance.ts';
import { type Forms, formsOf } from '../text/forms.ts';
import type { Point, QueryWord, Reading, Understood } from '../text/query.ts';
import type { Columns } from './columns.ts';
import { countOf, type Ids, idsFrom, intersection, union } from './ids.ts';
import type { Postings } from './postings.ts';
import { beginningToken, codeToken, isKeptWord, tokenOf, wholeNameToken } from './tokens.ts';
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
  /** Makes the mean of the sum of what the words are worth, less for a synonym. */
  factor: number;
}

/** How many words a typing error may have meant. */
const MOST_CORRECTIONS = 6;
const NONE = new Int32Array(0);
/** A word that stands in no document can only be found as another form, or as a part. */
const FORM_LEVELS: readonly Level[] = ['stem', 'part'];

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

  /** Which documents have all words in their names, the last one perhaps half-typed. */
  named({ words }: Pick<Reading, 'words'>): ReadingMatch {
    const tiers = words.map((word) =>
      [
        ...this.#literally('name', word),
        ...(word.isOpen
          ? [...this.#beginningsOf('name', 'exact', word), ...this.#beginningsOf('name', 'part', word)]
          : []),
      ].sort((a, b) => b.worth - a.worth),
    );
    const all = this.#both(tiers.map((ofWord) => this.#either(ofWord.map(({ ids }) => ids))));
    return { tiers, ids: all, factor: 1 / words.length };
  }

  #match({ words, worth }: Reading): ReadingMatch {
    const tiers = words.map((word) => this.#tiersOf(word));
    const whole = this.#token(wholeNameToken(words.map(({ word }) => word)));
    const sets = tiers
      .map((ofWord) => this.#either(ofWord.map(({ ids }) => ids)))
      .sort((a, b) => countOf(a) - countOf(b));
    const all = this.#both(sets);
    // Found by the whole name, every word is.
    if (countOf(whole) > 0) for (const ofWord of tiers) ofWord.unshift({ worth: worthOf(WHOLE_NAME), ids: whole });
    return { tiers, ids: this.#either([all, whole]), factor: worth / words.length };
  }

  /** A correction is only tried where the word, as typed, finds nothing at all. */
  #tiersOf(word: QueryWord): Tier[] {
    const tiers = this.#asTyped(word);
    return (tiers.length > 0 || word.isKnown ? tiers : this.#corrected(word)).sort((a, b) => b.worth - a.worth);
  }

  #asTyped(word: QueryWord): Tier[] {
    return [
      ...FIELDS.flatMap((field) => this.#literally(field, word)),
      ...(word.parts.length > 0 ? this.#partsApart(word) : []),
      ...(word.isOpen ? FIELDS.flatMap((field) => this.#beginnings(field, word)) : []),
      ...(word.towns.length > 0 ? this.#nearby(word) : []),
      ...(/^(\d{8}|\d{10})$/.test(word.word) ? tier('name', 'exact', this.#token(codeToken(word.word))) : []),
    ];
  }

  #literally(field: Field, word: QueryWord): Tier[] {
    const levels = word.isWord || !isKeptWord(word.folded) ? LEVELS : FORM_LEVELS;
    return levels.flatMap((level) =>
      tier(
        field,
        level,
        this.#onLevel(field, level, word),
        level === 'folded' && word.isSpelledOut ? UNSPELLED_FACTOR : 1,
      ),
    );
  }

  #onLevel(field: Field, level: Level, word: Pick<QueryWord, 'word' | 'folded' | 'stem'>): Ids {
    const token = (form: string, on = level) => this.#token(tokenOf(field, on, form));
    switch (level) {
      case 'exact':
        return token(word.word);
      case 'folded':
        return this.#either([token(word.folded, 'exact'), token(word.folded)]);
      case 'stem':
      case 'part':
        return token(word.stem);
    }
  }

  /** `rengøringshjælp` is also where `rengøring` and `hjælp` are, whatever else they are parts of. */
  #partsApart({ parts }: QueryWord): Tier[] {
    const having = (fields: readonly Field[]) =>
      this.#both(
        parts.map((part) =>
          this.#either(
            fields.flatMap((field) => [
              this.#token(tokenOf(field, 'stem', part)),
              this.#token(tokenOf(field, 'part', part)),
            ]),
          ),
        ),
      );
    return PARTS_APART_IN.flatMap((field, at) =>
      tier(field, 'part', having(PARTS_APART_IN.slice(0, at + 1)), PARTS_APART_FACTOR),
    );
  }

  #beginnings(field: Field, word: QueryWord): Tier[] {
    if (word.folded.length < LEAST_BEGINNING && !SHORT_BEGINNINGS_IN.includes(field)) return [];
    const ids = this.#either([this.#beginning(field, 'exact', word), this.#beginning(field, 'part', word)]);
    return tier(field, 'part', ids, beginningFactor(word));
  }

  /** Where the typed word begins a word, or a part of one. */
  #beginning(field: Field, level: 'exact' | 'part', word: QueryWord): Ids {
    const typed = word.isSpelledOut ? word.word : word.folded;
    const on = (at: Level) => {
      const short = beginningToken(field, at, typed);
      return short ? this.#token(short) : this.#postings.ofPrefix(tokenOf(field, at, typed), this.#columns.size);
    };
    if (level === 'part') return word.isNumber ? NONE : on('part');
    return word.isSpelledOut ? on('exact') : this.#either([on('exact'), on('folded')]);
  }

  /** A word that begins so stands before a part that does. */
  #beginningsOf(field: Field, level: 'exact' | 'part', word: QueryWord): Tier[] {
    return tier(field, level, this.#beginning(field, level, word), beginningFactor(word));
  }

  #nearby({ towns }: QueryWord): Tier[] {
    const { cells, present, size, count } = this.#columns;
    const within = (town: Point) =>
      cells.allWithin({ ...town, radiusKm: TOWN_RADIUS_KM }, present, size, new Int32Array(count));
    const ids = this.#either(towns.map((town) => idsFrom(within(town).slice(), size)));
    return countOf(ids) > 0 ? [{ worth: worthOf(NEARBY), ids }] : [];
  }

  #corrected({ folded }: QueryWord): Tier[] {
    const candidates = this.#vocabulary.near(folded, errorsAllowed(folded));
    const nearest = candidates.filter(({ errors }) => errors === candidates[0]?.errors);
    const found = nearest.map(({ word }) => this.#correction(formsOf(word)));
    return found
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, MOST_CORRECTIONS)
      .flat();
  }

  #correction(forms: Forms): Tier[] {
    return FIELDS.flatMap((field) =>
      tier(field, 'loose', this.#either(LEVELS.map((level) => this.#onLevel(field, level, forms)))),
    );
  }

  #token(token: string): Ids {
    return this.#postings.of(token, this.#columns.size);
  }

  #either(sets: Ids[]): Ids {
    return union(sets, this.#columns.size);
  }

  #both(sets: Ids[]): Ids {
    return sets.reduce((a, b) => intersection(a, b, this.#columns.size));
  }
}

function tier(field: Field, level: RankedLevel, ids: Ids, factor = 1): Tier[] {
  return countOf(ids) > 0 ? [{ worth: worthOf(rankedName(field, level)) * factor, ids }] : [];
}

const sizeOf = (tiers: Tier[]): number => tiers.reduce((sum, { ids }) => sum + countOf(ids), 0);
