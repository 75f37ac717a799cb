import type { Db } from '#db/open.ts';
import { approaches } from '#db/schema/approaches.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { timestamp } from '#domain/time.ts';

/** One step of a verb: a line in the log. Returns its id. */
export function insertApproach(
  db: Db,
  viewer: Pick<Viewer, 'id'>,
  approach: Omit<typeof approaches.$inferInsert, 'accountId' | 'writtenAt'>,
): number {
  return db
    .insert(approaches)
    .values({ ...approach, accountId: viewer.id, writtenAt: timestamp() })
    .returning({ id: approaches.id })
    .get().id;
}
