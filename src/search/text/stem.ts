import { stemmer } from '@orama/stemmers/danish';
import { fold } from './fold.ts';
import { KEEPS_ITS_ENDING } from './words.ts';

/** Also as they are typed without Danish letters. */
const keepsItsEnding = new Set(KEEPS_ITS_ENDING.split(' ').flatMap((word) => [word, fold(word)]));
/** Stems of nouns in -er and adjectives in -ig that are words of quite another meaning. */
const OTHER_WORD = new Set(['bag', 'borg', 'dag', 'far', 'lag', 'led', 'mal', 'mur', 'mag', 'vid']);

/** Plurals with another vowel, which no ending explains. */
const IRREGULAR: Record<string, string> = {
  bøger: 'bog',
  bønder: 'bonde',
  børn: 'barn',
  brødre: 'bror',
  døtre: 'datter',
  fædre: 'far',
  fødder: 'fod',
  gæs: 'gås',
  hænder: 'hånd',
  kræfter: 'kraft',
  køer: 'ko',
  mænd: 'mand',
  mødre: 'mor',
  nætter: 'nat',
  rødder: 'rod',
  stænger: 'stang',
  søer: 'sø',
  tænder: 'tand',
  tæer: 'tå',
  ænder: 'and',
};
const IRREGULAR_FORM = new RegExp(`^(${Object.keys(IRREGULAR).join('|')})(?:ne|nes|ene|enes|s)?$`);

/** `mulighed` is no `mul`: Snowball would take both of its endings. */
const QUALITY = /^(.+hed)(?:s|en|ens|er|ers|erne|ernes)?$/;

/** `cykel` and `cykler`, `møbel` and `møbler`. */
const withoutSilentE = (stem: string): string => stem.replace(/([^aeiouyæøå])el$/, '$1l');

/**
 * What the forms of a word have in common, in the word's spelling: `gartner`, `gartneren`, `gartnernes`. Snowball's rules for Danish,
 * except where they run into another word (`ledig` is not `led`, a `bager` is not a `bag`) or cut off what is no ending
 * (`køkken`, `plads`; the list is made by scripts/danish-words.ts).
 *
 * @param word in its spelling (`fold.ts`)
 */
export function stemOf(word: string): string {
  const irregular = IRREGULAR[IRREGULAR_FORM.exec(word)?.[1] ?? ''];
  if (irregular) return irregular;
  if (endsInKept(word)) return word;
  const quality = QUALITY.exec(word)?.[1];
  if (quality) return quality;
  const stem = withoutSilentE(stemmer(word));
  if (!OTHER_WORD.has(stem)) return stem;
  const longer = word.slice(stem.length).match(/^(.?)(?:er|ig)/);
  const doubled = longer?.[1] === '' || longer?.[1] === stem.at(-1);
  return longer && doubled ? stem + longer[0] : stem;
}

/** Whether it is one of the words whose last letters only look like an ending, or ends in one: `arbejdsplads`. */
function endsInKept(word: string): boolean {
  for (let from = 0; from <= word.length - 4; from++) if (keepsItsEnding.has(word.slice(from))) return true;
  return false;
}
