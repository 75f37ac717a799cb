import type { Db } from '#db/open.ts';
import { tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { timestamp } from '#domain/time.ts';
import { mayInvite } from './rules.ts';
import type { InvitationRole, Post } from './schema.ts';

export interface Invitation {
  id: number;
  email: string;
  role: InvitationRole;
  organisationId: number | null;
  networkId: number | null;
  /** Name of the organisation or the network. */
  place: string | null;
  /** Who asks, by name; nobody where it came from the command line. */
  by: string | null;
  locale: 'da' | 'en';
  createdAt: string;
  expiresAt: string;
}

/** The invitation of a link that may still be answered. Looking changes nothing: mail scanners open links too. */
export function findInvitation(db: Db, token: string): Invitation | undefined {
  return statement<Invitation>(db, `${INVITATION} where invitations.token_hash = @hash and ${WAITING}`).get({
    hash: tokenHash(token),
    now: timestamp(),
  });
}

/** Why a link can no longer be answered; nothing for one that never was. */
export type Over = 'accepted' | 'revoked' | 'expired';

export function whyOver(db: Db, token: string): Over | undefined {
  const row = statement<{ acceptedAt: string | null; revokedAt: string | null; expiresAt: string }>(
    db,
    'select accepted_at as acceptedAt, revoked_at as revokedAt, expires_at as expiresAt from invitations where token_hash = ?',
  ).get(tokenHash(token));
  if (!row) return undefined;
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= timestamp() ? 'expired' : undefined;
}

/** An invitation by its id, while nobody has answered it. */
export function findWaiting(db: Db, id: number): Invitation | undefined {
  const waiting = `${INVITATION} where invitations.id = @id and ${WAITING}`;
  return statement<Invitation>(db, waiting).get({ id, now: timestamp() });
}

/** Invitations to an organisation that nobody has answered yet, for those who may take them back. */
export function invitationsTo(db: Db, viewer: Viewer, organisationId: number): Invitation[] {
  if (!mayInvite(viewer, { role: 'editor', organisationId }, networksOf(db, organisationId))) return [];
  return statement<Invitation>(
    db,
    `${INVITATION} where invitations.organisation_id = @organisationId and ${WAITING} order by invitations.created_at, invitations.id`,
  ).all({ organisationId, now: timestamp() });
}

/** The networks that an organisation is in. */
export function networksOf(db: Db, organisationId: number): number[] {
  const current = 'select network_id as id from memberships where organisation_id = ? and until is null';
  return statement<{ id: number }>(db, current)
    .all(organisationId)
    .map(({ id }) => id);
}

/** What an invitation asks somebody to take on. */
export function postOf({ role, organisationId, networkId }: Invitation): Post {
  if (role === 'owner' || role === 'editor') return { role, organisationId: organisationId ?? 0 };
  return role === 'coordinator' ? { role, networkId: networkId ?? 0 } : { role };
}

/** Nobody has answered it, it has not been taken back, and there is time left (`@now`). */
export const WAITING =
  'invitations.accepted_at is null and invitations.revoked_at is null and invitations.expires_at > @now';

const INVITATION = `
  select invitations.id, invitations.email, invitations.role, invitations.organisation_id as organisationId,
    invitations.network_id as networkId, coalesce(organisations.name, networks.name) as place, accounts.name as "by",
    invitations.locale, invitations.created_at as createdAt, invitations.expires_at as expiresAt
  from invitations
  left join organisations on organisations.id = invitations.organisation_id
  left join networks on networks.id = invitations.network_id
  left join accounts on accounts.id = invitations.invited_by`;
