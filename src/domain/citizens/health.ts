import { namesPerson } from './persons.ts';

/** Benefit groups, as word beginnings. */
const BENEFITS =
  'kontanthjælp|uddannelseshjælp|sygedagpenge|dagpengemodtager|ressourceforløb|jobafklaring|aktivitetsparat|jobparat|uddannelsesparat|sygemeld|førtidspension|fleksjobvisiter|matchgruppe';

/** Diagnoses, as word beginnings. */
const DIAGNOSES = 'autis|asperger|adhd|depressi|angst|ptsd|skizofren|bipolar|udviklingshæm|demens|misbrug|psykisk syg';

/** What is a diagnosis when it is said of somebody; alone it may be anything (“vi passer på mod stress”). */
const AILMENTS =
  'dement(?!er)|alzheimer|parkinson|sclerose|sklerose|epileps|kræft(?!er|ig|fuld)|cancer|diabet|sukkersyge|hjerneskade|hjernerystelse|blodprop|slagtilfælde|fibromyalgi|\\p{L}*gigt(?!ig)|diskusprolaps|piskesmæld|psykos|psykotisk|psykiatri|psykisk|borderline|ocd(?!\\p{L})|tourette|anoreks|bulimi|spiseforstyr|personlighedsforstyr|selvmord|selvskad|alkoholi|alkoholproblem|drikker|stofbrug|afhængig af (?:stof|alkohol|medicin)|hiv(?!\\p{L})|hepatitis|kol(?!\\p{L})|stress(?!fri|end)|udbrændt|traume|diagnose|nedsat arbejdsevne|paranoi|tvangstanker|ordblind|autism|anxiety|schizo|addict|dementia|brain damage|sick leave|mental illness|cash benefit|disability pension';

/** Places and manners, not people: a home for people with dementia hires kitchen staff, too. */
const ABOUT_PLACES =
  '(?:demens|autisme|psykiatri|misbrugs|angst|adhd)-?\\s?(?:venlig|ven(?:ner)?(?!\\p{L})|afsnit|afdeling|center|centr|hjem|enhed|plejehjem|café|cafe|foreningen|forening|fond|landsforening|konsulent|koordinator|området|behandling|klinik|hospital)';

const START = '(?<!\\p{L})';
const GROUP = new RegExp(`${START}(?!${ABOUT_PLACES})(?:${BENEFITS}|${DIAGNOSES})`, 'iu');
const HEALTH = new RegExp(`${START}(?!${ABOUT_PLACES})(?:${BENEFITS}|${DIAGNOSES}|${AILMENTS})`, 'giu');

/** How far from the word a name still belongs to it, in words. */
const BEFORE = 14;
const AFTER = 8;

/** Whether it names a benefit or a diagnosis at all: a slot says what it offers, not whom it wants. */
export function namesGroup(text: string): boolean {
  return GROUP.test(text);
}

/** Whether a benefit or a diagnosis stands next to a person: by name, by initials, or as “en borger, der …”. */
export function findPersonsHealth(given: string): boolean {
  const text = withoutCourtesies(given);
  for (const match of text.matchAll(HEALTH)) {
    const before = text.slice(0, match.index).split(/\s+/).slice(-BEFORE).join(' ');
    const rest = text.slice(match.index);
    const [word = ''] = /^[\p{L}\p{M}-]+/u.exec(rest) ?? [];
    const after = rest.slice(word.length).split(/\s+/).slice(0, AFTER).join(' ');
    if (namesPerson(before, word, after)) return true;
  }
  return false;
}

/** Whom a message greets and who signs it is nobody’s health: `Hej Birgit,`, `Venlig hilsen Lone Holm`. */
function withoutCourtesies(text: string): string {
  const name = '(?:\\s+[\\p{Lu}][\\p{L}.-]*){0,3}';
  return text
    .replace(new RegExp(`^\\s*(?:hej|kære|goddag|dear|hello|hi)(?:${name}(?:\\s+og)?){1,2}\\s*[,!.\\n]`, 'iu'), ' ')
    .replace(
      new RegExp(
        `(?:(?:med )?(?:venlig|kærlig|mange|bedste|de bedste)?\\s?hilsen?(?:er)?|mvh\\.?|vh\\.?|(?:kind |best )?regards),?${name.replaceAll('\\s', '[\\s,]')}[\\s,.]*$`,
        'iu',
      ),
      ' ',
    );
}
