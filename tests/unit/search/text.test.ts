import { describe, expect, test } from 'vitest';
import { partsOf } from '#search/text/compounds.ts';
import { errorsAllowed, errorsBetween } from '#search/text/distance.ts';
import { fold } from '#search/text/fold.ts';
import { understand } from '#search/text/query.ts';
import { stemOf } from '#search/text/stem.ts';
import { synonymsFrom } from '#search/text/synonyms.ts';
import { codeOf, wordsOf } from '#search/text/tokens.ts';

describe('folding', () => {
  test.each([
    ['grøn', 'groen', 'gron'],
    ['Århus', 'Aarhus', 'arhus'],
    ['æble', 'aeble', 'eble'],
    ['økologi', 'oekologi', 'okologi'],
    ['rengøring', 'rengoering', 'rengoring'],
    ['fleksjob', 'flexjob', 'FLEKSJOB'],
    ['café', 'cafe', 'CAFÉ'],
  ])('%s, %s and %s are one', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });
});

describe('words', () => {
  test('are runs of letters and digits, names without their ending', () => {
    expect(wordsOf('Lars’ e-mail: kontakt@firma.example, 4320 Lejre (McDonald’s)')).toEqual([
      'lars',
      'e',
      'mail',
      'kontakt',
      'firma',
      'example',
      '4320',
      'lejre',
      'mcdonald',
    ]);
  });

  test.each([
    '13748136',
    '13 74 81 36',
    'DK13748136',
    'DK 13 74 81 36',
    '13.74.81.36',
    'CVR-nr. 13748136',
    'cvr: 13 74 81 36',
  ])('“%s” is a CVR number', (text) => expect(codeOf(text)).toBe('13748136'));

  test.each(['1374813', '4330', '13748136 gartner', '137481361', ''])('“%s” is no number to look up', (text) => {
    expect(codeOf(text)).toBeUndefined();
  });
});

