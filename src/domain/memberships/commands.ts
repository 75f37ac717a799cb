import { eq } from 'drizzle-orm';
import { type Db, inTransaction } from '#db/open.ts';
import { memberships } from '#db/schema/networks.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { today } from '#domain/time.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { insertMembership, type MembershipInput } from './steps.ts';

/** Makes an organisation a member from a day on. Returns the membership's id. */
export function joinNetwork(db: Db, actor: string, input: MembershipInput): number {
  return inTransaction(db, () => {
    const id = insertMembership(db, input);
    recordEvent(db, { actor, verb: 'joinNetwork', noun: 'membership', nounId: id });
    indexOrganisations(db, [input.organisationId]);
    return id;
  });
}

/** Ends a membership today. The organisation stays in the directory, and its history too. */
export function endMembership(db: Db, actor: string, id: number): void {
  inTransaction(db, () => {
    const ended = db
      .update(memberships)
      .set({ until: today() })
      .where(eq(memberships.id, id))
      .returning({ organisationId: memberships.organisationId })
      .get();
    recordEvent(db, { actor, verb: 'endMembership', noun: 'membership', nounId: id });
    if (ended) indexOrganisations(db, [ended.organisationId]);
  });
}
