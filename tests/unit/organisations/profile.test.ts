import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { profileHelps } from '#domain/organisations/completeness.ts';
import {
  addContact,
  changeContact,
  changeWorkplace,
  declareWilling,
  describeOrganisation,
  moveMainWorkplace,
  offerSupport,
  openWorkplace,
  removeContact,
  removeWorkplace,
  withdrawWilling,
} from '#domain/organisations/profile-commands.ts';
import { findOrganisation, type OrganisationProfile } from '#domain/organisations/queries.ts';
import {
  contactInput,
  MOST_CONTACTS,
  type ProfileInput,
  profileInput,
  type WorkplaceInput,
  willingInput,
} from '#domain/organisations/schema.ts';
import { today } from '#domain/time.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { smallDirectory } from '../../fixtures/directory.ts';
import { lastEvent, organisationId, ownerOf } from '../../fixtures/viewers.ts';

let db: Db;
let shop: number;
let mads: Viewer;
let stranger: Viewer;

beforeEach(() => {
  db = smallDirectory();
  shop = organisationId(db, 'Bogladen i Roskilde');
  mads = ownerOf(db, 7, 'Bogladen i Roskilde');
  stranger = ownerOf(db, 8, 'Hvalsø Grønt');
});

const now = (): OrganisationProfile => findOrganisation(db, 'bogladen-i-roskilde') as OrganisationProfile;
const PROFILE: ProfileInput = {
  description: 'Bøger, kaffe og højtlæsning.',
  branch: 'Boghandel',
  website: 'https://bogladen.example',
  email: 'hej@bogladen.example',
  phone: '+4546408012',
  languages: ['da', 'uk', 'dsl'],
  goals: [4, 10, 11],
};
const PLACE: WorkplaceInput = {
  pNumber: null,
  address: 'Hovedgaden 1',
  postcode: '4330',
  town: null,
  lat: null,
  lng: null,
};
const CONTACT = { name: 'Mads Bøg', role: 'Indehaver', email: 'mads@bogladen.example', phone: null };

async function finds(text: string): Promise<boolean> {
  const { hits } = await embeddedEngine(db).search({
    kind: 'organisations',
    text,
    filters: {},
    sort: 'relevance',
    page: 1,
    pageSize: 50,
  });
  return hits.some((hit) => hit.id === shop);
}

test('an organisation says anew who it is, and an older edition overwrites nothing', () => {
  describeOrganisation(db, mads, shop, 1, PROFILE);
  expect(now()).toMatchObject({ description: PROFILE.description, languages: ['da', 'uk', 'dsl'], sdgs: [4, 10, 11] });
  expect(lastEvent(db)).toMatchObject({ actor: 'account:7', verb: 'describeOrganisation', noun_id: shop });
  expect(() => describeOrganisation(db, mads, shop, 1, { ...PROFILE, goals: [1] })).toThrow(
    new Conflict('changed-meanwhile'),
  );
  expect(now().sdgs).toEqual([4, 10, 11]);
});

test('a profile has three main goals at most, known languages, and nothing about citizens', () => {
  const problem = (changes: object) => profileInput.safeParse({ ...PROFILE, ...changes }).error?.issues[0]?.message;
  expect(problem({})).toBeUndefined();
  expect(problem({ goals: [1, 2, 3, 4] })).toBe('too-many-goals');
  expect(problem({ goals: [4, 4] })).toBe('not-a-goal');
  expect(problem({ languages: ['xx'] })).toBe('unknown-language');
  expect(problem({ description: 'Spørg 010203-0000' })).toBe('cpr-number');
});

test('what it can offer is shown and searched for, without an open slot', async () => {
  expect(await finds('dyr')).toBe(false);
  offerSupport(db, mads, shop, ['animals', 'quiet', 'animals']);
  expect(now()).toMatchObject({ offers: ['animals', 'quiet'], support: ['quiet', 'animals'], openSlots: 0 });
  expect(await finds('dyr')).toBe(true);
  expect(() => offerSupport(db, mads, shop, ['ukendt'])).toThrow(new Invalid({ support: 'unknown-support' }));
  offerSupport(db, mads, shop, []);
  expect(await finds('dyr')).toBe(false);
});

test('it can be willing without an open slot, for so many hours a week', () => {
  declareWilling(db, mads, shop, { hoursMin: 3, hoursMax: 12 });
  expect(now().willing).toEqual({ since: today(), hoursMin: 3, hoursMax: 12 });
  withdrawWilling(db, mads, shop);
  expect(now().willing).toBeNull();
  expect(willingInput.safeParse({ hoursMin: 12, hoursMax: 3 }).success).toBe(false);
  expect(willingInput.safeParse({ hoursMin: 0, hoursMax: 3 }).success).toBe(false);
});

