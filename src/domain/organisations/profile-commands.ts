import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import {
  contacts,
  organisationGoals,
  organisationSchemes,
  organisationSupport,
  organisations,
  type Sector,
  workplaces,
} from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { editionOf, isMade } from '#domain/edition.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { hostableSchemes, validSupportFacts } from '#domain/schemes/queries.ts';
import { timestamp, today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { aboutOf, contactOf, type OrganisationRow, offersOf, organisationRow, placeOf } from './profile-queries.ts';
import {
  type ContactInput,
  MOST_CONTACTS,
  MOST_WORKPLACES,
  type OffersInput,
  type ProfileInput,
  type WillingInput,
  type WorkplaceInput,
} from './schema.ts';
import { insertWorkplace, located } from './steps.ts';

/* What an organisation's own people do to its profile. */

/**
 * Says anew who the organisation is.
 *
 * @param edition the one that the change began from
 * @throws Conflict `changed-meanwhile`, NotFound
 */
export function describeOrganisation(db: Db, who: Who, id: number, edition: number, input: ProfileInput): void {
  editStep(db, who, id, 'describeOrganisation', edition, input, {
    now(row) {
      return { edition: row.edition, says: { ...aboutOf(db, row) } };
    },
    change() {
      const { goals, ...plain } = input;
      db.update(organisations)
        .set({ ...plain, edition: edition + 1 })
        .where(eq(organisations.id, id))
        .run();
      db.delete(organisationGoals).where(eq(organisationGoals.organisationId, id)).run();
      for (const goal of goals) db.insert(organisationGoals).values({ organisationId: id, goal }).run();
    },
  });
}

/**
 * Says what the organisation can offer, and which schemes it can be asked about, whichever slot is open. What was said
 * before may be said again although the law has ended it.
 *
 * @throws Invalid, Conflict `changed-meanwhile`, NotFound
 */
export function makeOffers(db: Db, who: Who, id: number, edition: number, input: OffersInput): void {
  const wanted = { support: [...new Set(input.support)].sort(), schemes: [...new Set(input.schemes)].sort() };
  editStep(db, who, id, 'makeOffers', edition, wanted, {
    now() {
      const says = { ...offersOf(db, id) };
      return { edition: editionOf(says), says };
    },
    change({ sector }) {
      checkOffers(db, id, sector, wanted);
      db.delete(organisationSupport).where(eq(organisationSupport.organisationId, id)).run();
      db.delete(organisationSchemes).where(eq(organisationSchemes.organisationId, id)).run();
      for (const supportFactId of wanted.support)
        db.insert(organisationSupport).values({ organisationId: id, supportFactId }).run();
      for (const schemeId of wanted.schemes)
        db.insert(organisationSchemes).values({ organisationId: id, schemeId }).run();
    },
  });
}

/**
 * Says that it can be asked although no slot is open, for so many hours a week; saying it again makes it fresh.
 *
 * @throws Conflict `changed-meanwhile`, NotFound
 */
export function declareWilling(db: Db, who: Who, id: number, edition: number, input: WillingInput): void {
  editStep(db, who, id, 'declareWilling', edition, input, {
    now({ willingHoursMin: hoursMin, willingHoursMax: hoursMax }) {
      return { edition: editionOf({ hoursMin, hoursMax }), says: { hoursMin, hoursMax } };
    },
    change() {
      db.update(organisations)
        .set({ willingSince: today(), willingHoursMin: input.hoursMin, willingHoursMax: input.hoursMax })
        .where(eq(organisations.id, id))
        .run();
    },
  });
}

/** Says that it would rather not be asked now. @throws NotFound */
export function withdrawWilling(db: Db, who: Who, id: number): void {
  profileStep(db, who, id, 'withdrawWilling', () => {
    db.update(organisations)
      .set({ willingSince: null, willingHoursMin: null, willingHoursMax: null })
      .where(eq(organisations.id, id))
      .run();
  });
}

/** Returns the contact's id; one who is there already stays as they are. @throws Conflict `too-many-contacts`, NotFound */
export function addContact(db: Db, who: Who, organisationId: number, input: ContactInput): number {
  return inTransaction(db, () => {
    kept(who, { organisationId });
    const known = db.select().from(contacts).where(eq(contacts.organisationId, organisationId)).all();
    const same = known.find((one) => editionOf(contactOf(one)) === editionOf(contactOf(input)));
    if (same) return same.id;
    if (known.length >= MOST_CONTACTS) throw new Conflict('too-many-contacts');
    return profileStep(
      db,
      who,
      organisationId,
      'addContact',
      () =>
        db
          .insert(contacts)
          .values({ ...input, organisationId })
          .returning({ id: contacts.id })
          .get().id,
    );
  });
}

/** @throws Conflict `changed-meanwhile`, NotFound */
export function changeContact(db: Db, who: Who, id: number, edition: number, input: ContactInput): void {
  const find = () => kept(who, db.select().from(contacts).where(eq(contacts.id, id)).get());
  editStep(db, who, find().organisationId, 'changeContact', edition, contactOf(input), {
    now() {
      const says = contactOf(find());
      return { edition: editionOf(says), says };
    },
    change() {
      db.update(contacts).set(input).where(eq(contacts.id, id)).run();
    },
  });
}

/** @throws NotFound */
export function removeContact(db: Db, who: Who, id: number): void {
  const { organisationId } = kept(who, db.select().from(contacts).where(eq(contacts.id, id)).get());
  profileStep(db, who, organisationId, 'removeContact', () => {
    db.delete(contacts).where(eq(contacts.id, id)).run();
  });
}

/**
 * A further place of the organisation; its first is its main one. Returns its id; one that is there already stays as
 * it is.
 *
 * @throws Invalid, Conflict, NotFound
 */
export function openWorkplace(db: Db, who: Who, organisationId: number, input: WorkplaceInput): number {
  return inTransaction(db, () => {
    kept(who, { organisationId });
    const known = db.select().from(workplaces).where(eq(workplaces.organisationId, organisationId)).all();
    const wanted = editionOf(placeOf(located(db, input)));
    const same = known.find((one) => editionOf(placeOf(one)) === wanted);
    if (same) return same.id;
    checkWorkplace(db, input);
    if (known.length >= MOST_WORKPLACES) throw new Conflict('too-many-workplaces');
    return profileStep(db, who, organisationId, 'openWorkplace', () =>
      insertWorkplace(db, organisationId, input, !known.some((place) => place.main)),
    );
  });
}

/** A place that stays where it is keeps its point on the map. @throws Invalid, Conflict, NotFound */
export function changeWorkplace(db: Db, who: Who, id: number, edition: number, input: WorkplaceInput): void {
  const find = () => kept(who, db.select().from(workplaces).where(eq(workplaces.id, id)).get());
  const before = find();
  const stays = input.lat === null && input.address === before.address && input.postcode === before.postcode;
  const next = located(db, stays ? { ...input, lat: before.lat, lng: before.lng } : input);
  editStep(db, who, before.organisationId, 'changeWorkplace', edition, placeOf(next), {
    now() {
      const says = placeOf(find());
      return { edition: editionOf(says), says };
    },
    change() {
      checkWorkplace(db, input, id);
      db.update(workplaces).set(next).where(eq(workplaces.id, id)).run();
    },
  });
}

/** Makes a place the one that the organisation is found at. @throws NotFound */
export function moveMainWorkplace(db: Db, who: Who, id: number): void {
  const place = kept(who, db.select().from(workplaces).where(eq(workplaces.id, id)).get());
  profileStep(db, who, place.organisationId, 'moveMainWorkplace', () => {
    db.update(workplaces).set({ main: false }).where(eq(workplaces.organisationId, place.organisationId)).run();
    db.update(workplaces).set({ main: true }).where(eq(workplaces.id, id)).run();
  });
}

/** Its slots are then at the main place, which itself cannot be removed. @throws Conflict `main-workplace`, NotFound */
export function removeWorkplace(db: Db, who: Who, id: number): void {
  const place = kept(who, db.select().from(workplaces).where(eq(workplaces.id, id)).get());
  profileStep(db, who, place.organisationId, 'removeWorkplace', () => {
    if (place.main) throw new Conflict('main-workplace');
    db.delete(workplaces).where(eq(workplaces.id, id)).run();
  });
}

/** One verb: the rule, the change, the event, the search, all of it or nothing. */
function profileStep<Result>(db: Db, who: Who, organisationId: number, verb: string, change: () => Result): Result {
  return inTransaction(db, () => {
    kept(who, organisationRow(db, organisationId) && { organisationId });
    const result = change();
    db.update(organisations).set({ updatedAt: timestamp() }).where(eq(organisations.id, organisationId)).run();
    recordEvent(db, { actor: nameOf(who), verb, noun: 'organisation', nounId: organisationId });
    indexOrganisations(db, [organisationId]);
    return result;
  });
}

interface Edit {
  now: (row: OrganisationRow) => { edition: number; says: Record<string, unknown> };
  change: (row: OrganisationRow) => void;
}

/** A verb that changes what is there: whoever began from an older edition overwrites nothing. */
function editStep(
  db: Db,
  who: Who,
  organisationId: number,
  verb: string,
  edition: number,
  wanted: Record<string, unknown>,
  { now, change }: Edit,
): void {
  inTransaction(db, () => {
    kept(who, { organisationId });
    const row = organisationRow(db, organisationId);
    if (!row) throw new NotFound();
    if (!isMade(edition, now(row), wanted)) profileStep(db, who, organisationId, verb, () => change(row));
  });
}

function checkOffers(db: Db, organisationId: number, sector: Sector, { support, schemes }: OffersInput): void {
  const before = offersOf(db, organisationId);
  const facts = new Set([...before.support, ...validSupportFacts(db).map(({ id }) => id)]);
  if (support.some((fact) => !facts.has(fact))) throw new Invalid({ support: 'unknown-support' });
  const welcome = new Set([...before.schemes, ...hostableSchemes(db, sector).map(({ id }) => id)]);
  if (schemes.some((scheme) => !welcome.has(scheme))) throw new Invalid({ schemes: 'unknown-scheme' });
}

function checkWorkplace(db: Db, { postcode, pNumber }: WorkplaceInput, own?: number): void {
  if (postcode && !statement(db, 'select 1 from postcodes where code = ?').get(postcode))
    throw new Invalid({ postcode: 'unknown-postcode' });
  const holder = pNumber ? db.select().from(workplaces).where(eq(workplaces.pNumber, pNumber)).get() : undefined;
  if (holder && holder.id !== own) throw new Conflict('p-number-taken', 'pNumber');
}
