import { describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import { logApproach, removeApproach, wishForRest } from '#domain/approaches/commands.ts';
import { etiquetteFor } from '#domain/approaches/queries.ts';
import { employerHits } from '#domain/employers/hits.ts';
import { type EmployerQuery, readEmployerSearch } from '#domain/employers/query.ts';
import { employerSearch } from '#domain/employers/search.ts';
import { writeMessage } from '#domain/enquiries/commands.ts';
import { agreeEnquiry } from '#domain/enquiries/placement-commands.ts';
import { Forbidden } from '#domain/errors.ts';
import { withdrawWilling } from '#domain/organisations/profile-commands.ts';
import { closeSlot } from '#domain/slots/commands.ts';
import { addDays, today } from '#domain/time.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { add, slot, smallDirectory } from '../../fixtures/directory.ts';
import { sayOffers, sayWilling } from '../../fixtures/host.ts';
import { ask, gevninge, hvalsoeGroent, mette, slotOf } from '../../fixtures/job-centre.ts';
import { idOf, type PersonName, viewerOf } from '../../fixtures/people.ts';

const HOME = '0350';
const HVALSOE = 'Hvalsø Grønt';
const GEVNINGE = 'Gevninge Tømrer & Snedker ApS';
const KITCHEN = 'Køkkenet på Åsen';
const BOOKS = 'Bogladen i Roskilde';

function stage() {
  const db = smallDirectory();
  const search = employerSearch(db, embeddedEngine(db));
  const karim = viewerOf(db, 'karim');
  const read = (address: string) => readEmployerSearch(db, new URLSearchParams(address), HOME);
  const find = (address: string) => search.find(karim, read(address).query);
  const names = (address = '') =>
    find(address).employers.map(({ id }) =>
      db.$client.prepare('select name from organisations where id = ?').pluck().get(id),
    );
  return { db, search, karim, read, find, names };
}

const bookshop = (db: Db) => idOf(db, 'organisations', BOOKS);

describe('who is found', () => {
  test('those with an open slot, those that are willing, and nobody who has said nothing', () => {
    const { db, find, names } = stage();
    expect(new Set(names())).toEqual(new Set([HVALSOE, GEVNINGE, KITCHEN]));
    sayWilling(db, bookshop(db), { hoursMin: 3, hoursMax: 10 });
    expect(find('').counts).toEqual({ open: 3, willing: 1 });
    expect(names('offers=willing')).toEqual([BOOKS]);
    expect(names('offers=open')).not.toContain(BOOKS);
    withdrawWilling(db, 'system', bookshop(db));
    expect(names()).not.toContain(BOOKS);
  });

  test('one that had a slot before is willing, and so is one that says so beside slots that do not fit', () => {
    const { db, names } = stage();
    closeSlot(db, 'system', slotOf(db, gevninge(db)));
    expect(names('offers=willing')).toEqual([GEVNINGE]);
    const kitchen = idOf(db, 'organisations', KITCHEN);
    expect(names('hours=30')).not.toContain(KITCHEN);
    sayWilling(db, kitchen, { hoursMin: 20, hoursMax: 37 });
    expect(names('hours=30&offers=willing')).toContain(KITCHEN);
    expect(names('hours=10&offers=open')).toContain(KITCHEN);
    expect(names('hours=10&offers=willing')).not.toContain(KITCHEN);
  });

  test.each([
    ['place=4330&radiusKm=5', [HVALSOE]],
    ['scheme=fleksjob', [KITCHEN]],
    ['scheme=fleksjob&scheme=smaajob', [HVALSOE, KITCHEN]],
    ['support=outdoors&support=few-hours', [HVALSOE]],
    ['support=outdoors&support=lunch', []],
    ['sector=public', [KITCHEN]],
    ['network=business-lejre', [HVALSOE, GEVNINGE]],
    ['leadsToJob=true', [HVALSOE, KITCHEN]],
    ['q=køkken', [KITCHEN]],
    ['q=drivhus', [HVALSOE]],
    ['hours=5', [HVALSOE]],
    ['hours=12', [HVALSOE, GEVNINGE, KITCHEN]],
    ['hours=37', []],
  ])('%s', (address, expected) => {
    expect(new Set(stage().names(`${address}&offers=open`))).toEqual(new Set(expected));
  });

  test('hours fit a slot’s own range better than its ladder', () => {
    const { find } = stage();
    const fitAt = (hours: number) => find(`hours=${hours}&scheme=smaajob&offers=open`).employers[0]?.factors.fit;
    expect(fitAt(5)).toBe(1);
    expect(fitAt(12)).toBeLessThan(1);
    expect(fitAt(12)).toBeGreaterThan(0.5);
    expect(fitAt(16)).toBeUndefined();
  });

  test('what an organisation offers itself, its slots offer', () => {
    const { db, names } = stage();
    expect(names('support=quiet&offers=open')).toEqual([]);
    sayOffers(db, gevninge(db), ['quiet']);
    expect(names('support=quiet&support=small-team&offers=open')).toEqual([GEVNINGE]);
  });

  test('a scheme that the law does not let the sector host is nothing to be willing for', () => {
    const { db, names } = stage();
    sayWilling(db, bookshop(db), { hoursMin: 3, hoursMax: 10 });
    expect(names('scheme=loentilskud-privat')).toContain(BOOKS);
    expect(names('scheme=loentilskud-offentlig')).not.toContain(BOOKS);
  });

  test('one that names the schemes it is open to is found by those alone', () => {
    const { db, find, names } = stage();
    sayWilling(db, bookshop(db), { hoursMin: 3, hoursMax: 10 });
    const fitOfBooks = () => find('scheme=fritidsjob&offers=willing').employers[0]?.factors.fit ?? 0;
    const unsaid = fitOfBooks();
    sayOffers(db, bookshop(db), [], ['fritidsjob', 'smaajob']);
    expect(fitOfBooks()).toBeGreaterThan(unsaid);
    expect(names('scheme=fritidsjob&scheme=fleksjob')).toContain(BOOKS);
    expect(names('offers=willing')).toContain(BOOKS);
    expect(names('scheme=loentilskud-privat&scheme=fleksjob')).not.toContain(BOOKS);
    sayOffers(db, bookshop(db), []);
    expect(names('scheme=loentilskud-privat')).toContain(BOOKS);
  });

  test('how quickly they answer, and when they were last heard from', () => {
    const { db, karim, names } = stage();
    expect(names('answersWithin=7')).toEqual([]);
    const id = ask(db, karim);
    writeMessage(db, viewerOf(db, 'lone'), id, 'Ja, kom og se det.');
    expect(names('answersWithin=7')).toEqual([HVALSOE]);
    db.$client.prepare('update slots set published_at = ? where organisation_id = ?').run('2020-01-01', gevninge(db));
    sayOffers(db, gevninge(db), []);
    expect(names('heard=older')).toEqual([GEVNINGE]);
    expect(names('heard=30')).not.toContain(GEVNINGE);
  });
});

describe('the order', () => {
  test('is that of the scores, which are what the factors and weights make', () => {
    const { db, find } = stage();
    for (let number = 0; number < 15; number++) {
      const id = add(
        db,
        { name: `Huset ${number}` },
        { postcode: '4320', town: 'Lejre', lat: 55.6 + number / 100, lng: 12 },
      );
      slot(db, id, { title: 'Hjælper', scheme: 'fleksjob', tasks: 'Du hjælper.' });
    }
    const { employers, total } = find('place=4320&radiusKm=50');
    expect(total).toBe(18);
    const scores = employers.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const next = find('place=4320&radiusKm=50&page=2').employers;
    expect(new Set([...employers, ...next].map(({ id }) => id)).size).toBe(18);
    expect(next[0]?.score).toBeLessThanOrEqual(scores.at(-1) ?? 0);
  });

  test('is another with other weights, and by id where nothing counts', () => {
    const { names, find } = stage();
    const near = 'place=4320&radiusKm=100&fitWeight=none&freshnessWeight=none&answersWeight=none&fairnessWeight=none';
    expect(names(`${near}&distanceWeight=much`)[0]).toBe(KITCHEN);
    const ids = find(`${near}&distanceWeight=none`).employers.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  test('lets those come first whom nobody asked lately', () => {
    const { db, karim, names } = stage();
    const fair = 'fitWeight=none&freshnessWeight=none&answersWeight=none&fairnessWeight=much';
    expect(names(fair)[0]).toBe(HVALSOE);
    ask(db, karim);
    expect(names(fair).at(-1)).toBe(HVALSOE);
  });
});

describe('what happens is seen at once', () => {
  test('an agreement, a talk, a talk that is taken back, another process’s import', () => {
    const { db, search, karim } = stage();
    const heard = () => {
      const { employers } = search.find(karim, readEmployerSearch(db, new URLSearchParams('q=drivhus'), HOME).query);
      return employerHits(db, karim, employers)[0];
    };
    db.$client
      .prepare('update slots set published_at = ? where organisation_id = ?')
      .run('2025-01-01', hvalsoeGroent(db));
    expect(heard()?.heard).toMatchObject({ by: 'slot', on: '2025-01-01' });
    const on = addDays(today(), -3);
    const id = logApproach(db, karim, {
      organisationId: hvalsoeGroent(db),
      on,
      channel: 'phone',
      subject: 'slot',
      line: null,
    });
    const talked = heard();
    expect(talked?.heard).toMatchObject({ by: 'contact', on });
    expect(talked?.factors.freshness).toBeGreaterThan(0.9);
    removeApproach(db, karim, id);
    expect(heard()?.factors.freshness).toBeLessThan(0.5);
    agreeEnquiry(db, viewerOf(db, 'lone'), ask(db, karim));
    expect(heard()).toMatchObject({
      received: 1,
      record: { asked: 1, answered: 1 },
      factors: { freshness: 1, fairness: 0.5 },
    });
  });

  test('a slot that runs out at midnight', () => {
    const { search, karim, read } = stage();
    const { query } = read('offers=open');
    expect(search.find(karim, query, addDays(today(), 90)).total).toBe(3);
    expect(search.find(karim, query, addDays(today(), 91)).total).toBe(0);
    expect(search.find(karim, query).total).toBe(3);
  });
});

test('a hit says who was in touch, and whether it is a good moment', () => {
  const { db, karim, find } = stage();
  const on = addDays(today(), -1);
  logApproach(db, mette(db), { organisationId: hvalsoeGroent(db), on, channel: 'phone', subject: 'slot', line: null });
  wishForRest(db, viewerOf(db, 'jens'), gevninge(db), { coolDownDays: null, restUntil: addDays(today(), 9) });
  const hits = employerHits(db, karim, find('').employers);
  const of = (name: string) => hits.find((hit) => hit.organisation.name === name)?.etiquette;
  expect(of(HVALSOE)).toMatchObject({ may: 'ask-first', reasons: [{ code: 'lately', last: { name: 'Mette', on } }] });
  expect(of(GEVNINGE)).toEqual({ may: 'no', reasons: [{ code: 'rest', until: addDays(today(), 9) }] });
  expect(of(KITCHEN)).toMatchObject({ may: 'yes', reasons: [{ code: 'free' }] });
  for (const hit of hits) expect(hit.etiquette).toEqual(etiquetteFor(db, karim, hit.id));
});

test('only consultants search', () => {
  const { db, search, read, find } = stage();
  const { query } = read('');
  for (const name of ['ida', 'lone', 'jens', 'tove'] satisfies PersonName[]) {
    expect(() => search.find(viewerOf(db, name), query), name).toThrow(Forbidden);
    expect(() => employerHits(db, viewerOf(db, name), find('').employers), name).toThrow(Forbidden);
  }
  expect(search.find(viewerOf(db, 'yrsa'), query).total).toBe(3);
});

describe('nothing found', () => {
  const ADDRESSES = [
    'offers=open&hours=37&scheme=smaajob',
    'place=4330&radiusKm=1&sector=public',
    'support=outdoors&support=lunch',
    'support=animals',
    'q=drivhus&scheme=fleksjob',
    'leadsToJob=true&network=business-lejre&hours=30',
    'offers=willing&hours=37&sector=public',
    'offers=willing&scheme=fleksjob&q=køkken',
    'offers=open&heard=older',
    'answersWithin=2&sector=public',
    'place=8000&scheme=fleksjob',
  ];
  test.each(ADDRESSES)('%s: each way out finds as many as it says, and no other part alone would help', (address) => {
    const { db, search, karim, read, find } = stage();
    sayWilling(db, bookshop(db), { hoursMin: 3, hoursMax: 10 });
    closeSlot(db, 'system', slotOf(db, gevninge(db)));
    const { query } = read(address);
    const { total, waysOut } = find(address);
    expect(total).toBe(0);
    const now = (changes: Partial<EmployerQuery>) => search.find(karim, { ...query, ...changes }).total;
    const without: Record<string, () => number> = {
      text: () => now({ text: '' }),
      place: () => now({ area: undefined }),
      hours: () => now({ hours: undefined }),
      leadsToJob: () => now({ leadsToJob: false }),
      answersWithin: () => now({ answersWithin: undefined }),
      heard: () => now({ heard: undefined }),
      offers: () => now({ offers: 'both' }),
      schemes: () => now({ schemes: [] }),
      sectors: () => now({ sectors: [] }),
      networks: () => now({ networks: [] }),
    };
    for (const [kind, count] of Object.entries(without))
      expect(waysOut.find((way) => way.kind === kind)?.total ?? 0, kind).toBe(count());
    for (const value of query.support)
      expect(waysOut.find((way) => way.kind === 'support' && way.value === value)?.total ?? 0, value).toBe(
        now({ support: query.support.filter((other) => other !== value) }),
      );
    for (const way of waysOut)
      if (way.kind === 'radius' && query.area)
        expect(way.total).toBe(now({ area: { ...query.area, radiusKm: way.radiusKm } }));
  });
});

describe('an address', () => {
  test('is read whole', () => {
    const { query, problems, place } = stage().read(
      'q=gartner&place=hvals%C3%B8&radiusKm=25&scheme=fleksjob&support=quiet&sector=public&network=green-network&hours=4,5&leadsToJob=true&answersWithin=7&heard=90&offers=willing&fitWeight=none&page=2',
    );
    expect(problems).toEqual([]);
    expect(place?.label).toContain('Hvalsø');
    expect(query).toMatchObject({
      text: 'gartner',
      area: { radiusKm: 25 },
      schemes: ['fleksjob'],
      support: ['quiet'],
      sectors: ['public'],
      networks: ['green-network'],
      hours: 4.5,
      leadsToJob: true,
      answersWithin: 7,
      heard: '90',
      offers: 'willing',
      weights: { fit: 'none', distance: 'much' },
      page: 2,
    });
  });

  test.each([
    ['radiusKm=99999&place=4330', 'radiusKm', 'out-of-range'],
    ['radiusKm=-1', 'radiusKm', 'out-of-range'],
    ['radiusKm=NaN', 'radiusKm', 'not-a-number'],
    ['place=Atlantis', 'place', 'unknown-place'],
    ['near=1,2,3', 'near', 'unknown-place'],
    ['scheme=findes-ikke', 'scheme', 'unknown-value'],
    ['support=__proto__', 'support', 'unknown-value'],
    ['hours=mange', 'hours', 'not-a-number'],
    ['hours=168', 'hours', 'out-of-range'],
    ['hours=2&hours=3', 'hours', 'repeated'],
    ['answersWithin=1', 'answersWithin', 'unknown-value'],
    ['heard=altid', 'heard', 'unknown-value'],
    ['offers=alt', 'offers', 'unknown-value'],
    ['fitWeight=999', 'fitWeight', 'unknown-value'],
    ['page=0', 'page', 'out-of-range'],
    [`q=${'x'.repeat(201)}`, 'q', 'too-long'],
  ])('%s is named, and the rest is searched for', (address, parameter, reason) => {
    const { read, find } = stage();
    expect(read(address).problems).toMatchObject([{ parameter, reason }]);
    expect(find(address).total).toBeGreaterThan(0);
  });
});
