import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { organisationSlugs, organisations, workplaces } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { slugOf } from './rules.ts';
import type { OrganisationInput, WorkplaceInput } from './schema.ts';
import { freeSlug, insertOrganisation, insertWorkplace, located } from './steps.ts';

/** Puts an organisation into the directory. Returns its id. */
export function addOrganisation(
  db: Db,
  actor: string,
  input: OrganisationInput,
  workplace: WorkplaceInput,
  demo: boolean,
): number {
  return inTransaction(db, () => {
    const id = insertOrganisation(db, input, workplace, demo);
    recordEvent(db, { actor, verb: 'addOrganisation', noun: 'organisation', nounId: id });
    indexOrganisations(db, [id]);
    return id;
  });
}

/** Gives an organisation a new name. Its old address goes on leading to it. */
export function renameOrganisation(db: Db, actor: string, id: number, name: string): void {
  inTransaction(db, () => {
    const current = db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id)).get();
    const wanted = slugOf(name);
    const slug = current && slugBase(current.slug) === wanted ? current.slug : freeSlug(db, wanted, id);
    db.update(organisations).set({ name, slug, updatedAt: timestamp() }).where(eq(organisations.id, id)).run();
    db.insert(organisationSlugs).values({ slug, organisationId: id }).onConflictDoNothing().run();
    recordEvent(db, { actor, verb: 'renameOrganisation', noun: 'organisation', nounId: id });
    indexOrganisations(db, [id]);
  });
}

/** Changes what is named, and nothing else. */
export function correctOrganisation(
  db: Db,
  actor: string,
  id: number,
  changes: Partial<Omit<OrganisationInput, 'goals' | 'contactName' | 'name'>>,
): void {
  inTransaction(db, () => {
    db.update(organisations)
      .set({ ...changes, updatedAt: timestamp() })
      .where(eq(organisations.id, id))
      .run();
    recordEvent(db, {
      actor,
      verb: 'correctOrganisation',
      noun: 'organisation',
      nounId: id,
      detail: { fields: Object.keys(changes) },
    });
    indexOrganisations(db, [id]);
  });
}

/** Changes what is named of an organisation's main workplace. */
export function correctWorkplace(
  db: Db,
  actor: string,
  organisationId: number,
  changes: Partial<WorkplaceInput>,
): void {
  inTransaction(db, () => {
    const main = statement<WorkplaceInput & { id: number }>(db, MAIN_WORKPLACE).get(organisationId);
    const { id: _id, ...before } = main ?? {
      id: 0,
      pNumber: null,
      address: null,
      postcode: null,
      town: null,
      lat: null,
      lng: null,
    };
    // A new postcode without a point of its own moves the place to that postcode.
    const moved = 'postcode' in changes && changes.postcode !== before.postcode ? { lat: null, lng: null } : {};
    const next = located(db, { ...before, ...moved, ...changes });
    if (main) db.update(workplaces).set(next).where(eq(workplaces.id, main.id)).run();
    else
      db.insert(workplaces)
        .values({ ...next, organisationId, main: true })
        .run();
    recordEvent(db, {
      actor,
      verb: 'correctWorkplace',
      noun: 'organisation',
      nounId: organisationId,
      detail: { fields: Object.keys(changes) },
    });
    indexOrganisations(db, [organisationId]);
  });
}

/** A further place of an organisation. */
export function addWorkplace(db: Db, actor: string, organisationId: number, workplace: WorkplaceInput): void {
  inTransaction(db, () => {
    insertWorkplace(db, organisationId, workplace, false);
    recordEvent(db, { actor, verb: 'addWorkplace', noun: 'organisation', nounId: organisationId });
    indexOrganisations(db, [organisationId]);
  });
}

/** Writes down that the register of social enterprises (RSV) holds it: when that was checked, and by whom. */
export function verifyRsv(db: Db, actor: string, id: number, check: { checkedOn: string; checkedBy: string }): void {
  inTransaction(db, () => {
    db.update(organisations)
      .set({ rsvCheckedOn: check.checkedOn, rsvCheckedBy: check.checkedBy, updatedAt: timestamp() })
      .where(eq(organisations.id, id))
      .run();
    recordEvent(db, {
      actor,
      verb: 'verifyRsv',
      noun: 'organisation',
      nounId: id,
      detail: { checkedOn: check.checkedOn },
    });
    indexOrganisations(db, [id]);
  });
}

const MAIN_WORKPLACE = `
  select id, p_number as pNumber, address, postcode, town, lat, lng from workplaces where organisation_id = ? and main = 1`;

function slugBase(slug: string): string {
  return slug.replace(/-\d+$/, '');
}
