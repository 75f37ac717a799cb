import type { Db } from '#db/open.ts';
import { contacts, organisationGoals, organisationSlugs, organisations, workplaces } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { isRetired } from '#domain/deletions/queries.ts';
import { liesWithin } from '#domain/places/rules.ts';
import { timestamp } from '#domain/time.ts';
import { slugOf } from './rules.ts';
import type { OrganisationInput, WorkplaceInput } from './schema.ts';

/*
 * Steps that verbs of several nouns take (the directory's own, an application to a network): inside the verb's
 * transaction, before its own event and before the search is told.
 */

/** Puts an organisation with its main workplace into the directory. Returns its id. */
export function insertOrganisation(db: Db, input: OrganisationInput, workplace: WorkplaceInput, demo: boolean): number {
  const { goals, contactName, ...plain } = input;
  const now = timestamp();
  const slug = freeSlug(db, slugOf(input.name));
  const { id } = db
    .insert(organisations)
    .values({ ...plain, slug, demo, createdAt: now, updatedAt: now })
    .returning({ id: organisations.id })
    .get();
  db.insert(organisationSlugs).values({ slug, organisationId: id }).run();
  insertWorkplace(db, id, workplace, true);
  if (goals.length > 0)
    db.insert(organisationGoals)
      .values(goals.map((goal) => ({ organisationId: id, goal })))
      .run();
  if (contactName) db.insert(contacts).values({ organisationId: id, name: contactName }).run();
  return id;
}

/** Returns the workplace's id. */
export function insertWorkplace(db: Db, organisationId: number, workplace: WorkplaceInput, main: boolean): number {
  return db
    .insert(workplaces)
    .values({ ...located(db, workplace), organisationId, main })
    .returning({ id: workplaces.id })
    .get().id;
}

/** The town, municipality and point of a postcode, where nothing better is known. */
export function located(db: Db, workplace: WorkplaceInput): WorkplaceInput & { municipality: string | null } {
  const postcode = workplace.postcode
    ? statement<PostcodeRow>(db, 'select name, lat, lng, municipality from postcodes where code = ?').get(
        workplace.postcode,
      )
    : undefined;
  const hasPoint = workplace.lat !== null && workplace.lng !== null;
  return {
    ...workplace,
    town: workplace.town ?? postcode?.name ?? null,
    lat: hasPoint ? workplace.lat : (postcode?.lat ?? null),
    lng: hasPoint ? workplace.lng : (postcode?.lng ?? null),
    municipality: (hasPoint && municipalityAt(db, workplace)) || (postcode?.municipality ?? null),
  };
}

/** Postal districts cross municipal borders, so a known point decides; among the municipalities that the district touches. */
function municipalityAt(db: Db, { postcode, lat, lng }: WorkplaceInput): string | undefined {
  const rows = statement<{ code: string; outline: string }>(db, TOUCHED_MUNICIPALITIES).all(postcode);
  if (rows.length < 2 || lat === null || lng === null) return undefined;
  return rows.find((row) => liesWithin(JSON.parse(row.outline), { lat, lng }))?.code;
}

const TOUCHED_MUNICIPALITIES = `
  select municipalities.code, municipalities.outline
  from postcode_municipalities join municipalities on municipalities.code = postcode_municipalities.municipality
  where postcode_municipalities.postcode = ?`;

interface PostcodeRow {
  name: string;
  lat: number;
  lng: number;
  municipality: string;
}

/** The slug, or the first of `slug-2`, `slug-3` … that nobody else has or ever had. */
export function freeSlug(db: Db, wanted: string, own?: number): string {
  const owner = (slug: string) =>
    statement<{ id: number }>(db, 'select organisation_id as id from organisation_slugs where slug = ?').get(slug)?.id;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const taken = owner(slug);
    if (taken === undefined ? !isRetired(db, 'organisation', slug) : taken === own) return slug;
  }
}
