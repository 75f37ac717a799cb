import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import {
  contacts,
  organisationSlugs,
  organisationSupport,
  organisations,
  workplaces,
} from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { type OrganisationCard, organisationCards } from './cards.ts';

/** All that an organisation's own page shows, beside its commitments and slots. */
export interface OrganisationProfile extends OrganisationCard {
  website: string | null;
  email: string | null;
  phone: string | null;
  /** ISO 639 codes. */
  languages: string[];
  /** Whether somebody there gets what is written to it by the portal. */
  isReachable: boolean;
  /** Support facts that it offers itself, whichever slot is open. */
  offers: string[];
  contacts: { id: number; name: string; role: string | null; email: string | null; phone: string | null }[];
  workplaces: {
    id: number;
    pNumber: string | null;
    main: boolean;
    address: string | null;
    postcode: string | null;
    town: string | null;
    lat: number | null;
    lng: number | null;
  }[];
}

export function findOrganisation(db: Db, slug: string): OrganisationProfile | undefined {
  const organisation = db.select().from(organisations).where(eq(organisations.slug, slug)).get();
  const card = organisation && organisationCards(db, [organisation.id])[0];
  if (!card) return undefined;
  const { website, email, phone, languages } = organisation;
  return {
    ...card,
    website,
    email,
    phone,
    languages,
    isReachable: statement(db, IS_REACHABLE).get({ id: organisation.id }) !== undefined,
    offers: db
      .select({ id: organisationSupport.supportFactId })
      .from(organisationSupport)
      .where(eq(organisationSupport.organisationId, organisation.id))
      .all()
      .map((row) => row.id),
    contacts: db
      .select({
        id: contacts.id,
        name: contacts.name,
        role: contacts.role,
        email: contacts.email,
        phone: contacts.phone,
      })
      .from(contacts)
      .where(eq(contacts.organisationId, organisation.id))
      .orderBy(asc(contacts.id))
      .all(),
    workplaces: db
      .select({
        id: workplaces.id,
        pNumber: workplaces.pNumber,
        main: workplaces.main,
        address: workplaces.address,
        postcode: workplaces.postcode,
        town: workplaces.town,
        lat: workplaces.lat,
        lng: workplaces.lng,
      })
      .from(workplaces)
      .where(eq(workplaces.organisationId, organisation.id))
      .orderBy(asc(workplaces.id))
      .all(),
  };
}

const IS_REACHABLE = `
  select 1 from organisations where id = @id and (email is not null
    or exists (select 1 from organisation_members where organisation_id = @id)
    or exists (select 1 from contacts where organisation_id = @id and email is not null))`;

/** The slug that an organisation has now, for one that it had before it was renamed. */
export function findRenamedOrganisation(db: Db, oldSlug: string): string | undefined {
  return db
    .select({ slug: organisations.slug })
    .from(organisationSlugs)
    .innerJoin(organisations, eq(organisations.id, organisationSlugs.organisationId))
    .where(eq(organisationSlugs.slug, oldSlug))
    .get()?.slug;
}

/** Whether the directory holds anything invented. */
export function hasDemoOrganisations(db: Db): boolean {
  return statement(db, 'select 1 from organisations where demo = 1 limit 1').get() !== undefined;
}

export function countOrganisations(db: Db): number {
  return statement<{ count: number }>(db, 'select count(*) as count from organisations').get()?.count ?? 0;
}
