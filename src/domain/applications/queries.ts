import type { Db } from '#db/open.ts';
import type { REQUEST_STATES } from '#db/schema/claims.ts';
import { statement } from '#db/statement.ts';
import type { MemberOf, Viewer } from '#domain/accounts/viewer.ts';
import { ownClaim } from '#domain/claims/queries.ts';
import { roleIn } from '#domain/members/queries.ts';
import { inReach, reachOf } from '#domain/networks/rules.ts';
import { slugOf } from '#domain/organisations/rules.ts';
import { type ApplicantOf, mayDecideApplication } from './rules.ts';
import type { Proposed } from './schema.ts';

/** An organisation asks to join a network, as whoever asked sees it. */
export interface OwnApplication {
  id: number;
  networkId: number;
  networkSlug: string;
  network: string;
  /** Of a listed organisation; null for one that is new. */
  organisationId: number | null;
  slug: string | null;
  name: string;
  message: string;
  state: (typeof REQUEST_STATES)[number];
  createdAt: string;
  settledAt: string | null;
  /** The word that came with the answer. */
  reason: string | null;
}

/** The same as those see it who decide. */
export interface Application extends OwnApplication {
  accountId: number;
  person: string;
  email: string;
  /** Who decided, by name; nobody where the account is gone. */
  settledBy: string | null;
  proposed: Proposed | null;
}

export interface Listed {
  id: number;
  slug: string;
  name: string;
}

export function findListed(db: Db, cvr: string): Listed | undefined {
  return statement<Listed>(db, 'select id, slug, name from organisations where cvr = ?').get(cvr);
}

/** Listed ones that a new organisation may be by its name, for somebody to look at. */
export function namesakesOf(db: Db, name: string): Listed[] {
  return statement<Listed>(
    db,
    `select organisations.id, organisations.slug, organisations.name
     from organisation_slugs join organisations on organisations.id = organisation_slugs.organisation_id
     where organisation_slugs.slug = ?`,
  ).all(slugOf(name));
}

export function isMember(db: Db, organisationId: number, networkId: number): boolean {
  const current = 'select 1 from memberships where organisation_id = ? and network_id = ? and until is null';
  return statement(db, current).get(organisationId, networkId) !== undefined;
}

/** What the viewer is to a listed organisation that is to join a network. */
export function applicantOf(db: Db, viewer: Viewer, organisationId: number, networkId: number): ApplicantOf {
  if (isMember(db, organisationId, networkId)) return 'member';
  const role = roleIn(db, organisationId, viewer.id);
  if (role) return role;
  return ownClaim(db, viewer, organisationId)?.state === 'waiting' ? 'waiting' : 'stranger';
}

/** The organisations that the viewer owns and that are not in the network yet. */
export function mayJoin(db: Db, viewer: Viewer, networkId: number): MemberOf[] {
  return viewer.memberOf.filter(
    ({ role, organisationId }) => role === 'owner' && !isMember(db, organisationId, networkId),
  );
}

/** What the viewer waits for. @param networkId of one network alone */
export function ownWaitingApplications(db: Db, viewer: Viewer, networkId: number | null = null): OwnApplication[] {
  const waiting = `${APPLICATION} where applications.account_id = @own and applications.state = 'waiting'
    and (@networkId is null or applications.network_id = @networkId) order by applications.id`;
  return rows(db, waiting, { own: viewer.id, networkId });
}

/** An application for somebody who may decide about it; for everybody else it is not there. */
export function findApplication(db: Db, viewer: Viewer, id: number): Application | undefined {
  const [found] = rows(db, `${APPLICATION} where applications.id = @id`, { id });
  return found && mayDecideApplication(viewer, found) ? found : undefined;
}

/** Applications within a coordinator's reach that wait, the oldest first. */
export function waitingApplications(db: Db, viewer: Viewer): Application[] {
  const waiting = `${IN_REACH} and applications.state = 'waiting' order by applications.created_at, applications.id`;
  return rows(db, waiting, byReach(viewer));
}

/** Those that somebody decided about last. */
export function settledApplications(db: Db, viewer: Viewer, most: number): Application[] {
  const settled = `${IN_REACH} and applications.settled_by <> applications.account_id
    order by applications.settled_at desc, applications.id desc limit @most`;
  return rows(db, settled, { ...byReach(viewer), most });
}

const byReach = (viewer: Viewer) => ({ ...reachOf(viewer), own: viewer.id });

type Row = Omit<Application, 'proposed'> & { proposed: string | null };

function rows(db: Db, text: string, values: Record<string, unknown>): Application[] {
  return statement<Row>(db, text)
    .all(values)
    .map((row) => ({ ...row, proposed: row.proposed ? (JSON.parse(row.proposed) as Proposed) : null }));
}

const APPLICATION = `
  select applications.id, applications.account_id as accountId, applications.network_id as networkId,
    networks.slug as networkSlug, networks.name as network, applications.organisation_id as organisationId,
    organisations.slug, coalesce(organisations.name, json_extract(applications.proposed, '$.organisation.name'), '') as name,
    applications.message, applications.state, applications.created_at as createdAt, applications.settled_at as settledAt,
    applications.reason, applications.proposed, accounts.name as person, accounts.email, deciders.name as settledBy
  from applications
  join networks on networks.id = applications.network_id
  join accounts on accounts.id = applications.account_id
  left join organisations on organisations.id = applications.organisation_id
  left join accounts as deciders on deciders.id = applications.settled_by`;

/** One’s own are for others to decide about. */
const IN_REACH = `${APPLICATION} where ${inReach('applications.network_id')} and applications.account_id <> @own`;
