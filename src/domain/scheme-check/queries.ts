import { asc } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { schemeRules } from '#db/schema/schemes.ts';
import { statement } from '#db/statement.ts';
import { findScheme } from '#domain/schemes/queries.ts';
import { today } from '#domain/time.ts';
import { checkScheme, type Finding, type SchemeRule } from './check.ts';
import type { SchemeAnswers } from './schema.ts';

export function schemeRulesOf(db: Db): SchemeRule[] {
  return db.select().from(schemeRules).orderBy(asc(schemeRules.position)).all();
}

/** What the rules make of a slot as far as it is written. Nothing while it has no scheme. */
export function schemeFindings(
  db: Db,
  organisationId: number,
  slot: {
    scheme?: string | undefined;
    hoursMax?: number | undefined;
    weeks?: number | null | undefined;
    positions?: number | undefined;
    answers?: SchemeAnswers | undefined;
  },
  day = today(),
): Finding[] {
  const scheme = slot.scheme ? findScheme(db, slot.scheme) : undefined;
  const host = statement<{ sector: Sector }>(db, 'select sector from organisations where id = ?').get(organisationId);
  if (!scheme || !host) return [];
  const { hoursMax, weeks, positions, answers = {} } = slot;
  const facts = { scheme, sector: host.sector, hoursMax, weeks, positions, answers, day };
  return checkScheme(schemeRulesOf(db), scheme.id, facts);
}
