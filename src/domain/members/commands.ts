import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type MemberRole, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { rotateSessionsOf } from '#domain/sessions/steps.ts';
import { roleIn, solelyOwnedBy } from './queries.ts';

/** Makes a member owner or editor. @throws NotFound, Conflict for the last owner */
export function changeMemberRole(
  db: Db,
  viewer: Viewer,
  organisationId: number,
  accountId: number,
  role: MemberRole,
): void {
  inTransaction(db, () => {
    ownedBy(db, viewer, organisationId);
    setRole(db, organisationId, accountId, role);
    record(db, viewer, 'changeMemberRole', organisationId, { account: accountId, role });
  });
}

/** Ends somebody's looking after an organisation. @throws NotFound, Conflict for the last owner */
export function removeMember(db: Db, viewer: Viewer, organisationId: number, accountId: number): void {
  inTransaction(db, () => {
    ownedBy(db, viewer, organisationId);
    take(db, organisationId, accountId);
    record(db, viewer, 'removeMember', organisationId, { account: accountId });
  });
}

/** Stops looking after an organisation oneself. @throws NotFound, Conflict for the last owner */
export function leaveOrganisation(db: Db, viewer: Viewer, organisationId: number): void {
  inTransaction(db, () => {
    take(db, organisationId, viewer.id);
    record(db, viewer, 'leaveOrganisation', organisationId, {});
  });
}

/** Makes another member owner, and the viewer an editor. @throws NotFound */
export function handOverOrganisation(db: Db, viewer: Viewer, organisationId: number, accountId: number): void {
  inTransaction(db, () => {
    ownedBy(db, viewer, organisationId);
    if (accountId === viewer.id) throw new Conflict('already-owner');
    setRole(db, organisationId, accountId, 'owner');
    setRole(db, organisationId, viewer.id, 'editor');
    record(db, viewer, 'handOverOrganisation', organisationId, { account: accountId });
  });
}

/** Asked of the database and not of the viewer, whose roles are as old as the request. */
function ownedBy(db: Db, viewer: Viewer, organisationId: number): void {
  if (roleIn(db, organisationId, viewer.id) !== 'owner') throw new NotFound();
}

function setRole(db: Db, organisationId: number, accountId: number, role: MemberRole): void {
  const now = roleIn(db, organisationId, accountId);
  if (!now) throw new NotFound();
  if (now === 'owner' && role !== 'owner') keepAnOwner(db, organisationId, accountId);
  statement(db, 'update organisation_members set role = ? where organisation_id = ? and account_id = ?').run(
    role,
    organisationId,
    accountId,
  );
  rotateSessionsOf(db, accountId);
}

function take(db: Db, organisationId: number, accountId: number): void {
  if (!roleIn(db, organisationId, accountId)) throw new NotFound();
  keepAnOwner(db, organisationId, accountId);
  statement(db, 'delete from organisation_members where organisation_id = ? and account_id = ?').run(
    organisationId,
    accountId,
  );
  rotateSessionsOf(db, accountId);
}

/** The trigger `last_owner_stays` would refuse it too; this says so in words. */
function keepAnOwner(db: Db, organisationId: number, leaving: number): void {
  if (solelyOwnedBy(db, leaving).some((one) => one.organisationId === organisationId)) throw new Conflict('last-owner');
}

function record(db: Db, viewer: Viewer, verb: string, organisationId: number, detail: Record<string, unknown>): void {
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'organisation', nounId: organisationId, detail });
}