test('contacts come, change and go; each can be reached', () => {
  const id = addContact(db, mads, shop, CONTACT);
  changeContact(db, mads, id, { ...CONTACT, role: 'Ejer' });
  expect(now().contacts).toEqual([{ id, ...CONTACT, role: 'Ejer' }]);
  removeContact(db, mads, id);
  expect(now().contacts).toEqual([]);
  expect(() => removeContact(db, mads, id)).toThrow(NotFound);
  expect(contactInput.safeParse({ ...CONTACT, email: null }).error?.issues[0]?.message).toBe('contact-unreachable');
  for (let count = 0; count < MOST_CONTACTS; count++) addContact(db, mads, shop, CONTACT);
  expect(() => addContact(db, mads, shop, CONTACT)).toThrow(new Conflict('too-many-contacts'));
});

test('workplaces come, change, become the main one and go', () => {
  const [first] = now().workplaces;
  const second = openWorkplace(db, mads, shop, PLACE);
  expect(now()).toMatchObject({ town: 'Roskilde', workplaces: [{ main: true }, { main: false, town: 'Hvalsø' }] });
  changeWorkplace(db, mads, second, { ...PLACE, postcode: '4320', pNumber: '9000000042' });
  moveMainWorkplace(db, mads, second);
  expect(now()).toMatchObject({ town: 'Lejre', municipality: '0350' });
  expect(() => removeWorkplace(db, mads, second)).toThrow(new Conflict('main-workplace'));
  removeWorkplace(db, mads, first?.id ?? 0);
  expect(now().workplaces).toHaveLength(1);
});

test('a P-number belongs to one workplace, and a postcode has to be there', () => {
  const taken = new Conflict('p-number-taken', 'pNumber');
  expect(() => openWorkplace(db, mads, shop, { ...PLACE, pNumber: '9000000001' })).toThrow(taken);
  const id = openWorkplace(db, mads, shop, { ...PLACE, pNumber: '9000000042' });
  changeWorkplace(db, mads, id, { ...PLACE, pNumber: '9000000042', address: 'Hovedgaden 2' });
  expect(() => changeWorkplace(db, mads, id, { ...PLACE, pNumber: '9000000001' })).toThrow(taken);
  expect(() => openWorkplace(db, mads, shop, { ...PLACE, postcode: '9999' })).toThrow(
    new Invalid({ postcode: 'unknown-postcode' }),
  );
});

test('nobody else changes a profile', () => {
  const contact = addContact(db, mads, shop, CONTACT);
  const place = openWorkplace(db, mads, shop, PLACE);
  const before = now();
  for (const attempt of [
    () => describeOrganisation(db, stranger, shop, 1, PROFILE),
    () => offerSupport(db, stranger, shop, ['quiet']),
    () => declareWilling(db, stranger, shop, { hoursMin: 1, hoursMax: 2 }),
    () => withdrawWilling(db, stranger, shop),
    () => addContact(db, stranger, shop, CONTACT),
    () => changeContact(db, stranger, contact, CONTACT),
    () => removeContact(db, stranger, contact),
    () => openWorkplace(db, stranger, shop, PLACE),
    () => changeWorkplace(db, stranger, place, PLACE),
    () => moveMainWorkplace(db, stranger, place),
    () => removeWorkplace(db, stranger, place),
  ])
    expect(attempt).toThrow(NotFound);
  expect(now()).toEqual(before);
});

test('what would help is named, what helps most first, and gets shorter', () => {
  const helps = () => profileHelps({ ...now(), commitments: 0, pictures: [] });
  expect(helps()).toEqual([
    'description',
    'contact',
    'slot-or-willing',
    'offers',
    'commitment',
    'picture',
    'logo',
    'website',
  ]);
  describeOrganisation(db, mads, shop, 1, { ...PROFILE, description: 'Bøger og kaffe i gågaden. '.repeat(5).trim() });
  declareWilling(db, mads, shop, { hoursMin: 3, hoursMax: 12 });
  offerSupport(db, mads, shop, ['quiet']);
  expect(helps()).toEqual(['commitment', 'picture', 'logo']);
  expect(profileHelps({ ...now(), commitments: 1, pictures: [{ kind: 'logo' }, { kind: 'picture' }] })).toEqual([]);
});
