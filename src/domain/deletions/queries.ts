import type { Db } from '#db/open.ts';
import { keyedHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { type Owned, solelyOwnedBy } from '#domain/members/queries.ts';
import { timestamp } from '#domain/time.ts';

/** Something is to go. Both are ISO times. */
export interface Deletion {
  askedAt: string;
  dueAt: string;
}

export function accountDeletionOf(db: Db, accountId: number): Deletion | undefined {
  return statement<Deletion>(
    db,
    'select asked_at as askedAt, due_at as dueAt from account_deletions where account_id = ?',
  ).get(accountId);
}

export function organisationDeletionOf(db: Db, organisationId: number): Deletion | undefined {
  return statement<Deletion>(
    db,
    'select asked_at as askedAt, due_at as dueAt from organisation_deletions where organisation_id = ?',
  ).get(organisationId);
}

/** The organisations that keep somebody from deleting their account: theirs alone, and not about to go themselves. */
export function organisationsInTheWay(db: Db, accountId: number): Owned[] {
  return solelyOwnedBy(db, accountId).filter(({ organisationId }) => !organisationDeletionOf(db, organisationId));
}

/** Accounts or organisations whose grace is over. Returns their ids. */
export function dueDeletions(db: Db, of: 'account' | 'organisation', now = new Date()): number[] {
  return statement<{ id: number }>(
    db,
    `select ${of}_id as id from ${of}_deletions where due_at <= ? order by due_at, ${of}_id`,
  )
    .all(timestamp(now))
    .map(({ id }) => id);
}

export type RetiredKind = 'organisation' | 'slot';

/** Whether something that is deleted now had this address. */
export function isRetired(db: Db, kind: RetiredKind, slug: string): boolean {
  return statement(db, 'select 1 from retired_slugs where hash = ?').get(retiredHash(db, kind, slug)) !== undefined;
}

/** What is kept of the address of something deleted. */
export const retiredHash = (db: Db, kind: RetiredKind, slug: string): string => keyedHash(db, `${kind} ${slug}`);
