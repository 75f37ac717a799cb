import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import type { NextStepInput, NoteInput } from './schema.ts';
import { checkMine, insertEmployer, insertNote, putNextStep, putTags } from './steps.ts';

/** How many of the employers that somebody looked at are remembered. */
export const RECENT_VIEWS = 20;

/** Takes an employer into one’s portfolio. Once is enough. @throws Forbidden, NotFound */
export function keepEmployer(db: Db, viewer: Viewer, organisationId: number): void {
  inTransaction(db, () => {
    asConsultant(viewer);
    if (!statement(db, 'select 1 from organisations where id = ?').get(organisationId)) throw new NotFound();
    if (insertEmployer(db, viewer, organisationId)) record(db, viewer, 'keepEmployer', organisationId);
  });
}

/** Takes it out again, with the notes and tags of one’s own. @throws NotFound */
export function dropEmployer(db: Db, viewer: Viewer, organisationId: number): void {
  change(db, viewer, 'dropEmployer', organisationId, () => {
    for (const table of ['portfolio_employers', 'portfolio_tags', 'portfolio_notes'])
      statement(db, `delete from ${table} where account_id = ? and organisation_id = ?`).run(viewer.id, organisationId);
  });
}

/** What comes next with an employer, and when; null is nothing. @throws NotFound */
export function planNextStep(db: Db, viewer: Viewer, organisationId: number, input: NextStepInput): void {
  change(db, viewer, 'planNextStep', organisationId, () => putNextStep(db, viewer, organisationId, input));
}

/** @throws NotFound */
export function tagEmployer(db: Db, viewer: Viewer, organisationId: number, tags: readonly string[]): void {
  change(db, viewer, 'tagEmployer', organisationId, () => putTags(db, viewer, organisationId, tags));
}

/** Writes a note about an employer. Returns its id. @throws NotFound */
export function writeNote(db: Db, viewer: Viewer, organisationId: number, { text }: NoteInput): number {
  return change(db, viewer, 'writeNote', organisationId, () => insertNote(db, viewer, organisationId, text));
}

/** @throws NotFound */
export function removeNote(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const remove =
      'delete from portfolio_notes where id = ? and account_id = ? returning organisation_id as organisationId';
    const removed = statement<{ organisationId: number }>(db, remove).get(id, viewer.id);
    if (!removed) throw new NotFound();
    record(db, viewer, 'removeNote', removed.organisationId);
  });
}

/** Remembers that somebody looked at an employer: the newest few, no history. No event, for it changes nothing. */
export function rememberView(db: Db, viewer: Viewer, organisationId: number): void {
  inTransaction(db, () => {
    const put = `insert into recent_views (account_id, organisation_id, at) values (?, ?, ?)
      on conflict do update set at = excluded.at`;
    statement(db, put).run(viewer.id, organisationId, timestamp());
    statement(
      db,
      `delete from recent_views where account_id = @accountId and organisation_id not in (
        select organisation_id from recent_views where account_id = @accountId order by at desc, rowid desc limit @most)`,
    ).run({ accountId: viewer.id, most: RECENT_VIEWS });
  });
}

function change<Result>(db: Db, viewer: Viewer, verb: string, organisationId: number, make: () => Result): Result {
  return inTransaction(db, () => {
    checkMine(db, viewer, organisationId);
    const result = make();
    record(db, viewer, verb, organisationId);
    return result;
  });
}

/** What was written stays out of it. */
function record(db: Db, viewer: Viewer, verb: string, organisationId: number): void {
  recordEvent(db, { actor: actorOf(viewer), verb, noun: 'organisation', nounId: organisationId });
}
