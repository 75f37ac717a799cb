import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { findAccount } from '#domain/accounts/queries.ts';
import { insertMember } from '#domain/accounts/steps.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { roleIn } from '#domain/members/queries.ts';
import { insertMembership } from '#domain/memberships/steps.ts';
import { insertOrganisation } from '#domain/organisations/steps.ts';
import { timestamp, today } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { type Application, findApplication, findListed, isMember } from './queries.ts';
import { record } from './steps.ts';

/**
 * Takes the organisation in. A new one comes into the directory with the applicant as its owner.
 *
 * @param word for the applicant to read; may be empty
 * @returns the organisation's id
 * @throws NotFound, Conflict `application-settled`, `listed-meanwhile`, `applicant-left`, `claimant-suspended`
 */
export function approveApplication(db: Db, viewer: Viewer, id: number, word = ''): number {
  return inTransaction(db, () => {
    const application = settle(db, viewer, id, 'approved', word);
    if (findAccount(db, application.accountId)?.state !== 'active') throw new Conflict('claimant-suspended');
    const organisationId = organisationOf(db, viewer, application);
    statement(db, 'update applications set organisation_id = ? where id = ?').run(organisationId, id);
    if (!isMember(db, organisationId, application.networkId)) join(db, viewer, application, organisationId);
    indexOrganisations(db, [organisationId]);
    record(db, viewer, 'approveApplication', application, { organisation: organisationId });
    const { slug } = statement<{ slug: string }>(db, 'select slug from organisations where id = ?').get(
      organisationId,
    ) ?? { slug: '' };
    answer(db, application, 'application-approved', word, `/medlem/${slug}`);
    return organisationId;
  });
}

/** Says no, and why. @throws NotFound, Conflict `application-settled` */
export function declineApplication(db: Db, viewer: Viewer, id: number, reason: string): void {
  inTransaction(db, () => {
    const application = settle(db, viewer, id, 'declined', reason);
    record(db, viewer, 'declineApplication', application);
    answer(db, application, 'application-declined', reason, `/netvaerk/${application.networkSlug}`);
  });
}

function settle(db: Db, viewer: Viewer, id: number, state: 'approved' | 'declined', word: string): Application {
  const application = findApplication(db, viewer, id);
  if (!application) throw new NotFound();
  if (application.state !== 'waiting') throw new Conflict('application-settled');
  const change = 'update applications set state = ?, settled_at = ?, settled_by = ?, reason = ? where id = ?';
  statement(db, change).run(state, timestamp(), viewer.id, word || null, id);
  return application;
}

/** The one that is listed; it may have come since. A new one is made, and is the applicant's. */
function organisationOf(db: Db, viewer: Viewer, { accountId, organisationId, proposed }: Application): number {
  const cvr = proposed?.organisation.cvr;
  const listed = organisationId ?? (cvr && findListed(db, cvr)?.id);
  if (listed) {
    if (roleIn(db, listed, accountId) === 'owner') return listed;
    throw new Conflict(organisationId ? 'applicant-left' : 'listed-meanwhile');
  }
  if (!proposed) throw new NotFound();
  const isInvented = findAccount(db, accountId)?.demo ?? false;
  const id = insertOrganisation(db, proposed.organisation, proposed.workplace, isInvented);
  recordEvent(db, { actor: actorOf(viewer), verb: 'addOrganisation', noun: 'organisation', nounId: id });
  insertMember(db, accountId, id, 'owner');
  return id;
}

function join(db: Db, viewer: Viewer, { networkId, networkSlug }: Application, organisationId: number): void {
  const membership = { organisationId, networkId, since: today(), verifiedBy: networkSlug };
  const id = insertMembership(db, membership);
  recordEvent(db, { actor: actorOf(viewer), verb: 'joinNetwork', noun: 'membership', nounId: id });
}

function answer(
  db: Db,
  { accountId, email: to, name: place, network }: Application,
  name: 'application-approved' | 'application-declined',
  word: string,
  path: string,
): void {
  const locale = findAccount(db, accountId)?.locale ?? 'da';
  queueMail(db, { to, locale, name, values: { place, network, word, path } });
}
