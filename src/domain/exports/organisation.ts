import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { activityOf } from '#domain/events/queries.ts';
import { mayChooseMembers } from '#domain/members/rules.ts';
import { type ExportTables, plainRow } from './tables.ts';

const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** Everything of an organisation, for those who look after it; for everybody else there is nothing. */
export function organisationExport(db: Db, viewer: Viewer, organisationId: number): ExportTables | undefined {
  if (!looksAfter(viewer, organisationId)) return undefined;
  const tables = Object.entries(TABLES).map(([name, text]) => [
    name,
    statement<object>(db, text).all({ id: organisationId }).map(plainRow),
  ]);
  const { items } = activityOf(db, viewer, organisationId, { pageSize: EVERYTHING });
  const log = items.map(({ at, actor, verb, what }) => ({
    at,
    actor: 'name' in actor ? actor.name : actor.kind,
    verb,
    what,
  }));
  const all: ExportTables = { ...Object.fromEntries(tables), log };
  // Who is invited is seen by those who invite.
  if (!mayChooseMembers(viewer, organisationId)) delete all.invitations;
  return all;
}

const OF_SLOTS = 'slots.organisation_id = @id order by slots.id';
const OF_COMMITMENTS = 'commitments.organisation_id = @id order by commitments.id';

const TABLES = {
  organisation: `
    select name, slug, cvr, sector, branch, description, website, email, phone, languages, rsv_checked_on as rsvCheckedOn,
      rsv_checked_by as rsvCheckedBy, willing_since as willingSince, willing_hours_min as willingHoursMin,
      willing_hours_max as willingHoursMax, demo, created_at as createdAt, updated_at as updatedAt
    from organisations where id = @id`,
  earlierAddresses: 'select slug from organisation_slugs where organisation_id = @id order by slug',
  workplaces: `
    select p_number as pNumber, main, address, postcode, town, municipality, lat, lng
    from workplaces where organisation_id = @id order by main desc, id`,
  contacts: 'select name, role, email, phone from contacts where organisation_id = @id order by id',
  goals: `
    select organisation_goals.goal, goals.da as name from organisation_goals join goals on goals.nr = organisation_goals.goal
    where organisation_goals.organisation_id = @id order by organisation_goals.goal`,
  offers: `
    select support_facts.id, support_facts.label_da as name
    from organisation_support join support_facts on support_facts.id = organisation_support.support_fact_id
    where organisation_support.organisation_id = @id order by support_facts.position`,
  networks: `
    select networks.name, memberships.since, memberships.until, memberships.verified_on as verifiedOn,
      memberships.verified_by as verifiedBy
    from memberships join networks on networks.id = memberships.network_id
    where memberships.organisation_id = @id order by memberships.id`,
  commitments: `
    select id, theme, statement, measure, evidence_label as evidenceLabel, evidence_url as evidenceUrl, made_on as madeOn,
      review_on as reviewOn, state, settled_on as settledOn, reason,
      (select group_concat(goal, ', ') from commitment_goals where commitment_id = commitments.id) as goals
    from commitments where ${OF_COMMITMENTS}`,
  commitmentChanges: `
    select commitment_id as commitment, "on", kind, statement_before as statementBefore, measure_before as measureBefore,
      review_on_before as reviewOnBefore, commitment_changes.review_on as reviewOn, commitment_changes.reason
    from commitment_changes join commitments on commitments.id = commitment_changes.commitment_id where ${OF_COMMITMENTS}`,
  slots: `
    select slots.slug, title, scheme_id as scheme, occupation, tasks, hours_min as hoursMin, hours_max as hoursMax, weeks,
      positions, filled, starts_on as startsOn, expires_on as expiresOn, leads_to_job as leadsToJob,
      contact_name as contactName, state, published_at as publishedAt, closed_at as closedAt,
      closed_because as closedBecause, answers,
      (select group_concat(support_fact_id, ', ') from slot_support where slot_id = slots.id) as support
    from slots where ${OF_SLOTS}`,
  slotSteps: `
    select slots.slug as slot, slot_steps.from_week as fromWeek, slot_steps.hours
    from slot_steps join slots on slots.id = slot_steps.slot_id where ${OF_SLOTS}, slot_steps.from_week`,
  drafts: `
    select data, created_at as createdAt, updated_at as updatedAt from slot_drafts where organisation_id = @id order by id`,
  enquiries: `
    select id, (select slug from slots where id = enquiries.slot_id) as slot, asker, visitor_name as visitorName, state, scheme_id as scheme, places,
      hours_weekly as hoursWeekly, from_month as fromMonth, sent_at as sentAt, seen_at as seenAt,
      answered_at as answeredAt, agreed_at as agreedAt, started_on as startedOn, ends_on as endsOn, ended_on as endedOn,
      outcome, ended_by as endedBy
    from enquiries where organisation_id = @id order by id`,
  messages: `
    select enquiry_id as enquiry, side, text, enquiry_messages.sent_at as sentAt
    from enquiry_messages join enquiries on enquiries.id = enquiry_messages.enquiry_id
    where enquiries.organisation_id = @id order by enquiry_messages.id`,
  outcomes:
    'select kind, scheme_id as scheme, persons, hours_weekly as hoursWeekly, "on" from outcomes where organisation_id = @id order by id',
  wishes: 'select rest_until as restUntil, changed_at as changedAt from approach_wishes where organisation_id = @id',
  pictures: `
    select kind, alt, '/billeder/' || key || '.webp' as address, width, height, created_at as createdAt
    from pictures where organisation_id = @id order by kind, position, id`,
  people: `
    select accounts.name, accounts.email, organisation_members.role, organisation_members.since
    from organisation_members join accounts on accounts.id = organisation_members.account_id
    where organisation_members.organisation_id = @id order by accounts.name`,
  invitations: `
    select email, role, created_at as createdAt, expires_at as expiresAt, accepted_at as acceptedAt, revoked_at as revokedAt
    from invitations where organisation_id = @id order by id`,
  searches: `
    select month, word, count from search_counts
    where organisation_id = @id and word is not null order by month, count desc, word`,
} as const;
