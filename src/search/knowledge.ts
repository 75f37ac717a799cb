import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findPlaces } from '#domain/places/queries.ts';
import { foldName } from '#domain/places/rules.ts';
import { isPart } from './text/compounds.ts';
import type { Knowledge } from './text/query.ts';
import { synonymsOf } from './text/synonyms.ts';

/** Shorter names are other words too often: Ry, Ans, Vig. */
const LEAST_TOWN_LENGTH = 4;

/** What both engines know when they read a text: the synonyms as they are now, and the towns. */
export function knowledgeOf(db: Db): Knowledge {
  return {
    synonyms: synonymsOf(db),
    isBeginning: (folded) =>
      statement(db, 'select 1 from search_words where word > ? and word < ? limit 1').get(
        folded,
        `${folded}\u{ffff}`,
      ) !== undefined,
    isWord: (folded) => statement(db, 'select 1 from search_words where word = ?').get(folded) !== undefined,
    townsNamed(word) {
      // `skive` and `strand` are towns, but who types them means the thing.
      if (word.length < LEAST_TOWN_LENGTH || /\d/.test(word) || isPart(word)) return [];
      return findPlaces(db, word, '').filter(({ label }) => foldName(label.replace(/^\d+ /, '')) === foldName(word));
    },
  };
}
