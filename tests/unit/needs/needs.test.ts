import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { closeSettledNeeds, declineSuggestion, postNeed, withdrawNeed } from '#domain/needs/commands.ts';
import {
  findNeed,
  findSuggestion,
  matchingOrganisations,
  needById,
  openNeeds,
  suggestionsFor,
  supplyGaps,
} from '#domain/needs/queries.ts';
import { hasRunOut, organisationMatches, slotFromNeed, slotMeets, type Wanted } from '#domain/needs/rules.ts';
import { type NeedInput, needInput } from '#domain/needs/schema.ts';
import { declareWilling, makeOffers } from '#domain/organisations/profile-commands.ts';
import { findProfileForMember } from '#domain/organisations/profile-queries.ts';
import { openSlot } from '#domain/slots/commands.ts';
import { slotDraft } from '#domain/slots/schema.ts';
import { addDays, today } from '#domain/time.ts';
import { readEnvironment } from '#lib/environment.ts';
import { startWorkers } from '../../../scripts/serve/workers.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { eventsOf, gevninge, hvalsoeGroent } from '../../fixtures/job-centre.ts';
import { idOf, viewerOf } from '../../fixtures/people.ts';
import { codeOf } from '../../fixtures/refusals.ts';

/** “Five places, about four hours a week, outdoors, near a bus”. */
const FIVE_OUTDOORS: NeedInput = {
  places: 5,
  hoursMin: 3,
  hoursMax: 5,
  scheme: 'smaajob',
  support: ['outdoors', 'near-bus'],
  postcode: '4330',
  radiusKm: 15,
  fromMonth: addDays(today(), 62).slice(0, 7),
  line: 'Gerne på en gård',
};

const post = (db: Db, viewer: Viewer, given: Partial<NeedInput> = {}) =>
  postNeed(db, viewer, { ...FIVE_OUTDOORS, ...given });

function open(db: Db, organisationId: number, given: object = {}): void {
  openSlot(db, 'test', organisationId, {
    title: 'Udeholdet',
    scheme: 'smaajob',
    occupation: null,
    tasks: 'Du hjælper til på marken.',
    hoursMin: 2,
    hoursMax: 4,
    weeks: null,
    positions: 3,
    filled: 0,
    startsOn: null,
    expiresOn: addDays(today(), 60),
    support: ['outdoors', 'near-bus', 'mentor'],
    leadsToJob: false,
    contactName: null,
    ladder: [],
    ...given,
  });
}

describe('what meets a need', () => {
  const need: Wanted = {
    hoursMin: 3,
    hoursMax: 5,
    scheme: { id: 'smaajob', hosts: 'all' },
    support: ['outdoors', 'quiet'],
    at: { lat: 55.59, lng: 11.86 },
    radiusKm: 10,
  };
  const slot = {
    hoursMin: 5,
    hoursMax: 15,
    schemeId: 'smaajob',
    support: ['quiet', 'outdoors', 'lunch'],
    location: { lat: 55.6, lng: 11.9 },
  };

  test.each([
    ['it does', {}, true],
    ['too many hours', { hoursMin: 6 }, false],
    ['too few hours', { hoursMin: 1, hoursMax: 2 }, false],
    ['another scheme', { schemeId: 'fleksjob' }, false],
    ['a fact is missing', { support: ['outdoors'] }, false],
    ['too far away', { location: { lat: 55.8, lng: 11.9 } }, false],
    ['nowhere', { location: null }, false],
  ])('a slot: %s', (_, given, meets) => {
    expect(slotMeets(need, { ...slot, ...given })).toBe(meets);
    if (meets) expect(slotMeets({ ...need, scheme: null }, { ...slot, schemeId: 'fleksjob' })).toBe(true);
  });

  const organisation = {
    sector: 'ordinary' as const,
    support: ['outdoors'],
    schemes: [],
    willing: { hoursMin: 2, hoursMax: 8 },
    location: { lat: 55.6, lng: 11.9 },
  };

  test.each([
    ['it does', {}, true],
    ['does not say how many hours', { willing: null }, true],
    ['other hours', { willing: { hoursMin: 15, hoursMax: 20 } }, false],
    ['nothing of what is asked for', { support: ['lunch'] }, false],
    ['too far away', { location: { lat: 55.8, lng: 11.9 } }, false],
    ['is open to the scheme', { schemes: ['fleksjob', 'smaajob'] }, true],
    ['is open to other schemes only', { schemes: ['fleksjob'] }, false],
  ])('an organisation: %s', (_, given, matches) => {
    expect(organisationMatches(need, { ...organisation, ...given })).toBe(matches);
  });

  test('an organisation may not host what the law gives to others', () => {
    const publicOnly = { ...need, scheme: { id: 'nytteindsats', hosts: 'public' as const } };
    expect(organisationMatches(publicOnly, organisation)).toBe(false);
    expect(organisationMatches(publicOnly, { ...organisation, sector: 'public' })).toBe(true);
  });

  test('it runs out half a year after its month', () => {
    const one = { fromMonth: '2027-03', postedOn: '2026-11-25' };
    expect(['2027-08-31', '2027-09-01'].map((day) => hasRunOut(one, day))).toEqual([false, true]);
    expect(hasRunOut({ fromMonth: '2026-11', postedOn: '2026-11-25' }, '2027-05-01')).toBe(true);
  });
});

