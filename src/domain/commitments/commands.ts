import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { commitmentGoals, commitments } from '#db/schema/commitments.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import type { CommitmentInput } from './schema.ts';

/** Makes a public promise. Returns its id. */
export function makeCommitment(db: Db, actor: string, organisationId: number, input: CommitmentInput): number {
  return inTransaction(db, () => {
    const { goals, ...plain } = input;
    const { id } = db
      .insert(commitments)
      .values({ ...plain, organisationId })
      .returning({ id: commitments.id })
      .get();
    db.insert(commitmentGoals)
      .values(goals.map((goal) => ({ commitmentId: id, goal })))
      .run();
    recordEvent(db, { actor, verb: 'makeCommitment', noun: 'commitment', nounId: id });
    indexOrganisations(db, [organisationId]);
    return id;
  });
}

/** @param settledOn YYYY-MM-DD */
export function keepCommitment(db: Db, actor: string, id: number, settledOn: string): void {
  settle(db, actor, id, 'keepCommitment', { state: 'kept', settledOn });
}

/** @param reason why, for everybody to read */
export function withdrawCommitment(db: Db, actor: string, id: number, settledOn: string, reason: string): void {
  settle(db, actor, id, 'withdrawCommitment', { state: 'withdrawn', settledOn, reason });
}

function settle(
  db: Db,
  actor: string,
  id: number,
  verb: string,
  outcome: Partial<typeof commitments.$inferInsert>,
): void {
  inTransaction(db, () => {
    const settled = db
      .update(commitments)
      .set(outcome)
      .where(eq(commitments.id, id))
      .returning({ organisationId: commitments.organisationId })
      .get();
    if (!settled) return;
    recordEvent(db, { actor, verb, noun: 'commitment', nounId: id });
    indexOrganisations(db, [settled.organisationId]);
  });
}
