import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { schemes, supportFacts } from '#db/schema/schemes.ts';
import { today } from '#domain/time.ts';
import { fitsHost } from './rules.ts';

export type Scheme = typeof schemes.$inferSelect;
export type SupportFact = typeof supportFacts.$inferSelect;

export function allSchemes(db: Queryable): Scheme[] {
  return db.select().from(schemes).orderBy(asc(schemes.position)).all();
}

/** The schemes that an employer can open a slot for today: law is data, so this list changes by itself. */
export function slotSchemes(db: Queryable, day = today()): Scheme[] {
  return allSchemes(db).filter((scheme) => scheme.openSlot && isValid(scheme, day));
}

/** Those that an employer of that sector can open a slot for today. */
export const hostableSchemes = (db: Queryable, sector: Sector): Scheme[] =>
  slotSchemes(db).filter((scheme) => fitsHost(scheme, sector));

export function findScheme(db: Queryable, id: string): Scheme | undefined {
  return db.select().from(schemes).where(eq(schemes.id, id)).get();
}

export function allSupportFacts(db: Queryable): SupportFact[] {
  return db.select().from(supportFacts).orderBy(asc(supportFacts.position)).all();
}

/** The support facts that a slot can name today. */
export function validSupportFacts(db: Queryable, day = today()): SupportFact[] {
  return allSupportFacts(db).filter((fact) => isValid(fact, day));
}

/** Both days belong to the period. */
function isValid({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}
