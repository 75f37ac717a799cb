import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { inReach, organisationInReach, reachOf } from '#domain/networks/rules.ts';
import { timestamp } from '#domain/time.ts';
import { INVITATION, type Invitation } from './queries.ts';

export const INVITATION_STATES = ['waiting', 'expired', 'accepted', 'revoked'] as const;

export interface SentInvitation extends Invitation {
  state: (typeof INVITATION_STATES)[number];
}

/** How many are shown: far more than a coordinator has under way. */
export const MOST_INVITATIONS = 100;

/**
 * Invitations to the viewer's networks, and those that people like the viewer sent to organisations in them; the newest
 * of each address and place, those that wait first. What owners send to their colleagues is theirs alone; administrators see all.
 */
export function sentInvitations(db: Db, viewer: Viewer): SentInvitation[] {
  const list = `${WITHIN_REACH} and not exists (
      select 1 from invitations as later where later.id > invitations.id and later.email = invitations.email
        and later.organisation_id is invitations.organisation_id and later.network_id is invitations.network_id
        and (later.organisation_id is not null or later.role = invitations.role))
    order by state <> 'waiting', invitations.created_at desc, invitations.id desc limit ${MOST_INVITATIONS}`;
  return statement<SentInvitation>(db, list).all(values(viewer));
}

/** One of them; nothing for one that is not the viewer's to see. */
export function findSentInvitation(db: Db, viewer: Viewer, id: number): SentInvitation | undefined {
  return statement<SentInvitation>(db, `${WITHIN_REACH} and invitations.id = @id`).get({ ...values(viewer), id });
}

const values = (viewer: Viewer) => ({ ...reachOf(viewer), own: viewer.id, now: timestamp() });

const STATE = `case when invitations.accepted_at is not null then 'accepted'
  when invitations.revoked_at is not null then 'revoked'
  when invitations.expires_at <= @now then 'expired' else 'waiting' end as state`;

/** A network’s people are those who run it, whoever of them it was. */
const SENT_BY_THEM = `(invitations.invited_by = @own or exists (
  select 1 from network_coordinators where network_coordinators.account_id = invitations.invited_by
    and ${inReach('network_coordinators.network_id')}))`;

const WITHIN_REACH = `${INVITATION.replace('select ', `select ${STATE}, `)}
  where (@all
  or (invitations.network_id is not null and ${inReach('invitations.network_id')})
  or (invitations.organisation_id is not null and ${SENT_BY_THEM} and ${organisationInReach('invitations.organisation_id')}))`;
