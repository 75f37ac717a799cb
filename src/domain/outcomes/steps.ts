import type { Db } from '#db/open.ts';
import { outcomes } from '#db/schema/outcomes.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { timestamp } from '#domain/time.ts';

export type OutcomeKind = (typeof outcomes.$inferInsert)['kind'];

/** One step of a verb: what a consultant confirms, in counts. Returns its id. */
export function insertOutcome(
  db: Db,
  viewer: Viewer,
  outcome: Omit<typeof outcomes.$inferInsert, 'confirmedBy' | 'confirmedAt'>,
): number {
  return db
    .insert(outcomes)
    .values({ ...outcome, confirmedBy: viewer.id, confirmedAt: timestamp() })
    .returning({ id: outcomes.id })
    .get().id;
}
