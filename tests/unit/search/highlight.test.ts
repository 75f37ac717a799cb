import { describe, expect, test } from 'vitest';
import { markHits, type Part } from '#search/highlight.ts';
import { understand } from '#search/text/query.ts';
import { synonymsFrom } from '#search/text/synonyms.ts';

const knowledge = {
  synonyms: synonymsFrom([{ words: ['rengøring', 'cleaning'] }, { words: ['gartner', 'grønne områder'] }]),
  townsNamed: () => [],
  isWord: () => true,
  isBeginning: () => false,
};

const mark = (names: string[], description: string, typed: string) =>
  markHits({ names, description }, understand(typed, knowledge));

/** The hits in brackets. */
const shown = (parts: Part[] = []): string => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('what explains a hit is marked', () => {
  test.each([
    ['as typed', 'køkken', 'Vores Køkken', 'Vores [Køkken]'],
    ['folded', 'gron', 'Den grøn gren', 'Den [grøn] gren'],
    ['typed with two letters', 'groen', 'Den grøn gren', 'Den [grøn] gren'],
    ['aa for å', 'århus', 'Aarhus Tømrer', '[Aarhus] Tømrer'],
    ['another form', 'drivhuse', 'Et drivhus og drivhuset', 'Et [drivhus] og [drivhuset]'],
    ['the last part', 'praktik', 'En virksomhedspraktik', 'En virksomheds[praktik]'],
    ['the first part', 'køkken', 'Som køkkenmedhjælper', 'Som [køkken]medhjælper'],
    ['a part typed without Danish letters', 'kokken', 'Som køkkenmedhjælper', 'Som [køkken]medhjælper'],
    ['a part behind aa', 'gård', 'En bondegaard', 'En bonde[gaard]'],
    ['both parts of a typed compound', 'rengøringshjælp', 'Hjælp til rengøring', '[Hjælp] til [rengøring]'],
    ['a synonym', 'rengøring', 'Cleaning of offices', '[Cleaning] of offices'],
    ['a synonym of two words', 'gartner', 'Pas grønne områder', 'Pas [grønne] [områder]'],
    ['a typing error', 'gatneri', 'Et gartneri i Lejre', 'Et [gartneri] i Lejre'],
    ['a typing error in the first letter', 'hartneri', 'Et gartneri i Lejre', 'Et [gartneri] i Lejre'],
    ['a half-typed word', 'gartn', 'Hvalsø Gartneri', 'Hvalsø [Gartn]eri'],
    ['a half-typed word, folded', 'aarh', 'Århus Tømrer', '[Årh]us Tømrer'],
    ['every word', 'hund kat', 'Kat og hund', '[Kat] og [hund]'],
    ['letters that mean something to a pattern', 'c++ (', 'c++ og java', '[c]++ og java'],
  ])('%s: %s', (_, typed, text, expected) => {
    expect(shown(mark([text], '', typed).names[0])).toBe(expected);
    expect(shown(mark([], text, typed).description).replaceAll(/[[\]]/g, '')).toBe(text);
  });

  test.each([
    ['half of a phrase that means the same', 'gartner', 'Andre områder'],
    ['a word that merely begins so', 'ros hansen', 'Roskilde By'],
    ['a likely typing error, where the word itself stands', 'hansen', 'Jansen'],
    ['a number', '90000004', 'Nummer 90000004'],
    ['nothing', '  ', 'Hvalsø Grønt'],
  ])('but not %s', (_, typed, text) => {
    expect(shown(mark(['Hansen', text], '', typed).names[1])).toBe(text);
  });

  test('a letter begins names, not every word of a description', () => {
    const { names, description } = mark(['Gartneri'], 'Gode grønne ganges', 'ga');
    expect(shown(names[0])).toBe('[Ga]rtneri');
    expect(shown(description)).toBe('Gode grønne ganges');
  });
});

describe('a description', () => {
  const long =
    'Vi er et lille sted med syv ansatte, to lærlinge og en hund, og vi holder til i den gamle station lige ved banen. Du pakker ordrer på lageret om formiddagen.';

  test('starts near its first hit when nothing before explains it', () => {
    expect(shown(mark(['Posten'], long, 'lager').description)).toBe(
      '… lige ved banen. Du pakker ordrer på [lageret] om formiddagen.',
    );
  });

  test('starts at its beginning when that, or a name, explains the hit', () => {
    expect(mark(['Posten'], long, 'lærling').description[0]?.text).toMatch(/^Vi er/);
    expect(mark(['Lageret'], long, 'lager').description[0]?.text).toMatch(/^Vi er/);
    expect(shown(mark(['Posten'], long, 'xyzzyx').description)).toBe(long);
  });
});
