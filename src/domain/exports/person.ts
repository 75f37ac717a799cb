import type { Db } from '#db/open.ts';
import { MAIL_KINDS } from '#db/schema/mail-refusals.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { wantedKinds } from '#domain/notifications/queries.ts';
import { type ExportTables, plainRow } from './tables.ts';

/** Everything that is kept about the viewer: what somebody has a right to take along (GDPR, articles 15 and 20). */
export function personExport(db: Db, viewer: Viewer): ExportTables {
  const values = { id: viewer.id, actor: actorOf(viewer), email: viewer.email };
  const tables = Object.entries(TABLES).map(([name, text]) => [
    name,
    statement<object>(db, text).all(values).map(plainRow),
  ]);
  const wanted = wantedKinds(db, viewer.id);
  return { ...Object.fromEntries(tables), mails: MAIL_KINDS.map((kind) => ({ kind, wanted: wanted.includes(kind) })) };
}

/** Secrets (hashes, keys) say nothing to anybody and stay where they are. */
const TABLES = {
  account: 'select name, email, locale, state, created_at as createdAt from accounts where id = @id',
  organisations: `
    select organisations.name, organisations.slug, organisation_members.role, organisation_members.since
    from organisation_members join organisations on organisations.id = organisation_members.organisation_id
    where organisation_members.account_id = @id order by organisations.name`,
  networks: `
    select networks.name, networks.slug, network_coordinators.since
    from network_coordinators join networks on networks.id = network_coordinators.network_id
    where network_coordinators.account_id = @id order by networks.name`,
  posts: 'select role, since from staff where account_id = @id order by role',
  sessions: `
    select device, method, started_at as startedAt, expires_at as expiresAt, second_factor_at as secondFactorAt
    from sessions where account_id = @id order by started_at`,
  passkeys: `
    select name, created_at as createdAt, last_used_at as lastUsedAt, backed_up as backedUp
    from passkeys where account_id = @id order by created_at`,
  password: 'select set_at as setAt from passwords where account_id = @id',
  authenticator: 'select confirmed_at as confirmedAt from authenticators where account_id = @id',
  invitations: `
    select invitations.role, organisations.name as organisation, networks.name as network,
      invitations.created_at as createdAt, invitations.accepted_at as acceptedAt
    from invitations
      left join organisations on organisations.id = invitations.organisation_id
      left join networks on networks.id = invitations.network_id
    where invitations.accepted_by = @id or invitations.email = @email order by invitations.id`,
  claims: `
    select organisations.name as organisation, claims.message, claims.state, claims.reason,
      claims.created_at as createdAt, claims.settled_at as settledAt
    from claims join organisations on organisations.id = claims.organisation_id
    where claims.account_id = @id order by claims.id`,
  applications: `
    select networks.name as network, applications.message, applications.proposed, applications.state,
      applications.reason, applications.created_at as createdAt, applications.settled_at as settledAt
    from applications join networks on networks.id = applications.network_id
    where applications.account_id = @id order by applications.id`,
  events: `
    select at, verb, noun, noun_id as nounId, detail from events
    where actor = @actor or (noun = 'account' and noun_id = @id) order by id`,
} as const;
