import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { profileHelps } from '#domain/organisations/completeness.ts';
import { contactForm, profileForm, workplaceForm } from '#domain/organisations/form-schema.ts';
import {
  addContact,
  changeContact,
  changeWorkplace,
  declareWilling,
  describeOrganisation,
  makeOffers,
  moveMainWorkplace,
  openWorkplace,
  removeContact,
  removeWorkplace,
  withdrawWilling,
} from '#domain/organisations/profile-commands.ts';
import { findProfileForMember, type MemberProfile } from '#domain/organisations/profile-queries.ts';
import { findOrganisation, type OrganisationProfile } from '#domain/organisations/queries.ts';
import {
  contactInput,
  MOST_CONTACTS,
  type OffersInput,
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

/** The shop as those see it who look after it, with the editions that a form takes along. */
const mine = (): MemberProfile => findProfileForMember(db, mads, shop) as MemberProfile;
const contact = (id: number) => mine().contacts.find((one) => one.id === id)?.edition ?? 0;
const place = (id: number) => mine().workplaces.find((one) => one.id === id)?.edition ?? 0;
const offer = (offers: Partial<OffersInput>, edition = mine().offers.edition) =>
  makeOffers(db, mads, shop, edition, { support: [], schemes: [], ...offers });
const now = (): OrganisationProfile => findOrganisation(db, 'bogladen-i-roskilde') as OrganisationProfile;
const PROFILE: ProfileInput = {
  description: 'Bøger, kaffe og højtlæsning.',
  branch: 'Boghandel',
  website: 'https://bogladen.example',
  links: [{ label: 'Vores program', url: 'https://bogladen.example/program' }],
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

const BY_SCHEME = { kind: 'organisations', text: '', sort: 'relevance', page: 1, pageSize: 50 } as const;

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
  offer({ support: ['quiet', 'animals', 'quiet'] });
  expect(now()).toMatchObject({ offers: ['animals', 'quiet'], support: ['quiet', 'animals'], openSlots: 0 });
  expect(await finds('dyr')).toBe(true);
  expect(() => offer({ support: ['ukendt'] })).toThrow(new Invalid({ support: 'unknown-support' }));
  offer({});
  expect(await finds('dyr')).toBe(false);
});

test('it can be asked about a scheme although no slot is open, and is found by it', async () => {
  const { hits } = await embeddedEngine(db).search({ ...BY_SCHEME, filters: { scheme: ['fleksjob'] } });
  expect(hits.map((hit) => hit.id)).not.toContain(shop);
  offer({ schemes: ['virksomhedspraktik', 'fleksjob'] });
  expect(now()).toMatchObject({ schemes: ['fleksjob', 'virksomhedspraktik'], openSlots: 0 });
  const found = await embeddedEngine(db).search({ ...BY_SCHEME, filters: { scheme: ['fleksjob'] } });
  expect(found.hits.map((hit) => hit.id)).toContain(shop);
  expect(await finds('fleksjob')).toBe(true);
  expect(() => offer({ schemes: ['loentilskud-offentlig'] })).toThrow(new Invalid({ schemes: 'unknown-scheme' }));
});

test('a form that is sent twice does nothing the second time', () => {
  const about = mine().about.edition;
  describeOrganisation(db, mads, shop, about, PROFILE);
  describeOrganisation(db, mads, shop, about, PROFILE);
  const id = addContact(db, mads, shop, CONTACT);
  expect(addContact(db, mads, shop, CONTACT)).toBe(id);
  const edition = contact(id);
  changeContact(db, mads, id, edition, { ...CONTACT, role: 'Ejer' });
  changeContact(db, mads, id, edition, { ...CONTACT, role: 'Ejer' });
  const second = openWorkplace(db, mads, shop, PLACE);
  expect(openWorkplace(db, mads, shop, PLACE)).toBe(second);
  const events = db.$client.prepare(`select verb from events where actor = 'account:7' order by id`).pluck().all();
  expect(events).toEqual(['describeOrganisation', 'addContact', 'changeContact', 'openWorkplace']);
});

test('whoever began from an older edition overwrites nothing, whichever part it is', () => {
  const overtaken = new Conflict('changed-meanwhile');
  const id = addContact(db, mads, shop, CONTACT);
  const house = openWorkplace(db, mads, shop, PLACE);
  const [person, where, offers, willing] = [contact(id), place(house), mine().offers.edition, mine().willing.edition];
  changeContact(db, mads, id, person, { ...CONTACT, role: 'Ejer' });
  changeWorkplace(db, mads, house, where, { ...PLACE, address: 'Hovedgaden 2' });
  offer({ support: ['quiet'] });
  declareWilling(db, mads, shop, willing, { hoursMin: 3, hoursMax: 12 });
  const before = now();
  expect(() => changeContact(db, mads, id, person, { ...CONTACT, role: 'Chef' })).toThrow(overtaken);
  expect(() => changeWorkplace(db, mads, house, where, { ...PLACE, address: 'Hovedgaden 3' })).toThrow(overtaken);
  expect(() => offer({ support: ['animals'] }, offers)).toThrow(overtaken);
  expect(() => declareWilling(db, mads, shop, willing, { hoursMin: 1, hoursMax: 2 })).toThrow(overtaken);
  expect(now()).toEqual(before);
});