describe('stems', () => {
  test.each([
    ['bro', 'broen', 'broer', 'broernes'],
    ['sko', 'skoene'],
    ['bi', 'bierne'],
    ['center', 'centret', 'centre', 'centrene'],
    ['museum', 'museet', 'museer', 'museerne'],
    ['middel', 'midler'],
    ['aften', 'aftener', 'aftner'],
    ['stue', 'stuen', 'stuerne'],
    ['uge', 'ugen', 'uger', 'ugerne'],
    ['svend', 'svende', 'svendene'],
    ['kraft', 'kraften'],
    ['arbejdskraft', 'arbejdskraften'],
    ['reparere', 'reparerede', 'reparerer'],
    ['bygningsmaler', 'bygningsmalere', 'bygningsmalerens'],
    ['gartner', 'gartneren', 'gartnere', 'gartnerne', 'gartners'],
    ['virksomhed', 'virksomheder', 'virksomhedens', 'virksomhederne'],
    ['løntilskud', 'løntilskuddet', 'løntilskuds'],
    ['køkken', 'køkkenet', 'køkkener', 'køkkenets'],
    ['plads', 'pladsen', 'pladser', 'pladserne'],
    ['arbejdsplads', 'arbejdspladsen', 'arbejdspladser'],
    ['Lejre', 'Lejres'],
    ['bog', 'bøger', 'bøgerne', 'bogen'],
    ['bager', 'bageren', 'bagere'],
    ['ledig', 'ledige', 'ledigt'],
    ['cykel', 'cyklen', 'cykler', 'cyklerne'],
  ])('%s and its forms have one', (...forms) => {
    expect(new Set(forms.map((form) => stemOf(form.toLowerCase()))).size).toBe(1);
  });

  test.each([
    ['ledig', 'led'],
    ['borger', 'borg'],
    ['bager', 'bag'],
    ['køkken', 'kok'],
    ['bolig', 'bolle'],
    ['billede', 'bil'],
    ['vejr', 'vej'],
    ['teknikerne', 'kerne'],
    ['graver', 'grav'],
  ])('%s is not %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('compounds', () => {
  test.each([
    ['virksomhedspraktik', 'virksomhed praktik'],
    ['køkkenmedhjælper', 'køkken medhjælper'],
    ['koekkenmedhjaelper', 'kokken medhjelper'],
    ['rengøringsassistent', 'rengøring assistent'],
    ['butiksmedhjælper', 'butiks medhjælper'],
    ['fleksjob', 'fleks job'],
    ['fastholdelsesfleksjob', 'fastholdelse fleksjob fleks job'],
    ['lærlingeplads', 'lærling plads'],
    ['arbejdstøj', 'arbejds tøj'],
    ['husstande', 'hus stande'],
    ['biavl', 'bi avl'],
    ['elinstallatør', 'el installatør'],
  ])('%s is made of %s', (word, parts) => {
    expect(partsOf(word).join(' ')).toBe(parts);
  });

  test.each([
    'roskilde',
    'medarbejder',
    'medarbejdere',
    'hvalsø',
    'lejre',
    'ringsted',
    'frederikssund',
    'restaurant',
    'bestyrelse',
    'forretning',
    'partnerskab',
    'natur',
    'handel',
    'frokost',
    'kalender',
    'eleverne',
    'billeder',
    'biler',
    'planter',
    'hundrede',
    'præsten',
    'eller',
    'brugte',
    'støvler',
    'toilettet',
  ])('%s is no compound', (word) => {
    expect(partsOf(word)).toEqual([]);
  });
});

describe('typing errors', () => {
  test.each([
    ['gartner', 'gartenr', 1],
    ['gartner', 'gartnr', 1],
    ['gartner', 'fartner', 1],
    ['gartner', 'garrtner', 1],
    ['rengøring', 'rengirig', 2],
    ['kilde', 'skole', 3],
  ])('%s and %s are %i apart', (one, other, errors) => {
    expect(errorsBetween(one, other, 2)).toBe(errors);
  });

  test('none below five letters, one from five, two from nine, none in numbers', () => {
    expect(['løn', 'sten', 'kilde', 'gartneri', 'rengøring', '90000004', 'b2b2b'].map(errorsAllowed)).toEqual([
      0, 0, 1, 1, 2, 0, 0,
    ]);
  });
});

describe('understanding', () => {
  const knowledge = {
    synonyms: synonymsFrom([
      { words: ['småjob', 'lønnede timer'] },
      { words: ['pedel', 'teknisk servicemedarbejder'] },
      { words: ['vuggestue', 'småbørn'], also: ['dagpleje'] },
      { words: ['-medhjælper', '-assistent'] },
    ]),
    townsNamed: () => [],
    isWord: (folded: string) => folded === 'roskildefjord',
    isBeginning: () => false,
  };
  const readings = (text: string) =>
    understand(text, knowledge).readings.map(({ words }) => words.map(({ word }) => word).join(' '));

  test('a phrase can be said in one word, and one word in a phrase', () => {
    expect(readings('lønnede timer i Lejre')).toEqual(['lønnede timer lejre', 'småjob lejre']);
    expect(readings('småjobs')).toEqual(['småjobs', 'lønnede timer']);
    expect(readings('tekniske servicemedarbejdere')).toEqual(['tekniske servicemedarbejdere', 'pedel']);
  });

  test('what somebody looks for too comes behind, and not the other way round', () => {
    expect(readings('vuggestuer')).toEqual(['vuggestuer', 'småbørn', 'dagpleje']);
    expect(readings('dagpleje')).toEqual(['dagpleje']);
  });

  test('the end of a compound can be said in another word, but not what only looks like one', () => {
    expect(readings('lagermedhjælperen')).toEqual(['lagermedhjælperen', 'lagerassistent']);
    expect(readings('medhjælper')).toEqual(['medhjælper']);
  });

  test('two stretches can be said in other words at once', () => {
    expect(readings('småjob pedel')).toEqual([
      'småjob pedel',
      'lønnede timer pedel',
      'småjob teknisk servicemedarbejder',
      'lønnede timer teknisk servicemedarbejder',
    ]);
  });

  test('two words that a document has as a name are looked for as one', () => {
    expect(readings('Roskilde Fjord')).toEqual(['roskilde fjord', 'roskildefjord']);
  });

  test('who types Danish letters means them', () => {
    const { synonyms } = { synonyms: synonymsFrom([{ words: ['male', 'pensel'] }]) };
    const said = (text: string) => understand(text, { ...knowledge, synonyms }).readings.length;
    expect(said('mal')).toBe(2);
    expect(said('mål')).toBe(1);
  });

  test('a word of the table is meant as it is spelled: a gardener is no farm, but who types without å may mean one', () => {
    const synonyms = synonymsFrom([{ words: ['gartner', 'gardener', 'bager'] }]);
    const stems = (text: string) =>
      understand(text, { ...knowledge, synonyms }).readings.map(({ words }) => words.map(({ stem }) => stem).join(' '));
    expect(stems('gartner')).toEqual(['gartn', 'gardener', 'bager']);
    expect(stems('gardene')[0]).toBe('gard');
  });

  test('words that say nothing count when there are no others', () => {
    expect(readings('job i en butik')).toEqual(['butik']);
    expect(readings('job')).toEqual(['job']);
    expect(readings('?!')).toEqual([]);
  });

  test('only the last word is perhaps half-typed', () => {
    const [typed] = understand('gartner hval', knowledge).readings;
    expect(typed?.words.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });
});
