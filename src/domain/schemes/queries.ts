import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Queryable } from '#db/open.ts';
import { schemes, supportFacts } from '#db/schema/schemes.ts';
import { today } from '#domain/time.ts';

export type Scheme = typeof schemes.$inferSelect;
export type SupportFact = typeof supportFacts.$inferSelect;

export function allSchemes(db: Queryable): Scheme[] {
  return db.select().from(schemes).orderBy(asc(schemes.position)).all();
}

/** The schemes that an employer can open a slot for today: law is data, so this list changes by itself. */
export function slotSchemes(db: Queryable, day = today()): Scheme[] {
  return db
    .select()
    .from(schemes)
    .where(
      and(
        eq(schemes.openSlot, true),
        or(isNull(schemes.validFrom), lte(schemes.validFrom, day)),
        or(isNull(schemes.validTo), gte(schemes.validTo, day)),
      ),
    )
    .orderBy(asc(schemes.position))
    .all();
}

export function findScheme(db: Queryable, id: string): Scheme | undefined {
  return db.select().from(schemes).where(eq(schemes.id, id)).get();
}

export function allSupportFacts(db: Queryable): SupportFact[] {
  return db.select().from(supportFacts).orderBy(asc(supportFacts.position)).all();
}
