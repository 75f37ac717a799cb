import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import {
  contacts,
  organisationGoals,
  organisationSchemes,
  organisationSupport,
  organisations,
  workplaces,
} from '#db/schema/organisations.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { editionOf } from '#domain/edition.ts';
import type { ContactInput, OffersInput, ProfileInput, WorkplaceInput } from './schema.ts';

/* A profile as those see it who look after it: in parts, each ready to be put into a form. */

/** A part with the number that tells whether it has been changed since. */
export type Edited<Part> = Part & { edition: number };

export interface MemberProfile {
  about: Edited<ProfileInput>;
  offers: Edited<OffersInput>;
  /** Of hours a week, or of nothing where it would rather not be asked. */
  willing: Edited<{ since: string | null; hoursMin: number | null; hoursMax: number | null }>;
  contacts: Edited<ContactInput & { id: number }>[];
  workplaces: Edited<WorkplaceInput & { id: number; main: boolean }>[];
}

/** Nothing for an organisation that the viewer does not look after. */
export function findProfileForMember(db: Db, viewer: Viewer, organisationId: number): MemberProfile | undefined {
  const row = looksAfter(viewer, organisationId) ? organisationRow(db, organisationId) : undefined;
  if (!row) return undefined;
  const offers = offersOf(db, organisationId);
  const willing = { hoursMin: row.willingHoursMin, hoursMax: row.willingHoursMax };
  return {
    about: { ...aboutOf(db, row), edition: row.edition },
    offers: { ...offers, edition: editionOf({ ...offers }) },
    willing: { since: row.willingSince, ...willing, edition: editionOf(willing) },
    contacts: db
      .select()
      .from(contacts)
      .where(eq(contacts.organisationId, organisationId))
      .orderBy(asc(contacts.id))
      .all()
      .map((one) => ({ id: one.id, ...contactOf(one), edition: editionOf(contactOf(one)) })),
    workplaces: db
      .select()
      .from(workplaces)
      .where(eq(workplaces.organisationId, organisationId))
      .orderBy(asc(workplaces.id))
      .all()
      .map((one) => ({ id: one.id, main: one.main, ...placeOf(one), edition: editionOf(placeOf(one)) })),
  };
}

export type OrganisationRow = typeof organisations.$inferSelect;

export const organisationRow = (db: Db, id: number): OrganisationRow | undefined =>
  db.select().from(organisations).where(eq(organisations.id, id)).get();

/** What it tells about itself: its own goals, without those of its commitments. */
export function aboutOf(db: Db, row: OrganisationRow): ProfileInput {
  const { description, branch, website, links, email, phone, languages } = row;
  const goals = db
    .select()
    .from(organisationGoals)
    .where(eq(organisationGoals.organisationId, row.id))
    .orderBy(asc(organisationGoals.goal))
    .all()
    .map(({ goal }) => goal);
  return {
    description,
    branch,
    website,
    links,
    email,
    phone,
    languages: languages as ProfileInput['languages'],
    goals,
  };
}

export function offersOf(db: Db, organisationId: number): OffersInput {
  const support = db
    .select({ id: organisationSupport.supportFactId })
    .from(organisationSupport)
    .where(eq(organisationSupport.organisationId, organisationId))
    .orderBy(asc(organisationSupport.supportFactId))
    .all();
  const schemes = db
    .select({ id: organisationSchemes.schemeId })
    .from(organisationSchemes)
    .where(eq(organisationSchemes.organisationId, organisationId))
    .orderBy(asc(organisationSchemes.schemeId))
    .all();
  return { support: support.map(({ id }) => id), schemes: schemes.map(({ id }) => id) };
}

export function contactOf({ name, role, email, phone }: ContactInput) {
  return { name, role, email, phone };
}

export function placeOf({ pNumber, address, postcode, town, lat, lng }: WorkplaceInput) {
  return { pNumber, address, postcode, town, lat, lng };
}
