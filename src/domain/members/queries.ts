import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type MemberRole, type Viewer } from '#domain/accounts/viewer.ts';

export interface Member {
  accountId: number;
  name: string;
  email: string;
  role: MemberRole;
  /** YYYY-MM-DD */
  since: string;
}

/** Who looks after an organisation, for those who do; for everybody else there is nobody. */
export function membersOf(db: Db, viewer: Viewer, organisationId: number): Member[] {
  if (!looksAfter(viewer, organisationId)) return [];
  return statement<Member>(
    db,
    `select accounts.id as accountId, accounts.name, accounts.email, organisation_members.role, organisation_members.since
     from organisation_members join accounts on accounts.id = organisation_members.account_id
     where organisation_members.organisation_id = ? order by organisation_members.role desc, accounts.name`,
  ).all(organisationId);
}

/** Whether anybody looks after it. */
export function isLookedAfter(db: Db, organisationId: number): boolean {
  return (
    statement(db, 'select 1 from organisation_members where organisation_id = ?').get(organisationId) !== undefined
  );
}

export interface Owned {
  organisationId: number;
  slug: string;
  name: string;
}

/** The organisations that would be left without an owner if this account went. An owner who is about to go is none. */
export function solelyOwnedBy(db: Db, accountId: number): Owned[] {
  return statement<Owned>(
    db,
    `select organisations.id as organisationId, organisations.slug, organisations.name
     from organisation_members as own join organisations on organisations.id = own.organisation_id
     where own.account_id = @accountId and own.role = 'owner' and not exists (
       select 1 from organisation_members as other
       where other.organisation_id = own.organisation_id and other.role = 'owner' and other.account_id <> @accountId
         and other.account_id not in (select account_id from account_deletions))
     order by organisations.name`,
  ).all({ accountId });
}

export function roleIn(db: Db, organisationId: number, accountId: number): MemberRole | undefined {
  return statement<{ role: MemberRole }>(
    db,
    'select role from organisation_members where organisation_id = ? and account_id = ?',
  ).get(organisationId, accountId)?.role;
}
