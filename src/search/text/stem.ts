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
  brædder: 'bræt',
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
  øjne: 'øje',
  ænder: 'and',
};
/** Alone, or as the last part of a compound: `landmændene`. */
const IRREGULAR_FORM = new RegExp(`^(|.{3,})(${Object.keys(IRREGULAR).join('|')})(?:ne|nes|ene|enes|s)?$`);

/** `mulighed` is no `mul`: Snowball would take both of its endings. */
const QUALITY = /^(.+hed)(?:s|en|ens|er|ers|erne|ernes)?$/;

/** `svejsning` is what who `svejser` does. */
const DOING = /^(.{4,})ning(?:s|en|ens|er|ers|erne|ernes)?$/;
/** Where `-ning` makes another thing of it: a bill is no rain. */
const NOT_DOING = new Set([
  'reg',
  'regn',
  'forret',
  'byg',
  'dron',
  'hon',
  'anlæg',
  'stil',
  'bestil',
  'afdel',
  'forsik',
]);

/** `socialt`, `fleksibelt`, `kreativt`: the neuter that Snowball leaves. */
const withoutNeuter = (stem: string): string => stem.replace(/^(.{2,}(?:al|el|iv))t$/, '$1');

/** `cykel` and `cykler`, `møbel` and `møbler`. */
const withoutSilentE = (stem: string): string => withoutNeuter(stem).replace(/([^aeiouyæøå])el$/, '$1l');

/**
 * What the forms of a word have in common, in the word's spelling: `gartner`, `gartneren`, `gartnernes`. Snowball's rules for Danish,
 * except where they run into another word (`ledig` is not `led`, a `bager` is not a `bag`) or cut off what is no ending
 * (`køkken`, `plads`; the list is made by scripts/danish-words.ts).
 *
 * @param word in its spelling (`fold.ts`)
 */
export function stemOf(word: string): string {
  const [, front = '', plural = ''] = IRREGULAR_FORM.exec(word) ?? [];
  if (plural) return front + IRREGULAR[plural];
  if (endsInKept(word)) return word;
  const quality = QUALITY.exec(word)?.[1];
  if (quality) return quality;
  const doing = DOING.exec(word)?.[1];
  if (doing && !NOT_DOING.has(doing)) return withoutSilentE(stemmer(doing));
  // Twice, because a genitive hides the ending before it: `frivilliges`, `virksomhedernes`.
  const once = stemmer(word);
  const stem = withoutSilentE(endsInKept(once) ? once : stemmer(once));
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
