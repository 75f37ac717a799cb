import { type Db, inTransaction } from '#db/open.ts';
import { needSupport, needs } from '#db/schema/needs.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { slotSchemes, validSupportFacts } from '#domain/schemes/queries.ts';
import { timestamp, today } from '#domain/time.ts';
import { everyOpenNeed, needById, progressOf } from './queries.ts';
import { hasRunOut, type NeedState } from './rules.ts';
import type { NeedInput } from './schema.ts';

/** Says what kind of offer is missing. Returns the need’s id. @throws Forbidden, Invalid */
export function postNeed(db: Db, viewer: Viewer, input: NeedInput): number {
  return inTransaction(db, () => {
    asConsultant(viewer);
    checkReferences(db, input);
    const { scheme, support, ...plain } = input;
    const { id } = db
      .insert(needs)
      .values({ ...plain, schemeId: scheme, accountId: viewer.id, postedOn: today(), postedAt: timestamp() })
      .returning({ id: needs.id })
      .get();
    for (const supportFactId of new Set(support)) db.insert(needSupport).values({ needId: id, supportFactId }).run();
    recordEvent(db, {
      actor: actorOf(viewer),
      verb: 'postNeed',
      noun: 'need',
      nounId: id,
      detail: { places: input.places },
    });
    return id;
  });
}

/** It is not missing any more, or was a mistake. Any consultant can say so. @throws Forbidden, NotFound, Conflict */
export function withdrawNeed(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    asConsultant(viewer);
    const need = needById(db, id);
    if (!need) throw new NotFound();
    if (need.state !== 'open') throw new Conflict('need-closed');
    close(db, actorOf(viewer), id, 'withdrawn');
  });
}

/** An organisation does not want to be asked about this one again. @throws NotFound */
export function declineSuggestion(db: Db, who: Who, organisationId: number, needId: number): void {
  inTransaction(db, () => {
    kept(who, { organisationId });
    if (!needById(db, needId)) throw new NotFound();
    statement(
      db,
      'insert into need_declines (need_id, organisation_id, at) values (?, ?, ?) on conflict do nothing',
    ).run(needId, organisationId, timestamp());
    const detail = { organisationId };
    recordEvent(db, { actor: nameOf(who), verb: 'declineSuggestion', noun: 'need', nounId: needId, detail });
  });
}

/** Closes every need that is met by now, and those that have run out. Returns how many. */
export function closeSettledNeeds(db: Db, day = today()): number {
  return everyOpenNeed(db).filter((need) => {
    const state = progressOf(db, need).missing === 0 ? 'met' : hasRunOut(need, day) ? 'expired' : undefined;
    return state && inTransaction(db, () => close(db, 'system', need.id, state));
  }).length;
}

/** @returns whether it was open until now */
function close(db: Db, actor: string, id: number, state: Exclude<NeedState, 'open'>): boolean {
  const text = `update needs set state = ?, closed_at = ? where id = ? and state = 'open'`;
  if (statement(db, text).run(state, timestamp(), id).changes === 0) return false;
  recordEvent(db, { actor, verb: 'closeNeed', noun: 'need', nounId: id, detail: { state } });
  return true;
}

function checkReferences(db: Db, { scheme, support, postcode, fromMonth }: NeedInput): void {
  const facts = new Set(validSupportFacts(db).map((fact) => fact.id));
  const problems: Record<string, string> = {};
  if (scheme !== null && !slotSchemes(db).some((one) => one.id === scheme)) problems.scheme = 'not-a-choice';
  if (support.some((fact) => !facts.has(fact))) problems.support = 'not-a-choice';
  if (!statement(db, 'select 1 from postcodes where code = ?').get(postcode)) problems.postcode = 'unknown-postcode';
  if (fromMonth < today().slice(0, 7)) problems.fromMonth = 'month-past';
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}