describe('a need', () => {
  test('has no room for a person', () => {
    expect(needInput.safeParse(FIVE_OUTDOORS).success).toBe(true);
    for (const line of ['Til Mette, der har angst', '010203-0000', 'født 12.03.1984', 'to\nlinjer', 'x'.repeat(121)])
      expect(needInput.safeParse({ ...FIVE_OUTDOORS, line }).success).toBe(false);
    expect(Object.keys(needInput.shape).sort()).toEqual(
      ['fromMonth', 'hoursMax', 'hoursMin', 'line', 'places', 'postcode', 'radiusKm', 'scheme', 'support'].sort(),
    );
  });

  test('is posted and withdrawn by consultants, read by coordinators too', () => {
    const db = smallDirectory();
    const [karim, lone, tove] = [viewerOf(db, 'karim'), viewerOf(db, 'lone'), viewerOf(db, 'tove')];
    expect(codeOf(() => post(db, lone))).toBe('Forbidden');
    for (const [given, code] of [
      [{ scheme: 'fastholdelsesfleksjob' }, 'not-a-choice'],
      [{ support: ['ukendt'] }, 'not-a-choice'],
      [{ postcode: '0001' }, 'unknown-postcode'],
      [{ fromMonth: '2020-01' }, 'month-past'],
    ] as const)
      expect(codeOf(() => post(db, karim, given as Partial<NeedInput>))).toBe(code);
    const id = post(db, karim);
    expect(openNeeds(db, tove)).toMatchObject([{ need: { id, town: 'Hvalsø', places: 5 }, found: 0, missing: 5 }]);
    expect([openNeeds(db, lone), findNeed(db, lone, id)]).toEqual([[], undefined]);
    withdrawNeed(db, karim, id);
    expect(findNeed(db, karim, id)?.need.state).toBe('withdrawn');
    expect(codeOf(() => withdrawNeed(db, karim, id))).toBe('need-closed');
    expect(JSON.stringify(eventsOf(db))).not.toContain('gård');
  });

  test('reaches the organisations whose profile matches, until they decline or have such a slot', () => {
    const db = smallDirectory();
    const [karim, lone, jens] = [viewerOf(db, 'karim'), viewerOf(db, 'lone'), viewerOf(db, 'jens')];
    const at = hvalsoeGroent(db);
    const id = post(db, karim);
    // Hvalsø Grønt works outdoors; the carpenter is near and says nothing of what is asked for.
    const need = needById(db, id);
    expect(matchingOrganisations(db, need as never)).toEqual([{ id: at, share: 0.5 }]);
    expect(suggestionsFor(db, lone, at).map((one) => one.id)).toEqual([id]);
    expect(suggestionsFor(db, jens, at)).toEqual([]);
    expect(suggestionsFor(db, jens, gevninge(db))).toEqual([]);
    const before = findProfileForMember(db, jens, gevninge(db));
    const offers = { support: ['near-bus', 'outdoors'], schemes: [] };
    makeOffers(db, jens, gevninge(db), before?.offers.edition ?? 0, offers);
    declareWilling(db, jens, gevninge(db), before?.willing.edition ?? 0, { hoursMin: 2, hoursMax: 6 });
    expect(matchingOrganisations(db, need as never)).toEqual([
      { id: gevninge(db), share: 1 },
      { id: at, share: 0.5 },
    ]);
    declineSuggestion(db, jens, gevninge(db), id);
    expect(codeOf(() => declineSuggestion(db, jens, at, id))).toBe('NotFound');
    expect(suggestionsFor(db, jens, gevninge(db))).toEqual([]);
    expect(matchingOrganisations(db, need as never).map((one) => one.id)).toEqual([at]);
    open(db, at);
    expect(suggestionsFor(db, lone, at)).toEqual([]);
  });

  test('is not put to a bare row of a member list', () => {
    const db = smallDirectory();
    post(db, viewerOf(db, 'karim'), { support: [], scheme: null, radiusKm: 50 });
    const [{ need } = { need: undefined }] = openNeeds(db, viewerOf(db, 'karim'));
    expect(matchingOrganisations(db, need as never).map((one) => one.id)).not.toContain(
      idOf(db, 'organisations', 'Bogladen i Roskilde'),
    );
  });

  test('is nothing to whom it is not put, or not any longer', () => {
    const db = smallDirectory();
    const [karim, lone, jens] = [viewerOf(db, 'karim'), viewerOf(db, 'lone'), viewerOf(db, 'jens')];
    const at = hvalsoeGroent(db);
    const [kept, withdrawn, declined] = [post(db, karim), post(db, karim), post(db, karim)];
    withdrawNeed(db, karim, withdrawn);
    declineSuggestion(db, lone, at, declined);
    const found = [kept, withdrawn, declined, 999].map((id) => findSuggestion(db, lone, at, id)?.id);
    expect(found).toEqual([kept, undefined, undefined, undefined]);
    expect(findSuggestion(db, jens, at, kept)).toBeUndefined();
  });

  test('fills in a slot’s form', () => {
    const db = smallDirectory();
    const id = post(db, viewerOf(db, 'karim'));
    const suggestion = findSuggestion(db, viewerOf(db, 'lone'), hvalsoeGroent(db), id);
    const slot = slotFromNeed(suggestion as never, today());
    expect(slot).toEqual({
      positions: 5,
      hoursMin: 3,
      hoursMax: 5,
      support: expect.arrayContaining(['outdoors', 'near-bus']),
      startsOn: `${FIVE_OUTDOORS.fromMonth}-01`,
      scheme: 'smaajob',
    });
    expect(slotDraft.parse(slot)).toEqual(slot);
    expect(
      slotFromNeed(
        { ...(suggestion as never as Parameters<typeof slotFromNeed>[0]), fromMonth: today().slice(0, 7) },
        today(),
      ).startsOn,
    ).toBeNull();
  });

  test('closes itself when it is met, by slots that were opened since', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    const at = hvalsoeGroent(db);
    open(db, at, { title: 'Fra før', positions: 9 });
    db.$client.exec(`update slots set published_at = '2020-01-01T00:00:00.000Z' where title = 'Fra før'`);
    const id = post(db, karim);
    open(db, at);
    open(db, gevninge(db), { title: 'Inde', support: ['near-bus'], positions: 9 });
    expect(findNeed(db, karim, id)).toMatchObject({ found: 3, missing: 2 });
    expect(closeSettledNeeds(db)).toBe(0);
    open(db, gevninge(db), {
      title: 'Ude',
      hoursMin: 1,
      hoursMax: 2,
      ladder: [
        { fromWeek: 0, hours: 1 },
        { fromWeek: 8, hours: 4 },
      ],
    });
    expect(closeSettledNeeds(db)).toBe(1);
    expect(findNeed(db, karim, id)?.need).toMatchObject({ state: 'met', closedAt: expect.any(String) });
    expect([openNeeds(db, karim), closeSettledNeeds(db)]).toEqual([[], 0]);
    const late = post(db, karim, { support: ['quiet'] });
    expect(closeSettledNeeds(db, addDays(today(), 300))).toBe(1);
    expect(needById(db, late)?.state).toBe('expired');
  });

  test('is closed by the portal that serves, without anybody asking', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plads-needs-'));
    const db = smallDirectory(join(folder, 'plads.db'));
    const id = post(db, viewerOf(db, 'karim'), { places: 3 });
    open(db, hvalsoeGroent(db));
    const workers = startWorkers(readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent' }));
    try {
      await expect.poll(() => needById(db, id)?.state).toBe('met');
      expect(findSuggestion(db, viewerOf(db, 'jens'), gevninge(db), id)).toBeUndefined();
    } finally {
      await workers.stop();
      db.$client.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('shows where supply is missing', () => {
    const db = smallDirectory();
    const karim = viewerOf(db, 'karim');
    post(db, karim);
    post(db, karim, { places: 2, scheme: null, support: ['outdoors'], postcode: '4320' });
    open(db, hvalsoeGroent(db), { positions: 2 });
    expect(supplyGaps(db, viewerOf(db, 'tove'))).toEqual({
      wanted: 7,
      missing: 3,
      byScheme: [{ key: 'smaajob', missing: 3 }],
      bySupport: [
        { key: expect.any(String), missing: 3 },
        { key: expect.any(String), missing: 3 },
      ],
      byTown: [{ key: 'Hvalsø', missing: 3 }],
    });
    expect(supplyGaps(db, viewerOf(db, 'lone')).wanted).toBe(0);
  });
});
