import { domainToUnicode } from 'node:url';
import type { Db } from '#db/open.ts';
import type { MEMBER_ROLES } from '#db/schema/accounts.ts';
import type { REQUEST_STATES } from '#db/schema/claims.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { networksOf } from '#domain/invitations/queries.ts';
import { roleIn } from '#domain/members/queries.ts';
import { ownersOf } from '#domain/networks/people.ts';
import { organisationInReach, reachOf } from '#domain/networks/rules.ts';
import { domainOfWebsite } from './mail-domains.ts';
import { mayDecideClaim, type Proof, proofOf } from './rules.ts';

/** An organisation as somebody meets it who asks to look after it. */
export interface Claimable {
  id: number;
  slug: string;
  name: string;
  website: string | null;
  /** The address in the directory. */
  email: string | null;
  hasOwner: boolean;
  sharesDomain: boolean;
}

/** Somebody's asking for an organisation, as they see it themselves. */
export interface OwnClaim {
  id: number;
  organisationId: number;
  slug: string;
  name: string;
  message: string;
  state: (typeof REQUEST_STATES)[number];
  createdAt: string;
  settledAt: string | null;
  /** The word that came with the answer. */
  reason: string | null;
}

/** The same as those see it who decide. */
export interface Claim extends OwnClaim {
  accountId: number;
  person: string;
  email: string;
  /** Who decided, by name; nobody where the account is gone. */
  settledBy: string | null;
}

/** What to hold a claim against: both sides' addresses, and who is there already. */
export interface ClaimFacts {
  organisation: Claimable;
  proof: Proof;
  networks: { slug: string; name: string }[];
  members: { name: string; role: (typeof MEMBER_ROLES)[number] }[];
}

export function findClaimable(db: Db, organisationId: number): Claimable | undefined {
  const row = statement<Omit<Claimable, 'hasOwner' | 'sharesDomain'>>(
    db,
    'select id, slug, name, website, email from organisations where id = ?',
  ).get(organisationId);
  return (
    row && { ...row, hasOwner: ownersOf(db, row.id).length > 0, sharesDomain: sharesDomain(db, row.id, row.website) }
  );
}

/** The viewer's last claim of an organisation, whatever came of it. */
export function ownClaim(db: Db, viewer: Viewer, organisationId: number): OwnClaim | undefined {
  const last = `${CLAIM} where claims.account_id = ? and claims.organisation_id = ? order by claims.id desc limit 1`;
  return statement<Claim>(db, last).get(viewer.id, organisationId);
}

/** What the viewer waits for. */
export function ownWaitingClaims(db: Db, viewer: Viewer): OwnClaim[] {
  const waiting = `${CLAIM} where claims.account_id = ? and claims.state = 'waiting' order by claims.id`;
  return statement<Claim>(db, waiting).all(viewer.id);
}

/** A claim for somebody who may decide about it; for everybody else it is not there. */
export function findClaim(db: Db, viewer: Viewer, id: number): Claim | undefined {
  const claim = statement<Claim>(db, `${CLAIM} where claims.id = ?`).get(id);
  return claim && mayDecideClaim(viewer, claim, networksOf(db, claim.organisationId)) ? claim : undefined;
}

/** Claims of an organisation that wait, for its owners. */
export function claimsOn(db: Db, viewer: Viewer, organisationId: number): Claim[] {
  if (roleIn(db, organisationId, viewer.id) !== 'owner') return [];
  const waiting = `${CLAIM} where claims.organisation_id = ? and claims.state = 'waiting' order by claims.id`;
  return statement<Claim>(db, waiting).all(organisationId);
}

/** Claims within a coordinator's reach that wait, the oldest first. */
export function waitingClaims(db: Db, viewer: Viewer): Claim[] {
  return statement<Claim>(db, `${IN_REACH} and claims.state = 'waiting' order by claims.created_at, claims.id`).all(
    byReach(viewer),
  );
}

/** Those that somebody decided about last. */
export function settledClaims(db: Db, viewer: Viewer, most: number): Claim[] {
  const settled = `${IN_REACH} and claims.settled_by is not null and claims.settled_by <> claims.account_id
    order by claims.settled_at desc, claims.id desc limit @most`;
  return statement<Claim>(db, settled).all({ ...byReach(viewer), most });
}

export function factsOf(db: Db, claim: Pick<Claim, 'organisationId' | 'email'>): ClaimFacts | undefined {
  const organisation = findClaimable(db, claim.organisationId);
  return (
    organisation && {
      organisation,
      proof: proofOf(claim.email, organisation),
      networks: statement<{ slug: string; name: string }>(db, NETWORKS).all(organisation.id),
      members: statement<ClaimFacts['members'][number]>(db, MEMBERS).all(organisation.id),
    }
  );
}

const byReach = (viewer: Viewer) => ({ ...reachOf(viewer), own: viewer.id });

/** Whether another organisation has its page at the same domain, so that an address there tells nothing. */
function sharesDomain(db: Db, id: number, website: string | null): boolean {
  const domain = website ? domainOfWebsite(website) : undefined;
  if (!domain) return false;
  const alike = `select website from organisations where id <> ? and (website like ? or website like ?)`;
  const candidates = statement<{ website: string }>(db, alike).all(id, `%${domain}%`, `%${domainToUnicode(domain)}%`);
  return candidates.some((other) => domainOfWebsite(other.website) === domain);
}

const CLAIM = `
  select claims.id, claims.account_id as accountId, claims.organisation_id as organisationId, claims.message,
    claims.state, claims.created_at as createdAt, claims.settled_at as settledAt, claims.reason,
    organisations.slug, organisations.name, accounts.name as person, accounts.email, deciders.name as settledBy
  from claims
  join organisations on organisations.id = claims.organisation_id
  join accounts on accounts.id = claims.account_id
  left join accounts as deciders on deciders.id = claims.settled_by`;

/** One’s own are for others to decide about. */
const IN_REACH = `${CLAIM} where ${organisationInReach('claims.organisation_id')} and claims.account_id <> @own`;

const NETWORKS = `
  select networks.slug, networks.name from memberships join networks on networks.id = memberships.network_id
  where memberships.organisation_id = ? and memberships.until is null order by networks.name`;

const MEMBERS = `
  select accounts.name, organisation_members.role
  from organisation_members join accounts on accounts.id = organisation_members.account_id
  where organisation_members.organisation_id = ? order by organisation_members.role desc, accounts.name`;
