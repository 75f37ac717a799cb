import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { NotFound } from '#domain/errors.ts';
import { timestamp } from '#domain/time.ts';
import type { NextStepInput } from './schema.ts';

/* Steps that the verbs of a portfolio and its import share. */

/** @returns whether it was not there before */
export function insertEmployer(db: Db, viewer: Viewer, organisationId: number): boolean {
  const insert = `insert into portfolio_employers (account_id, organisation_id, added_at) values (?, ?, ?) on conflict do nothing`;
  return statement(db, insert).run(viewer.id, organisationId, timestamp()).changes > 0;
}

export function putNextStep(
  db: Db,
  viewer: Viewer,
  organisationId: number,
  { nextStep, nextStepOn }: NextStepInput,
): void {
  statement(
    db,
    'update portfolio_employers set next_step = ?, next_step_on = ? where account_id = ? and organisation_id = ?',
  ).run(nextStep, nextStepOn, viewer.id, organisationId);
}

export function putTags(db: Db, viewer: Viewer, organisationId: number, tags: readonly string[]): void {
  statement(db, 'delete from portfolio_tags where account_id = ? and organisation_id = ?').run(
    viewer.id,
    organisationId,
  );
  for (const tag of new Set(tags))
    statement(db, 'insert into portfolio_tags (account_id, organisation_id, tag) values (?, ?, ?)').run(
      viewer.id,
      organisationId,
      tag,
    );
}

export function insertNote(db: Db, viewer: Viewer, organisationId: number, text: string): number {
  const insert =
    'insert into portfolio_notes (account_id, organisation_id, text, written_at) values (?, ?, ?, ?) returning id';
  return statement<{ id: number }>(db, insert).get(viewer.id, organisationId, text, timestamp())?.id ?? 0;
}

/** @throws NotFound where it is not in the viewer’s portfolio */
export function checkMine(db: Db, viewer: Viewer, organisationId: number): void {
  const text = 'select 1 from portfolio_employers where account_id = ? and organisation_id = ?';
  if (!statement(db, text).get(viewer.id, organisationId)) throw new NotFound();
}
