import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { MemberRole, Viewer } from '#domain/accounts/viewer.ts';
import { IS_OPEN, RENEWABLE_DAYS } from '#domain/slots/rules.ts';
import { addDays, timestamp, today } from '#domain/time.ts';

/** How things stand in an organisation that one looks after: what is open, what waits for somebody, what is late. */
export interface Overview {
  slug: string;
  name: string;
  role: MemberRole;
  openSlots: number;
  activeCommitments: number;
  /** From others, without an answer. */
  unanswered: number;
  drafts: number;
  pausedSlots: number;
  /** Colleagues who have not answered yet. */
  invitations: number;
  /** Slots that ran out and can still be renewed. */
  expiredSlots: number;
  lateCommitments: number;
}

/** One for each organisation that the viewer looks after, by name. */
export function overviewsOf(db: Db, viewer: Viewer): Overview[] {
  const day = today();
  return statement<Overview>(db, OVERVIEWS).all({
    accountId: viewer.id,
    today: day,
    renewableFrom: addDays(day, -RENEWABLE_DAYS),
    now: timestamp(),
  });
}

/** @param slug of an organisation; nothing where the viewer does not look after it */
export function overviewOf(db: Db, viewer: Viewer, slug: string): Overview | undefined {
  return overviewsOf(db, viewer).find((one) => one.slug === slug);
}

const OVERVIEWS = `
  select organisations.slug, organisations.name, organisation_members.role,
    (select count(*) from slots where organisation_id = organisations.id and ${IS_OPEN}) as openSlots,
    (select count(*) from commitments
      where organisation_id = organisations.id and state = 'active' and review_on >= @today) as activeCommitments,
    (select count(*) from enquiries
      where organisation_id = organisations.id and state in ('sent', 'seen')) as unanswered,
    (select count(*) from slot_drafts where organisation_id = organisations.id) as drafts,
    (select count(*) from slots
      where organisation_id = organisations.id and state = 'paused' and expires_on >= @today) as pausedSlots,
    (select count(*) from invitations where organisation_id = organisations.id
      and accepted_at is null and revoked_at is null and expires_at > @now) as invitations,
    (select count(*) from slots where organisation_id = organisations.id and filled < positions
      and expires_on < @today and expires_on >= @renewableFrom
      and (state <> 'closed' or closed_because = 'expired')) as expiredSlots,
    (select count(*) from commitments
      where organisation_id = organisations.id and state = 'active' and review_on < @today) as lateCommitments
  from organisation_members join organisations on organisations.id = organisation_members.organisation_id
  where organisation_members.account_id = @accountId order by organisations.name`;
