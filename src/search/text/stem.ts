import { stemmer } from '@orama/stemmers/danish';
import { isPart } from './compounds.ts';
import { fold } from './fold.ts';
import { KEEPS_ITS_ENDING, OTHER_FORMS } from './words.ts';

/** Also as they are typed without Danish letters. */
const keepsItsEnding = new Set(KEEPS_ITS_ENDING.split(' ').flatMap((word) => [word, fold(word)]));
/** Stems of nouns in -er and adjectives in -ig that are words of quite another meaning. */
const OTHER_WORD = new Set(['bag', 'bol', 'borg', 'dag', 'far', 'lag', 'led', 'mal', 'mur', 'mag', 'vid']);

/** Plurals with another vowel, which no ending explains. */
const IRREGULAR: Record<string, string> = {
  anden: 'anden',
  andet: 'anden',
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

/** `broen`, `træerne`, `firmaer`, `bien`: Snowball asks for a consonant before an ending. */
const AFTER_VOWEL = /^((?:.*[^aeiouyæøåé])?[aioyæøåé])(?:e|en|et|er|ene|erne|ens|ets|ers|enes|ernes)$/;

/** `bygningsmaler` and `lager`, as `maler`, are more than their ending. */
const TRADE = /^(.*(?:bag|grav|lag|mal|mur)er)(?:s|e|en|et|ne|ens|ets|nes)?$/;

/** `stue` and `stuen`, `due` and `duer`. */
const AFTER_U = /^(.*[^aeiouyæøåé]ue)(?:n|r|t|ns|rne|rs|rnes)$/;

/** Too short for Snowball to take anything off. */
const SHORT = /^(is|ur|år|ål|ug)(?:s|e|en|et|er|ene|erne|ens|ets|enes|ernes)$/;

/** `malede` is what who `maler` did. */
const DID = /^(.*[aeiouyæøå].*[^aeiouyæøå])(?<!bill|hundr|helv|emb|aller|rødb|boghv)edes?$/;

/** `museet`, `museer` and `museum`. */
const LATIN = /^(.*(?:[eiæ]|tr))um(?:s|met|mets|mer|merne)?$/;

/** `svende` and `weekender` end in `-ende` only to the eye. */
const NOT_DOER = /^(.*(?:svend|weekend))(?:s|e|en|er|ene|erne|ens|enes|ernes)$/;

/** `stjerne`, `hjerne`: more than their ending. */
const STAR = /^(.*(?:stj|hj|kas)ern)(?:e|en|er|erne|es|ens|ers|ernes)$/;

/** `cykel` and `cykler`, `middel` and `midler`, `center` and `centre`, `socialt` and `social`. */
const withoutSilentE = (stem: string): string =>
  stem
    .replace(/^(.{2,}(?:al|el|iv))t$/, '$1')
    .replace(/([^aeiouyæøå])el$/, '$1l')
    .replace(/([bdfgkmnprst])\1l$/, '$1l')
    .replace(/(t|[sh]om|kam|num|fing)r$/, '$1');

/** `aftner` and `våbnet`, as the words that keep their ending have them. */
function withoutLostE(stem: string): string {
  const whole = stem.replace(/([^aeiouyæøå])n$/, '$1en');
  return whole !== stem && endsInKept(whole) ? whole : stem;
}

/**
 * What the forms of a word have in common, in the word's spelling: `gartner`, `gartneren`, `gartnernes`. Snowball's rules for Danish,
 * except where they run into another word (`ledig` is not `led`, a `bager` is not a `bag`) or cut off what is no ending
 * (`køkken`, `plads`; the list is made by scripts/danish-words.ts).
 *
 * @param word in its spelling (`fold.ts`)
 */
export function stemOf(word: string): string {
  const known = otherForms().get(word);
  if (known) return known;
  for (let from = LEAST_FRONT; from <= word.length - LEAST_FORM; from++) {
    const last = otherForms().get(word.slice(from));
    if (last && isFront(word.slice(0, from))) return word.slice(0, from) + last;
  }
  return stemByRule(word);
}

/** The same without the list of forms that no rule explains. */
export function stemByRule(word: string): string {
  const [, front = '', plural = ''] = IRREGULAR_FORM.exec(word) ?? [];
  if (plural) return front + IRREGULAR[plural];
  if (endsInKept(word)) return word;
  const [, whole] =
    QUALITY.exec(word) ??
    NOT_DOER.exec(word) ??
    SHORT.exec(word) ??
    TRADE.exec(word) ??
    STAR.exec(word) ??
    AFTER_U.exec(word) ??
    AFTER_VOWEL.exec(word) ??
    [];
  if (whole) return whole;
  const latin = LATIN.exec(word)?.[1];
  if (latin) return withoutSilentE(latin);
  const did = DID.exec(word)?.[1];
  if (did) return stemByRule(`${did}e`);
  const doing = DOING.exec(word)?.[1];
  if (doing && !NOT_DOING.has(doing)) return withoutSilentE(stemmer(doing));
  // Twice, because a genitive hides the ending before it: `frivilliges`, `virksomhedernes`.
  const once = stemmer(word);
  const stem = withoutLostE(withoutSilentE(endsInKept(once) ? once : stemmer(once)));
  if (!OTHER_WORD.has(stem)) return stem;
  const longer = word.slice(stem.length).match(/^(.?)(?:er|ig)/);
  const doubled = longer?.[1] === '' || longer?.[1] === stem.at(-1);
  return longer && doubled ? stem + longer[0] : stem;
}

/** How much stands before the last part of a compound, and how long that is, for its form to be looked up. */
const LEAST_FRONT = 3;
const LEAST_FORM = 5;
const isFront = (front: string): boolean => isPart(front) || (/[se]$/.test(front) && isPart(front.slice(0, -1)));

let byForm: Map<string, string> | undefined;

/** The stem of each form in the list. */
function otherForms(): Map<string, string> {
  byForm ??= new Map(
    OTHER_FORMS.split(' ')
      .filter(Boolean)
      .flatMap((entry) => {
        const [word = '', forms = ''] = entry.split(':');
        return forms.split(',').map((form): [string, string] => [form, stemByRule(word)]);
      }),
  );
  return byForm;
}

/** Whether it is one of the words whose last letters only look like an ending, or ends in one: `arbejdsplads`. */
function endsInKept(word: string): boolean {
  for (let from = 0; from <= word.length - 4; from++) if (keepsItsEnding.has(word.slice(from))) return true;
  return false;
}
