import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { searchOrganisations } from '#domain/organisations/search.ts';
import { closeSlot } from '#domain/slots/commands.ts';
import { findSlot } from '#domain/slots/queries.ts';
import { searchSlots } from '#domain/slots/search.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchEngine } from '#search/engine.ts';
import { deliver } from '#search/meilisearch/deliver.ts';
import { connect, meilisearchEngine } from '#search/meilisearch/engine.ts';
import { countUndelivered } from '#search/meilisearch/outbox.ts';
import { readSearch } from '#search/parameters.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from '../../fixtures/meilisearch.ts';

const HOME = '0350';

/** What both engines promise. Each test asks as the API does: by the text of an address. */
describe.each(['embedded', 'meilisearch'] as const)('search with %s', (name) => {
  const isMissing = name === 'meilisearch' && !hasMeilisearch;
  let db: Db;
  let engine: SearchEngine;
  let server: RunningMeilisearch | undefined;

  /** Brings an outside engine up to date; the embedded one is that always. */
  const settle = async () => {
    if (server) await deliver(db, connect(server));
  };
  const organisations = (query: string) =>
    searchOrganisations(db, engine, readSearch(db, 'organisations', new URLSearchParams(query), HOME).query);
  const slots = (query: string) =>
    searchSlots(db, engine, readSearch(db, 'slots', new URLSearchParams(query), HOME).query);
  const names = async (query: string) => (await organisations(query)).items.map((item) => item.name);
  const titles = async (query: string) => (await slots(query)).items.map((item) => item.title);

  beforeAll(async () => {
    if (isMissing) return;
    db = smallDirectory();
    engine = embeddedEngine(db);
    if (name === 'embedded') return;
    server = await startMeilisearch();
    await settle();
    engine = meilisearchEngine(db, server);
  }, 60_000);

  afterAll(() => server?.stop());

  describe.skipIf(isMissing)('', () => {
    test('says which engine answered', async () => {
      expect((await organisations('')).engine).toBe(name);
    });

    test('finds everything without a text, those with open slots first', async () => {
      expect(await names('')).toEqual([
        'Gevninge Tømrer & Snedker ApS',
        'Hvalsø Grønt',
        'Køkkenet på Åsen',
        'Bogladen i Roskilde',
      ]);
    });

    test.each([
      'gartneri',
      'GARTNERI',
      'hvalsø grønt',
      'hvalso gront',
      'hvalsoe groent',
      'gar',
      'økologiske',
      'okologiske',
      'oekologiske',
    ])('finds the nursery by “%s”', async (text) => {
      expect(await names(`q=${encodeURIComponent(text)}`)).toContain('Hvalsø Grønt');
    });

    test('needs every word of the text', async () => {
      expect(await names('q=gartneri+boghandel')).toEqual([]);
    });

    test('puts a hit in the name before one in the description', async () => {
      expect((await names('q=k%C3%B8kken'))[0]).toBe('Køkkenet på Åsen');
    });

    test.each(['90000004', '90 00 00 04', 'DK90000004', '9000000001', '90.00.00.04'])(
      'finds exactly one by the number “%s”',
      async (number) => {
        expect(await names(`q=${encodeURIComponent(number)}`)).toEqual(['Hvalsø Grønt']);
      },
    );

    test('finds nobody by a number that is nearly right', async () => {
      expect(await names('q=90000005')).toEqual([]);
    });

    test('takes values of one facet as alternatives and facets as narrowing each other', async () => {
      expect(await names('sector=public&sector=social-enterprise')).toEqual(['Hvalsø Grønt', 'Køkkenet på Åsen']);
      expect(await names('sector=public&sector=social-enterprise&network=green-network')).toEqual(['Hvalsø Grønt']);
    });

    test('counts each facet with its own selection left out', async () => {
      const { facets, total } = await organisations('sector=public&municipality=0350');
      expect(total).toBe(1);
      expect(facets.sector).toEqual({ ordinary: 1, public: 1, 'social-enterprise': 1 });
      expect(facets.municipality).toEqual({ '0350': 1 });
      expect(facets.hasOpenSlots).toEqual({ true: 1 });
    });

    test('finds within a radius, with distances, the nearest first when asked', async () => {
      const { items } = await organisations('place=hvalso&radiusKm=25&sort=distance');
      expect(items.map((item) => item.name)).toEqual([
        'Hvalsø Grønt',
        'Køkkenet på Åsen',
        'Gevninge Tømrer & Snedker ApS',
        'Bogladen i Roskilde',
      ]);
      expect(items[0]?.distanceKm).toBe(0);
      expect(items[1]?.distanceKm).toBeGreaterThan(5);
      expect(items[1]?.distanceKm).toBeLessThan(10);
      expect(await names('postcode=4330&radiusKm=3')).toEqual(['Hvalsø Grønt']);
    });

    test('sorts by name as the Danish alphabet does', async () => {
      expect(await names('sort=name')).toEqual([
        'Bogladen i Roskilde',
        'Gevninge Tømrer & Snedker ApS',
        'Hvalsø Grønt',
        'Køkkenet på Åsen',
      ]);
    });

    test('cuts into pages and counts them all', async () => {
      const first = await organisations('sort=name&pageSize=3');
      const second = await organisations('sort=name&pageSize=3&page=2');
      expect([first.items.length, second.items.length, first.total, second.total]).toEqual([3, 1, 4, 4]);
      expect((await organisations('page=9')).items).toEqual([]);
    });

    test('finds slots by scheme, support, hours that one can manage, and whether they lead to a job', async () => {
      expect(await titles('scheme=smaajob')).toEqual(['Hjælper i drivhuset']);
      expect(await titles('support=outdoors&support=few-hours')).toEqual(['Hjælper i drivhuset']);
      expect((await titles('hoursMax=6')).sort()).toEqual(['Hjælper i drivhuset', 'Køkkenmedhjælper i kantinen']);
      expect((await titles('leadsToJob=false')).sort()).toEqual(['Værkstedshjælp hos tømreren']);
    });

    test('finds slots whose hours can grow to as many as one hopes for', async () => {
      expect(await titles('growsTo=15')).toEqual(['Hjælper i drivhuset']);
      expect(await titles('growsTo=15&hoursMax=1')).toEqual([]);
      // Nothing is said of those without a ladder, however many hours they have.
      expect(await titles('growsTo=16')).toEqual([]);
    });

    test('finds a slot by its organisation, its town and its scheme', async () => {
      expect(await titles('q=t%C3%B8mrer')).toEqual(['Værkstedshjælp hos tømreren']);
      expect(await titles('q=hvals%C3%B8')).toEqual(['Hjælper i drivhuset']);
      expect(await titles('q=fleksjob')).toEqual(['Køkkenmedhjælper i kantinen']);
    });

    test('finds nothing for words that nobody uses, and lives through odd ones', async () => {
      expect(await names('q=zzzzqqq')).toEqual([]);
      for (const odd of ['"', '*', 'AND', 'NEAR(', "'; drop table slots; --", '(((', 'a:b', '-', '🌱', '%', '\\']) {
        await expect(organisations(`q=${encodeURIComponent(odd)}`)).resolves.toMatchObject({ engine: name });
      }
    });

    test('forgets a slot when it closes', { timeout: 60_000 }, async () => {
      const slot = findSlot(db, 'vaerkstedshjaelp-hos-toemreren');
      closeSlot(db, 'test', slot?.id ?? 0);
      await settle();
      expect(await titles('')).not.toContain('Værkstedshjælp hos tømreren');
      expect(await names('hasOpenSlots=true')).not.toContain('Gevninge Tømrer & Snedker ApS');
      if (server) expect(countUndelivered(db)).toBe(0);
    });
  });
});
