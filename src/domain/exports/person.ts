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
  enquiries: `
    select organisations.name as organisation, enquiries.state, enquiries.sent_at as sentAt, enquiries.outcome
    from enquiries join organisations on organisations.id = enquiries.organisation_id
    where enquiries.account_id = @id or enquiries.visitor_email = @email order by enquiries.id`,
  messages:
    'select enquiry_id as enquiry, text, sent_at as sentAt from enquiry_messages where account_id = @id order by id',
  approaches: `
    select organisations.name as organisation, approaches."on", approaches.line, approaches.written_at as writtenAt
    from approaches join organisations on organisations.id = approaches.organisation_id
    where approaches.account_id = @id order by approaches.id`,
  portfolio: `
    select organisations.name as organisation, next_step as nextStep, next_step_on as nextStepOn, added_at as addedAt
    from portfolio_employers join organisations on organisations.id = portfolio_employers.organisation_id
    where portfolio_employers.account_id = @id order by organisations.name`,
  tags: `
    select organisations.name as organisation, tag
    from portfolio_tags join organisations on organisations.id = portfolio_tags.organisation_id
    where portfolio_tags.account_id = @id order by organisations.name, tag`,
  notes: `
    select organisations.name as organisation, text, written_at as writtenAt
    from portfolio_notes join organisations on organisations.id = portfolio_notes.organisation_id
    where portfolio_notes.account_id = @id order by portfolio_notes.id`,
  lists: `
    select employer_lists.name as list, organisations.name as organisation
    from employer_lists
      left join employer_list_items on employer_list_items.list_id = employer_lists.id
      left join organisations on organisations.id = employer_list_items.organisation_id
    where employer_lists.account_id = @id order by employer_lists.id`,
  requests: `
    select organisations.name as organisation, line, asked_at as askedAt, settled_at as settledAt
    from colleague_requests join organisations on organisations.id = colleague_requests.organisation_id
    where @id in (colleague_requests.from_account_id, colleague_requests.to_account_id) order by colleague_requests.id`,
  needs: 'select line, posted_at as postedAt, closed_at as closedAt from needs where account_id = @id order by id',
  views: `
    select organisations.name as organisation, recent_views.at
    from recent_views join organisations on organisations.id = recent_views.organisation_id
    where recent_views.account_id = @id order by recent_views.at`,
  savedSearches: `
    select saved_searches.name, kind, query, frequency, saved_at as savedAt, saved_search_mails.sent_on as lastMailOn
    from saved_searches left join saved_search_mails on saved_search_mails.account_id = saved_searches.account_id
    where saved_searches.account_id = @id order by saved_searches.id`,
  events: `
    select at, verb, noun, noun_id as nounId, detail from events
    where actor = @actor or (noun = 'account' and noun_id = @id) order by id`,
} as const;
