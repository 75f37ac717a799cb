import { FIRST_NAMES } from './first-names.ts';

/** Somebody in particular, without a name. */
const SOMEBODY =
  /(?<!\p{L})(?:han|hun|ham|hende|hans|hendes|borgeren|borgerens|vedkommende|personen|kandidaten|praktikanten|manden|kvinden|pigen|drengen|ledig(?:e|en)|min borger|vores borger|(?:en|én|et|min|vores|denne|den) (?:[\p{L}-]+ ){0,2}(?:borger|person|mand|kvinde|pige|dreng|kandidat|praktikant|ung|klient|årig|\d{2}-årige?)|en (?:med|der|som)|(?:mand|kvinde) på \d\d|he|she|his|her|him|the citizen|the candidate|a (?:man|woman|person|citizen|client|candidate) (?:with|who|on)|someone (?:with|who))(?!\p{L})/iu;

/** `M.K.`, `J. H.` */
const INITIALS = /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.?(?!\p{L})/u;

/** A word that somebody has it: what stands before is who. */
const HAS =
  /(?<who>\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){0,2},?(?: (?:som|der|who))? (?:har|lider af|er|fik|får|døjer med|kæmper med|med|has|is|suffers from|with)(?<between>(?: \p{L}+){0,2}) $/u;

/** Who is no person, and what makes the statement one about a workplace. */
const NOBODY =
  /^(?:Vi|I|De|Du|Jeg|Man|Det|Der|Den|Her|Alle|Mange|Flere|Nogle|Folk|Mennesker|Kommunen|Kommune|Jobcenter|Jobcentret|Virksomheden|Butikken|Køkkenet|Værkstedet|Holdet|Stedet|Gården|Kollegaer|Kolleger|Medarbejdere|Ansatte|We|You|They|People|There|It)$/u;
const OF_A_PLACE =
  /(?:erfaring|kendskab|viden|kurs|mange|flere|ansatte|medarbejdere|plads|pladser|tilbud|fokus|god|gode|rummelig|åben|åbne|vant|experience|people|room)/iu;

/**
 * Whether words around a diagnosis speak of one person.
 *
 * @param word the diagnosis itself  @param before the words before it  @param after the words behind it
 */
export function namesPerson(before: string, word: string, after: string): boolean {
  if (SOMEBODY.test(lastSentences(before)) || /^(?:isten|ikeren|kontanthjælpsmodtageren)$/iu.test(word)) return true;
  if (INITIALS.test(before) || INITIALS.test(after)) return true;
  if (holdsFirstName(before) || holdsFirstName(after)) return true;
  const has = HAS.exec(before);
  return Boolean(has?.groups?.who && !NOBODY.test(has.groups.who) && !OF_A_PLACE.test(has.groups.between ?? ''));
}

/** A pronoun reaches into the next sentence, not further. */
const lastSentences = (text: string): string =>
  text
    .split(/[.!?\n]/)
    .slice(-2)
    .join(' ');

/** Names are written with a capital; in small letters only those that are no word as well. */
function holdsFirstName(text: string): boolean {
  return [...text.matchAll(/\p{L}+/gu)].some(([word]) => {
    const isCapital = /^\p{Lu}/u.test(word);
    const name = word.toLowerCase();
    return [name, name.replace(/s$/, '')].some((form) => {
      const known = FIRST_NAMES.get(form);
      return known === 'name' || (known === 'word-too' && isCapital && word !== word.toUpperCase());
    });
  });
}
