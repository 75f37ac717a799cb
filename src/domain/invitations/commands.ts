import { type Db, inTransaction } from '#db/open.ts';
import { newToken, tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import { findAccountByEmail, isStaffAs } from '#domain/accounts/queries.ts';
import type { AccountInput } from '#domain/accounts/schema.ts';
import { insertAccount, insertCoordinator, insertMember, insertStaff } from '#domain/accounts/steps.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { nameOf, type Who } from '#domain/accounts/who.ts';
import { Conflict, Forbidden, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { roleIn } from '#domain/members/queries.ts';
import { timestamp } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { findInvitation, findWaiting, type Invitation, networksOf, postOf, WAITING } from './queries.ts';
import { mayInvite } from './rules.ts';
import { INVITATION_DAYS, type Post } from './schema.ts';
import { findSentInvitation } from './within-reach.ts';

interface Asking {
  /** As `emailAddress` reads it. */
  email: string;
  post: Post;
  /** Of the e-mail, and of the account that is made. */
  locale: 'da' | 'en';
  /** Who runs the place, where it is neither an organisation nor a network: the job centre's name. */
  place?: string;
}

/**
 * Asks somebody to take on a post, by e-mail. Asking again ends the earlier invitation to that address and place.
 *
 * @returns where the link leads: a path without its language, which is a secret of whoever has the mailbox
 * @throws Forbidden, NotFound, Conflict for who has the post already
 */
export function invite(db: Db, who: Who, { email, post, locale, place }: Asking): string {
  return inTransaction(db, () => {
    const networks = 'organisationId' in post ? networksOf(db, post.organisationId) : [];
    if (typeof who !== 'string' && !mayInvite(who, post, networks)) throw new Forbidden();
    refuseHolder(db, email, post);
    endEarlier(db, email, post);
    const token = newToken();
    const now = new Date();
    const expiresAt = timestamp(new Date(now.getTime() + INVITATION_DAYS * 86_400_000));
    statement(db, INSERT).run({
      ...placeOf(post),
      email,
      role: post.role,
      locale,
      hash: tokenHash(token),
      invitedBy: typeof who === 'string' ? null : who.id,
      now: timestamp(now),
      expiresAt,
    });
    const invitation = findInvitation(db, token);
    if (!invitation) throw new NotFound();
    const path = `/invitation/${token}`;
    const by = invitation.by ?? 'Plads';
    const values = { path, kind: post.role, place: invitation.place ?? place ?? '', by, days: INVITATION_DAYS };
    queueMail(db, { to: email, locale, name: 'invitation', values }, expiresAt);
    record(db, nameOf(who), 'invite', invitation);
    return path;
  });
}

/**
 * Says yes: for who is signed in, as the account of the address that was invited; for everybody else by making that
 * account. The link was in the mailbox, so the address needs no other proof; an account that exists is not opened by
 * it, its owner signs in first.
 *
 * @returns the account that now has the post
 * @throws Conflict `invitation-over`, `invitation-for-another` (address), `sign-in-first`
 */
export function acceptInvitation(
  db: Db,
  token: string,
  who: Viewer | Pick<AccountInput, 'name' | 'locale'>,
): { accountId: number; invitation: Invitation } {
  return inTransaction(db, () => {
    const invitation = findInvitation(db, token);
    if (!invitation) throw new Conflict('invitation-over');
    const accountId = 'id' in who ? who.id : newAccount(db, invitation.email, who);
    if ('id' in who && who.email !== invitation.email) throw new Conflict('invitation-for-another');
    const accept = 'update invitations set accepted_at = ?, accepted_by = ? where id = ?';
    statement(db, accept).run(timestamp(), accountId, invitation.id);
    givePost(db, accountId, postOf(invitation));
    record(db, actorOf({ id: accountId }), 'acceptInvitation', invitation);
    return { accountId, invitation };
  });
}

/**
 * Sends an invitation again that nobody has said yes to; the earlier link ends.
 *
 * @param place as `invite` takes it
 * @throws NotFound, and what `invite` throws
 */
export function inviteAgain(db: Db, viewer: Viewer, id: number, place?: string): void {
  inTransaction(db, () => {
    const sent = findSentInvitation(db, viewer, id);
    if (sent?.state !== 'waiting' && sent?.state !== 'expired') throw new NotFound();
    invite(db, viewer, { email: sent.email, post: postOf(sent), locale: sent.locale, ...(place && { place }) });
  });
}

/** Takes an invitation back that nobody has answered. @throws NotFound */
export function revokeInvitation(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const invitation = findWaiting(db, id);
    if (!invitation) throw new NotFound();
    const networks = invitation.organisationId ? networksOf(db, invitation.organisationId) : [];
    if (!mayInvite(viewer, postOf(invitation), networks)) throw new NotFound();
    statement(db, 'update invitations set revoked_at = ? where id = ?').run(timestamp(), id);
    record(db, actorOf(viewer), 'revokeInvitation', invitation);
  });
}

