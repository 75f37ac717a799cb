import type { Db } from '#db/open.ts';
import { memberships } from '#db/schema/networks.ts';
import { today } from '#domain/time.ts';

export interface MembershipInput {
  organisationId: number;
  networkId: number;
  /** YYYY-MM-DD */
  since: string;
  /** Whose word it is: the network's, for a list that the network sent. */
  verifiedBy: string;
}

/** One step of a verb: makes an organisation a member from a day on. Returns the membership's id. */
export function insertMembership(db: Db, input: MembershipInput): number {
  return db
    .insert(memberships)
    .values({ ...input, verifiedOn: today() })
    .returning({ id: memberships.id })
    .get().id;
}