test('a place that stays where it is keeps its point on the map', () => {
  const [first] = mine().workplaces;
  db.$client.prepare('update workplaces set lat = 55.7, lng = 12.1 where id = ?').run(first?.id);
  const { id, address, postcode } = mine().workplaces[0] as MemberProfile['workplaces'][number];
  changeWorkplace(db, mads, id, place(id), { ...PLACE, address, postcode, pNumber: '9000000042' });
  expect(now().location).toEqual({ lat: 55.7, lng: 12.1 });
  changeWorkplace(db, mads, id, place(id), { ...PLACE, address: 'Algade 4', postcode, pNumber: '9000000042' });
  expect(now().location).not.toEqual({ lat: 55.7, lng: 12.1 });
});

test('what people type becomes what is kept', () => {
  const given = {
    ...PROFILE,
    website: 'www.bogladen.example',
    phone: '46 40 80 12',
    links: [{ label: 'Program', url: 'bogladen.example/p' }],
  };
  expect(profileForm.parse(given)).toMatchObject({
    website: 'https://www.bogladen.example',
    phone: '+4546408012',
    links: [{ label: 'Program', url: 'https://bogladen.example/p' }],
  });
  expect(workplaceForm.parse({ pNumber: '9000 000 042', address: null, postcode: '4330 Hvalsø', town: null })).toEqual({
    pNumber: '9000000042',
    address: null,
    postcode: '4330',
    town: null,
  });
  expect(workplaceForm.safeParse({ pNumber: null, address: 'Algade 3', postcode: null, town: null }).success).toBe(
    false,
  );
  expect(contactForm.safeParse({ ...CONTACT, phone: 'ring bare' }).error?.issues[0]?.message).toBe('not-a-phone');
  expect(
    profileForm.safeParse({ ...given, links: [{ label: 'Hans 010203-0000', url: 'a.dk' }] }).error?.issues[0],
  ).toMatchObject({
    path: ['links', 0, 'label'],
    message: 'cpr-number',
  });
});

test('it can be willing without an open slot, for so many hours a week', () => {
  declareWilling(db, mads, shop, mine().willing.edition, { hoursMin: 3, hoursMax: 12 });
  expect(now().willing).toEqual({ since: today(), hoursMin: 3, hoursMax: 12 });
  withdrawWilling(db, mads, shop);
  expect(now().willing).toBeNull();
  expect(willingInput.safeParse({ hoursMin: 12, hoursMax: 3 }).success).toBe(false);
  expect(willingInput.safeParse({ hoursMin: 0, hoursMax: 3 }).success).toBe(false);
});

test('contacts come, change and go; each can be reached', () => {
  const id = addContact(db, mads, shop, CONTACT);
  changeContact(db, mads, id, contact(id), { ...CONTACT, role: 'Ejer' });
  expect(now().contacts).toEqual([{ id, ...CONTACT, role: 'Ejer' }]);
  removeContact(db, mads, id);
  expect(now().contacts).toEqual([]);
  expect(() => removeContact(db, mads, id)).toThrow(NotFound);
  expect(contactInput.safeParse({ ...CONTACT, email: null }).error?.issues[0]?.message).toBe('contact-unreachable');
  for (let count = 0; count < MOST_CONTACTS; count++) addContact(db, mads, shop, { ...CONTACT, name: `Mads ${count}` });
  expect(() => addContact(db, mads, shop, CONTACT)).toThrow(new Conflict('too-many-contacts'));
});

test('workplaces come, change, become the main one and go', () => {
  const [first] = now().workplaces;
  const second = openWorkplace(db, mads, shop, PLACE);
  expect(now()).toMatchObject({ town: 'Roskilde', workplaces: [{ main: true }, { main: false, town: 'Hvalsø' }] });
  changeWorkplace(db, mads, second, place(second), { ...PLACE, postcode: '4320', pNumber: '9000000042' });
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
  changeWorkplace(db, mads, id, place(id), { ...PLACE, pNumber: '9000000042', address: 'Hovedgaden 2' });
  expect(() => changeWorkplace(db, mads, id, place(id), { ...PLACE, pNumber: '9000000001' })).toThrow(taken);
  expect(() => openWorkplace(db, mads, shop, { ...PLACE, postcode: '9999' })).toThrow(
    new Invalid({ postcode: 'unknown-postcode' }),
  );
});

test('nobody else changes a profile', () => {
  const person = addContact(db, mads, shop, CONTACT);
  const house = openWorkplace(db, mads, shop, PLACE);
  const before = now();
  for (const attempt of [
    () => describeOrganisation(db, stranger, shop, 1, PROFILE),
    () => makeOffers(db, stranger, shop, mine().offers.edition, { support: ['quiet'], schemes: [] }),
    () => declareWilling(db, stranger, shop, mine().willing.edition, { hoursMin: 1, hoursMax: 2 }),
    () => withdrawWilling(db, stranger, shop),
    () => addContact(db, stranger, shop, CONTACT),
    () => changeContact(db, stranger, person, contact(person), CONTACT),
    () => removeContact(db, stranger, person),
    () => openWorkplace(db, stranger, shop, PLACE),
    () => changeWorkplace(db, stranger, house, place(house), PLACE),
    () => moveMainWorkplace(db, stranger, house),
    () => removeWorkplace(db, stranger, house),
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
  declareWilling(db, mads, shop, mine().willing.edition, { hoursMin: 3, hoursMax: 12 });
  offer({ support: ['quiet'] });
  expect(helps()).toEqual(['commitment', 'picture', 'logo']);
  expect(profileHelps({ ...now(), commitments: 1, pictures: [{ kind: 'logo' }, { kind: 'picture' }] })).toEqual([]);
});
