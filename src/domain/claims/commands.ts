import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccount } from '#domain/accounts/queries.ts';
import { insertMember } from '#domain/accounts/steps.ts';
import { actorOf, type MemberRole, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { networksOf } from '#domain/invitations/queries.ts';
import { roleIn } from '#domain/members/queries.ts';
import { decidersFor, ownersOf } from '#domain/networks/people.ts';
import { refuseFlood } from '#domain/requests.ts';
import { timestamp } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { type Claim, type Claimable, findClaim, findClaimable } from './queries.ts';
import { opensDoor, proofOf } from './rules.ts';

/**
 * Asks to look after a listed organisation. Where nobody owns it yet, an address at its own web domain, or the one in
 * the directory, lets the viewer in at once as owner. Everything else waits for its owners, or for those who run its
 * networks. The viewer's address has been confirmed by signing in.
 *
 * @returns whether the viewer is in, and where
 * @throws NotFound, Conflict `already-yours`, `already-claimed`, TooMany
 */
export function claimOrganisation(
  db: Db,
  viewer: Viewer,
  organisationId: number,
  message: string,
): { isLetIn: boolean; slug: string; name: string } {
  return inTransaction(db, () => {
    const organisation = findClaimable(db, organisationId);
    if (!organisation) throw new NotFound();
    if (roleIn(db, organisationId, viewer.id)) throw new Conflict('already-yours');
    refuseAgain(db, viewer, organisationId);
    const proof = proofOf(viewer.email, organisation);
    const isLetIn = !organisation.hasOwner && opensDoor(proof);
    const now = timestamp();
    const state = isLetIn ? 'approved' : 'waiting';
    const values = { accountId: viewer.id, organisationId, message, state, now, settledAt: isLetIn ? now : null };
    const claim = statement<{ id: number }>(db, INSERT).get(values)?.id ?? 0;
    record(db, viewer, 'claimOrganisation', { id: claim, organisationId }, { proof, state });
    if (isLetIn) letIn(db, viewer, organisation);
    else tellDeciders(db, viewer, claim, organisation, message);
    return { isLetIn, slug: organisation.slug, name: organisation.name };
  });
}

/** Takes one's own claim back while it waits. @throws NotFound */
export function withdrawClaim(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const withdraw = `update claims set state = 'withdrawn', settled_at = ?, settled_by = account_id
      where id = ? and account_id = ? and state = 'waiting' returning id, organisation_id as organisationId`;
    const claim = statement<Pick<Claim, 'id' | 'organisationId'>>(db, withdraw).get(timestamp(), id, viewer.id);
    if (!claim) throw new NotFound();
    record(db, viewer, 'withdrawClaim', claim);
  });
}

/**
 * Lets somebody in. Of two who decide at once only one does; the other is told.
 *
 * @param word for the person to read; may be empty
 * @throws NotFound for a claim that is not the viewer's to decide about, Conflict `claim-settled`, `claimant-suspended`
 */
export function approveClaim(db: Db, viewer: Viewer, id: number, role: MemberRole, word = ''): Claim {
  return settle(db, viewer, id, 'approved', word, (claim) => {
    if (findAccount(db, claim.accountId)?.state !== 'active') throw new Conflict('claimant-suspended');
    insertMember(db, claim.accountId, claim.organisationId, role);
    record(db, viewer, 'approveClaim', claim, { account: claim.accountId, role });
    const values = { place: claim.name, kind: role, word, path: `/medlem/${claim.slug}` };
    queueMail(db, { ...addressOf(db, claim), name: 'claim-approved', values });
  });
}

/** Says no, and why. @throws NotFound, Conflict `claim-settled` */
export function declineClaim(db: Db, viewer: Viewer, id: number, reason: string): Claim {
  return settle(db, viewer, id, 'declined', reason, (claim) => {
    record(db, viewer, 'declineClaim', claim, { account: claim.accountId });
    const values = { place: claim.name, word: reason, path: `/virksomheder/${claim.slug}` };
    queueMail(db, { ...addressOf(db, claim), name: 'claim-declined', values });
  });
}

const INSERT = `
  insert into claims (account_id, organisation_id, message, state, created_at, settled_at)
  values (@accountId, @organisationId, @message, @state, @now, @settledAt) returning id`;

function refuseAgain(db: Db, viewer: Viewer, organisationId: number): void {
  const waiting = "select 1 from claims where account_id = ? and organisation_id = ? and state = 'waiting'";
  if (statement(db, waiting).get(viewer.id, organisationId)) throw new Conflict('already-claimed');
  refuseFlood(db, 'claims', viewer.id);
}

/** The address in the directory is told: should it not be theirs who came in, somebody there finds out. */
function letIn(db: Db, viewer: Viewer, organisation: Claimable): void {
  insertMember(db, viewer.id, organisation.id, 'owner');
  const { email, name: place, slug } = organisation;
  if (!email || email.trim().toLowerCase() === viewer.email) return;
  const values = { place, person: viewer.name, email: viewer.email, path: `/virksomheder/${slug}` };
  queueMail(db, { to: email, locale: 'da', name: 'claim-let-in', values });
}

function tellDeciders(db: Db, viewer: Viewer, claim: number, organisation: Claimable, message: string): void {
  const { id, slug, name: place } = organisation;
  const values = { place, person: viewer.name, email: viewer.email, message };
  const told = new Set([viewer.id]);
  const tell = (people: ReturnType<typeof ownersOf>, path: string) => {
    for (const { accountId, email: to, locale } of people.filter((one) => !told.has(one.accountId))) {
      told.add(accountId);
      queueMail(db, { to, locale, name: 'claim-waiting', values: { ...values, path } });
    }
  };
  tell(ownersOf(db, id), `/medlem/${slug}/folk`);
  tell(decidersFor(db, networksOf(db, id)), `/koordinator/anmodninger/${claim}`);
}

function settle(
  db: Db,
  viewer: Viewer,
  id: number,
  state: 'approved' | 'declined',
  word: string,
  follow: (claim: Claim) => void,
): Claim {
  return inTransaction(db, () => {
    const claim = findClaim(db, viewer, id);
    if (!claim) throw new NotFound();
    if (claim.state !== 'waiting') throw new Conflict('claim-settled');
    const change = 'update claims set state = ?, settled_at = ?, settled_by = ?, reason = ? where id = ?';
    statement(db, change).run(state, timestamp(), viewer.id, word || null, id);
    follow(claim);
    return claim;
  });
}

function addressOf(db: Db, { accountId, email }: Claim): { to: string; locale: 'da' | 'en' } {
  return { to: email, locale: findAccount(db, accountId)?.locale ?? 'da' };
}

function record(
  db: Db,
  viewer: Viewer,
  verb: string,
  { id, organisationId }: Pick<Claim, 'id' | 'organisationId'>,
  detail: Record<string, unknown> = {},
): void {
  const event = { actor: actorOf(viewer), verb, noun: 'organisation', nounId: organisationId } as const;
  recordEvent(db, { ...event, detail: { claim: id, ...detail } });
}
