import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp } from '#domain/time.ts';
import type { TemplateInput } from './schema.ts';

/** Adds a text to begin an enquiry from, for all consultants. Returns its id. @throws Forbidden */
export function addTemplate(db: Db, viewer: Viewer, { name, text }: TemplateInput): number {
  return inTransaction(db, () => {
    const values = [name, text, asConsultant(viewer).id, timestamp()];
    const insert =
      'insert into enquiry_templates (name, text, account_id, changed_at) values (?, ?, ?, ?) returning id';
    const id = statement<{ id: number }>(db, insert).get(...values)?.id ?? 0;
    recordEvent(db, { actor: actorOf(viewer), verb: 'addTemplate', noun: 'enquiry-template', nounId: id });
    return id;
  });
}

/** @throws Forbidden, NotFound */
export function changeTemplate(db: Db, viewer: Viewer, id: number, { name, text }: TemplateInput): void {
  settle(db, viewer, id, 'changeTemplate', () =>
    statement(db, 'update enquiry_templates set name = ?, text = ?, changed_at = ? where id = ?').run(
      name,
      text,
      timestamp(),
      id,
    ),
  );
}

/** @throws Forbidden, NotFound */
export function removeTemplate(db: Db, viewer: Viewer, id: number): void {
  settle(db, viewer, id, 'removeTemplate', () => statement(db, 'delete from enquiry_templates where id = ?').run(id));
}

function settle(db: Db, viewer: Viewer, id: number, verb: string, change: () => { changes: number }): void {
  inTransaction(db, () => {
    asConsultant(viewer);
    if (change().changes === 0) throw new NotFound();
    recordEvent(db, { actor: actorOf(viewer), verb, noun: 'enquiry-template', nounId: id });
  });
}