const INSERT = `
  insert into invitations (email, role, organisation_id, network_id, locale, token_hash, invited_by, created_at, expires_at)
  values (@email, @role, @organisationId, @networkId, @locale, @hash, @invitedBy, @now, @expiresAt)`;

const placeOf = (post: Post) => ({
  organisationId: 'organisationId' in post ? post.organisationId : null,
  networkId: 'networkId' in post ? post.networkId : null,
});

/** Those who may invite see who has the post anyway: saying so gives nothing away. */
function refuseHolder(db: Db, email: string, post: Post): void {
  const account = findAccountByEmail(db, email);
  if (!account) return;
  if ('networkId' in post && coordinates(db, account.id, post.networkId))
    throw new Conflict('already-coordinator', 'email');
  if (holdsPost(db, account.id, post)) throw new Conflict('already-member', 'email');
}

function holdsPost(db: Db, accountId: number, post: Post): boolean {
  if ('networkId' in post) return false;
  if (!('organisationId' in post)) return isStaffAs(db, accountId, post.role);
  const now = roleIn(db, post.organisationId, accountId);
  return now === post.role || now === 'owner';
}

function coordinates(db: Db, accountId: number, networkId: number): boolean {
  const row = 'select 1 from network_coordinators where account_id = ? and network_id = ?';
  return statement(db, row).get(accountId, networkId) !== undefined;
}

function endEarlier(db: Db, email: string, post: Post): void {
  const samePlace = `organisation_id is @organisationId and network_id is @networkId
    and (organisation_id is not null or role = @role)`;
  statement(db, `update invitations set revoked_at = @now where email = @email and ${samePlace} and ${WAITING}`).run({
    ...placeOf(post),
    email,
    role: post.role,
    now: timestamp(),
  });
}

function newAccount(db: Db, email: string, { name, locale }: Pick<AccountInput, 'name' | 'locale'>): number {
  if (findAccountByEmail(db, email)) throw new Conflict('sign-in-first');
  const id = insertAccount(db, { email, name, locale });
  recordEvent(db, { actor: actorOf({ id }), verb: 'openAccount', noun: 'account', nounId: id });
  return id;
}

function givePost(db: Db, accountId: number, post: Post): void {
  if ('organisationId' in post) insertMember(db, accountId, post.organisationId, post.role);
  else if ('networkId' in post) insertCoordinator(db, accountId, post.networkId);
  else insertStaff(db, accountId, post.role);
}

function record(db: Db, actor: string, verb: string, invitation: Invitation): void {
  const { id, role, organisationId, networkId } = invitation;
  const detail = { invitation: id, role };
  if (organisationId) recordEvent(db, { actor, verb, noun: 'organisation', nounId: organisationId, detail });
  else if (networkId) recordEvent(db, { actor, verb, noun: 'network', nounId: networkId, detail });
  else recordEvent(db, { actor, verb, noun: 'invitation', nounId: id, detail });
}
