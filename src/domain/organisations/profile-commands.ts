import { and, eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import {
  contacts,
  organisationGoals,
  organisationSupport,
  organisations,
  workplaces,
} from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { validSupportFacts } from '#domain/schemes/queries.ts';
import { timestamp, today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import {
  type ContactInput,
  MOST_CONTACTS,
  MOST_WORKPLACES,
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
  profileStep(db, who, id, 'describeOrganisation', () => {
    const { goals, ...plain } = input;
    const changed = db
      .update(organisations)
      .set({ ...plain, edition: edition + 1 })
      .where(and(eq(organisations.id, id), eq(organisations.edition, edition)))
      .run();
    if (changed.changes === 0) throw new Conflict('changed-meanwhile');
    db.delete(organisationGoals).where(eq(organisationGoals.organisationId, id)).run();
    if (goals.length > 0)
      db.insert(organisationGoals)
        .values(goals.map((goal) => ({ organisationId: id, goal })))
        .run();
  });
}

/** Says what the organisation can offer, whichever slot is open. @throws Invalid, NotFound */
export function offerSupport(db: Db, who: Who, id: number, facts: string[]): void {
  profileStep(db, who, id, 'offerSupport', () => {
    const offered = db.select().from(organisationSupport).where(eq(organisationSupport.organisationId, id)).all();
    const known = new Set(
      [...validSupportFacts(db), ...offered.map((row) => ({ id: row.supportFactId }))].map((fact) => fact.id),
    );
    if (facts.some((fact) => !known.has(fact))) throw new Invalid({ support: 'unknown-support' });
    db.delete(organisationSupport).where(eq(organisationSupport.organisationId, id)).run();
    for (const supportFactId of new Set(facts))
      db.insert(organisationSupport).values({ organisationId: id, supportFactId }).run();
  });
}

/** Says that it can be asked although no slot is open, for so many hours a week; saying it again makes it fresh. */
export function declareWilling(db: Db, who: Who, id: number, { hoursMin, hoursMax }: WillingInput): void {
  profileStep(db, who, id, 'declareWilling', () => {
    db.update(organisations)
      .set({ willingSince: today(), willingHoursMin: hoursMin, willingHoursMax: hoursMax })
      .where(eq(organisations.id, id))
      .run();
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

/** Returns the contact's id. @throws Conflict `too-many-contacts`, NotFound */
export function addContact(db: Db, who: Who, organisationId: number, input: ContactInput): number {
  return profileStep(db, who, organisationId, 'addContact', () => {
    const known = db.select().from(contacts).where(eq(contacts.organisationId, organisationId)).all();
    if (known.length >= MOST_CONTACTS) throw new Conflict('too-many-contacts');
    return db
      .insert(contacts)
      .values({ ...input, organisationId })
      .returning({ id: contacts.id })
      .get().id;
  });
}

/** @throws NotFound */
export function changeContact(db: Db, who: Who, id: number, input: ContactInput): void {
  const { organisationId } = kept(who, db.select().from(contacts).where(eq(contacts.id, id)).get());
  profileStep(db, who, organisationId, 'changeContact', () => {
    db.update(contacts).set(input).where(eq(contacts.id, id)).run();
  });
}

/** @throws NotFound */
export function removeContact(db: Db, who: Who, id: number): void {
  const { organisationId } = kept(who, db.select().from(contacts).where(eq(contacts.id, id)).get());
  profileStep(db, who, organisationId, 'removeContact', () => {
    db.delete(contacts).where(eq(contacts.id, id)).run();
  });
}

/** A further place of the organisation; its first is its main one. Returns its id. @throws Invalid, Conflict, NotFound */
export function openWorkplace(db: Db, who: Who, organisationId: number, input: WorkplaceInput): number {
  return profileStep(db, who, organisationId, 'openWorkplace', () => {
    checkWorkplace(db, input);
    const known = placesOf(db, organisationId);
    if (known.length >= MOST_WORKPLACES) throw new Conflict('too-many-workplaces');
    return insertWorkplace(db, organisationId, input, !known.some((place) => place.main));
  });
}

/** @throws Invalid, Conflict `p-number-taken`, NotFound */
export function changeWorkplace(db: Db, who: Who, id: number, input: WorkplaceInput): void {
  const before = kept(who, db.select().from(workplaces).where(eq(workplaces.id, id)).get());
  profileStep(db, who, before.organisationId, 'changeWorkplace', () => {
    checkWorkplace(db, input, id);
    db.update(workplaces).set(located(db, input)).where(eq(workplaces.id, id)).run();
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
    kept(who, statement<{ organisationId: number }>(db, ORGANISATION).get(organisationId));
    const result = change();
    db.update(organisations).set({ updatedAt: timestamp() }).where(eq(organisations.id, organisationId)).run();
    recordEvent(db, { actor: nameOf(who), verb, noun: 'organisation', nounId: organisationId });
    indexOrganisations(db, [organisationId]);
    return result;
  });
}

const ORGANISATION = 'select id as organisationId from organisations where id = ?';

const placesOf = (db: Db, organisationId: number) =>
  db.select().from(workplaces).where(eq(workplaces.organisationId, organisationId)).all();

function checkWorkplace(db: Db, { postcode, pNumber }: WorkplaceInput, own?: number): void {
  if (postcode && !statement(db, 'select 1 from postcodes where code = ?').get(postcode))
    throw new Invalid({ postcode: 'unknown-postcode' });
  const holder = pNumber ? db.select().from(workplaces).where(eq(workplaces.pNumber, pNumber)).get() : undefined;
  if (holder && holder.id !== own) throw new Conflict('p-number-taken', 'pNumber');
}
