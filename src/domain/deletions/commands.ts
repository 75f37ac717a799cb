import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { isLastAdministrator } from '#domain/accounts/queries.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { roleIn, solelyOwnedBy } from '#domain/members/queries.ts';
import { endSessionsOf } from '#domain/sessions/steps.ts';
import { timestamp } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { indexOrganisations } from '#search/index-writer.ts';
import { accountDeletionOf, organisationDeletionOf, organisationsInTheWay } from './queries.ts';
import { ACCOUNT_GRACE_DAYS, namesIt, ORGANISATION_GRACE_DAYS } from './rules.ts';

/**
 * Has the viewer's account deleted once a grace is over, and signs it out everywhere. An organisation that is theirs
 * alone and about to go has to go first, so the account waits for it.
 *
 * @throws Conflict while it is the last owner of an organisation, or the last administrator
 */
export function askToDeleteAccount(db: Db, viewer: Viewer): void {
  inTransaction(db, () => {
    if (organisationsInTheWay(db, viewer.id).length > 0) throw new Conflict('last-owner');
    if (isLastAdministrator(db, viewer.id)) throw new Conflict('last-administrator');
    if (accountDeletionOf(db, viewer.id)) return;
    const now = new Date();
    const own = solelyOwnedBy(db, viewer.id).map((one) => organisationDeletionOf(db, one.organisationId)?.dueAt ?? '');
    const dueAt = [inDays(now, ACCOUNT_GRACE_DAYS), ...own].sort().at(-1) as string;
    statement(db, 'insert into account_deletions (account_id, asked_at, due_at) values (?, ?, ?)').run(
      viewer.id,
      timestamp(now),
      dueAt,
    );
    endSessionsOf(db, viewer.id);
    const { email, locale } = viewer;
    queueMail(db, { to: email, locale, name: 'account-deletion', values: { day: dueAt.slice(0, 10) } });
    recordEvent(db, { actor: actorOf(viewer), verb: 'askToDeleteAccount', noun: 'account', nounId: viewer.id });
  });
}

/** The viewer has changed their mind. Once is enough. */
export function keepAccount(db: Db, viewer: Viewer): void {
  inTransaction(db, () => {
    const kept = statement(db, 'delete from account_deletions where account_id = ?').run(viewer.id);
    if (kept.changes === 0) return;
    recordEvent(db, { actor: actorOf(viewer), verb: 'keepAccount', noun: 'account', nounId: viewer.id });
  });
}

/**
 * Takes an organisation out of sight at once, and has it deleted once a grace is over. Its other owners are told.
 *
 * @param typed its name, by the hand of whoever asks
 * @throws NotFound for everybody but an owner, Invalid
 */
export function askToDeleteOrganisation(db: Db, viewer: Viewer, organisationId: number, typed: string): void {
  inTransaction(db, () => {
    const { name, slug } = owned(db, viewer, organisationId);
    if (!namesIt(typed, name)) throw new Invalid({ name: 'name-differs' });
    if (organisationDeletionOf(db, organisationId)) return;
    const now = new Date();
    const dueAt = inDays(now, ORGANISATION_GRACE_DAYS);
    statement(
      db,
      'insert into organisation_deletions (organisation_id, asked_by, asked_at, due_at) values (?, ?, ?, ?)',
    ).run(organisationId, viewer.id, timestamp(now), dueAt);
    const path = `/medlem/${slug}/slet`;
    const values = { organisation: name, by: viewer.name, day: dueAt.slice(0, 10), path };
    for (const { email, locale } of otherOwners(db, viewer, organisationId))
      queueMail(db, { to: email, locale, name: 'organisation-deletion', values });
    record(db, viewer, 'askToDeleteOrganisation', organisationId);
    indexOrganisations(db, [organisationId]);
  });
}

/** An owner has changed their mind: it is as it was. Once is enough. @throws NotFound */
export function keepOrganisation(db: Db, viewer: Viewer, organisationId: number): void {
  inTransaction(db, () => {
    owned(db, viewer, organisationId);
    const kept = statement(db, 'delete from organisation_deletions where organisation_id = ?').run(organisationId);
    if (kept.changes === 0) return;
    record(db, viewer, 'keepOrganisation', organisationId);
    indexOrganisations(db, [organisationId]);
  });
}

const inDays = (now: Date, days: number): string => timestamp(new Date(now.getTime() + days * 86_400_000));

/** Asked of the database and not of the viewer, whose roles are as old as the request. */
function owned(db: Db, viewer: Viewer, organisationId: number): { name: string; slug: string } {
  const found = statement<{ name: string; slug: string }>(db, 'select name, slug from organisations where id = ?').get(
    organisationId,
  );
  if (!found || roleIn(db, organisationId, viewer.id) !== 'owner') throw new NotFound();
  return found;
}

function otherOwners(db: Db, viewer: Viewer, organisationId: number): { email: string; locale: 'da' | 'en' }[] {
  return statement<{ email: string; locale: 'da' | 'en' }>(
    db,
    `select accounts.email, accounts.locale
     from organisation_members join accounts on accounts.id = organisation_members.account_id
     where organisation_members.organisation_id = ? and organisation_members.role = 'owner' and accounts.id <> ?
       and accounts.state = 'active' order by accounts.id`,
  ).all(organisationId, viewer.id);
}

function record(db: Db, viewer: Viewer, verb: string, organisationId: number): void {
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'organisation', nounId: organisationId });
}
