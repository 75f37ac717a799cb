import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { searchOrganisations } from '#domain/organisations/search.ts';
import { searchSlots } from '#domain/slots/search.ts';
import { readSearch } from '#search/parameters.ts';
import { type RunningEngine, runEngine } from '../../fixtures/engine.ts';
import { hasMeilisearch } from '../../fixtures/meilisearch.ts';
import { widerDirectory } from '../../fixtures/wider-directory.ts';

const HOME = '0350';

/** What a Dane types finds what is meant, with either engine (GLOSSARY.md §8). */
describe.each(['embedded', 'meilisearch'] as const)('Danish with %s', (name) => {
  const isMissing = name === 'meilisearch' && !hasMeilisearch;
  let db: Db;
  let running: RunningEngine;

  const names = async (text: string) => {
    const parameters = new URLSearchParams({ q: text, pageSize: '50' });
    const { query } = readSearch(db, 'organisations', parameters, HOME);
    return (await searchOrganisations(db, running.engine, query)).items.map((item) => item.name);
  };
  const titles = async (text: string) => {
    const parameters = new URLSearchParams({ q: text, pageSize: '50' });
    const { query } = readSearch(db, 'slots', parameters, HOME);
    return (await searchSlots(db, running.engine, query)).items.map((item) => item.title);
  };

  beforeAll(async () => {
    if (isMissing) return;
    db = widerDirectory();
    running = await runEngine(name, db);
  }, 60_000);

  afterAll(() => running?.stop());

  describe.skipIf(isMissing)('', () => {
    test.each(['gron', 'groen', 'grøn', 'GRØNNE', 'grønne planter', 'groenne'])(
      '“%s” finds green plants',
      async (text) => {
        expect(await names(text)).toContain('Århus Grossisten');
      },
    );

    test.each(['okologi', 'oekologi', 'økologi', 'økologisk', 'okologiske'])('“%s” finds organic', async (text) => {
      expect(await names(text)).toContain('Hvalsø Grønt');
    });

    test.each(['Aarhus', 'Århus', 'århus', 'arhus', 'AARHUS'])('“%s” finds the town and the name', async (text) => {
      expect((await names(text))[0]).toBe('Århus Grossisten');
    });

    test.each(['Lejres', 'lejre', 'Lejre'])('“%s” finds what is in Lejre', async (text) => {
      expect(await names(text)).toEqual(expect.arrayContaining(['Lars’ Ejendomme', 'Køkkenet på Åsen']));
    });

    test.each(["Lars'", 'lars', 'Lars ejendomme', 'larsejendomme'])('“%s” finds Lars’ firm', async (text) => {
      expect((await names(text))[0]).toBe('Lars’ Ejendomme');
    });

    test.each([
      ['loentilskud', 'Rengøringsassistent i hallen'],
      ['lontilskud', 'Rengøringsassistent i hallen'],
      ['løntilskuddet', 'Rengøringsassistent i hallen'],
      ['praktik', 'Værkstedshjælp hos tømreren'],
      ['virksomhedspraktik', 'Værkstedshjælp hos tømreren'],
      ['praktikken', 'Værkstedshjælp hos tømreren'],
      ['køkken', 'Køkkenmedhjælper i kantinen'],
      ['koekken', 'Køkkenmedhjælper i kantinen'],
      ['rengøring', 'Rengøringsassistent i hallen'],
      ['rengoering', 'Rengøringsassistent i hallen'],
      ['assistent', 'Rengøringsassistent i hallen'],
      ['medhjælper', 'Butiksmedhjælper ved kassen'],
      ['medhjaelper', 'Køkkenmedhjælper i kantinen'],
      ['butik', 'Butiksmedhjælper ved kassen'],
      ['hjælper drivhus', 'Hjælper i drivhuset'],
      ['fleks', 'Køkkenmedhjælper i kantinen'],
      ['flexjob', 'Køkkenmedhjælper i kantinen'],
      ['job', 'Køkkenmedhjælper i kantinen'],
    ])('“%s” finds “%s”', async (text, title) => {
      expect(await titles(text)).toContain(title);
    });

    test.each(['butiksmedhjælperen', 'butiksmedhjælpere', 'butiksmedhjælpernes', 'butiksmedhjælpers'])(
      'another form, “%s”, finds the same',
      async (text) => {
        expect((await titles(text))[0]).toBe('Butiksmedhjælper ved kassen');
      },
    );

    test.each([
      ['bådebyggere', 'Bådebyggeriet ved Fjorden'],
      ['både', 'Bådebyggeriet ved Fjorden'],
      ['æble', 'Århus Grossisten'],
      ['aeble', 'Århus Grossisten'],
      ['landsby', 'Lars’ Ejendomme'],
      ['have', 'Lars’ Ejendomme'],
      ['kontakt@', 'Århus Grossisten'],
    ])('“%s” finds “%s”', async (text, organisation) => {
      expect(await names(text)).toContain(organisation);
    });

    test.each([
      ['småjob', 'lønnede timer'],
      ['skånejob', 'job med løntilskud til førtidspensionister'],
      ['pedel', 'teknisk servicemedarbejder'],
      ['RSV', 'socialøkonomisk virksomhed'],
      ['køkkenmedhjælper', 'køkkenassistent'],
    ])('“%s” and “%s” mean the same, both ways', async (one, other) => {
      const [byOne, byOther] = [
        [...(await names(one)), ...(await titles(one))],
        [...(await names(other)), ...(await titles(other))],
      ];
      expect(byOne.length).toBeGreaterThan(0);
      expect(new Set(byOther)).toEqual(new Set(byOne));
    });

    test.each([
      ['gartnri', 'Hvalsø Grønt'],
      ['hartneri', 'Hvalsø Grønt'],
      ['grossiten', 'Århus Grossisten'],
      ['rossisten', 'Århus Grossisten'],
      ['grossitsen', 'Århus Grossisten'],
      ['bådbygeriet', 'Bådebyggeriet ved Fjorden'],
      ['vandverk', 'Kilden'],
    ])('“%s”, a typing error, finds “%s”', async (text, organisation) => {
      expect(await names(text)).toContain(organisation);
    });

    test.each(['kilen', 'kildne'])('“%s” has one error and five letters', async (text) => {
      expect(await names(text)).toContain('Kilden');
    });

    test.each(['kidn', 'klidne', '4301'])('“%s” is too far off', async (text) => {
      const found = await names(text);
      expect(found).not.toContain('Kilden');
      expect(found).not.toContain('Gron Groenthandel');
    });

    test.each([
      '90000071',
      '90 00 00 71',
      'DK90000071',
      '90-00-00-71',
      'CVR 90000071',
      'cvr-nr. 90 00 00 71',
      '1020304050',
      '10 20 30 40 50',
    ])('the number “%s” finds exactly its own', async (text) => {
      expect(await names(text)).toEqual(['Århus Grossisten']);
    });

    test.each(['13748136', '13 74 81 36', '90000072'])('the number “%s” finds nobody', async (text) => {
      expect(await names(text)).toEqual([]);
    });

    test.each(['4320', '4320 Lejre'])('“%s” is a place', async (text) => {
      const found = await names(text);
      expect(found).toEqual(expect.arrayContaining(['Lars’ Ejendomme', 'Køkkenet på Åsen']));
      expect(found).not.toContain('Kilden');
    });

    test('a trade and a town narrow each other', async () => {
      expect(await names('gartner hvalsø')).toEqual(['Hvalsø Grønt']);
    });

    test('“roskilde” is not “ros” and “kilde”, “medarbejder” not “med” and “arbejder”', async () => {
      expect(await names('kilde')).toEqual(['Kilden']);
      expect(await titles('arbejder')).not.toContain('Medarbejder til grønne områder');
    });

    test('what is spelled as typed comes before what is only folded so', async () => {
      expect((await names('båd'))[0]).toBe('Bådebyggeriet ved Fjorden');
      expect((await names('gron'))[0]).toBe('Gron Groenthandel');
    });

    test('a name comes before a description', async () => {
      const found = await names('grønt');
      expect(found.indexOf('Hvalsø Grønt')).toBeLessThan(found.indexOf('Køkkenet på Åsen') >>> 0);
      expect(found.slice(0, 2)).toEqual(expect.arrayContaining(['Hvalsø Grønt', 'Gron Groenthandel']));
    });

    test('a word that says nothing does not have to be there', async () => {
      expect(await titles('job som medhjælper i en butik')).toEqual(['Butiksmedhjælper ved kassen']);
    });
  });
});
