import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { kept, nameOf, type Who } from '#domain/accounts/who.ts';
import { findConsultant } from '#domain/consultants/queries.ts';
import { asConsultant } from '#domain/consultants/rules.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp, today } from '#domain/time.ts';
import { queueMail } from '#mail/outbox.ts';
import { COOL_DOWN_KEY } from './queries.ts';
import type { ApproachInput, ColleagueRequestInput, WishesInput } from './schema.ts';
import { insertApproach } from './steps.ts';

/** Writes down that one was in touch. Returns its id. @throws Forbidden, NotFound, Invalid */
export function logApproach(db: Db, viewer: Viewer, input: ApproachInput): number {
  return inTransaction(db, () => {
    asConsultant(viewer);
    checkOrganisation(db, input.organisationId);
    if (input.on > today()) throw new Invalid({ on: 'day-to-come' });
    const id = insertApproach(db, viewer, input);
    recordEvent(db, {
      actor: actorOf(viewer),
      verb: 'logApproach',
      noun: 'approach',
      nounId: id,
      detail: { channel: input.channel },
    });
    return id;
  });
}

/** Takes a line of one’s own out of the log. What the portal wrote stays. @throws NotFound */
export function removeApproach(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const removed = statement(db, `delete from approaches where id = ? and account_id = ? and channel <> 'portal'`).run(
      id,
      viewer.id,
    );
    if (removed.changes === 0) throw new NotFound();
    recordEvent(db, { actor: actorOf(viewer), verb: 'removeApproach', noun: 'approach', nounId: id });
  });
}

/** An organisation says how it wants to be approached. @throws NotFound, Invalid */
export function wishForRest(db: Db, who: Who, organisationId: number, { coolDownDays, restUntil }: WishesInput): void {
  inTransaction(db, () => {
    kept(who, { organisationId });
    if (restUntil !== null && restUntil < today()) throw new Invalid({ restUntil: 'day-past' });
    statement(db, PUT_WISHES).run({ organisationId, coolDownDays, restUntil, now: timestamp() });
    recordEvent(db, { actor: nameOf(who), verb: 'wishForRest', noun: 'organisation', nounId: organisationId });
  });
}

const PUT_WISHES = `
  insert into approach_wishes (organisation_id, cool_down_days, rest_until, changed_at)
  values (@organisationId, @coolDownDays, @restUntil, @now)
  on conflict do update set cool_down_days = excluded.cool_down_days, rest_until = excluded.rest_until, changed_at = excluded.changed_at`;

/** The municipality sets how long after an approach the next consultant thinks twice. @throws Forbidden */
export function setCoolDown(db: Db, viewer: Viewer, days: number): void {
  inTransaction(db, () => {
    if (!viewer.administrator) throw new Forbidden();
    statement(
      db,
      'insert into settings (key, value) values (?, ?) on conflict do update set value = excluded.value',
    ).run(COOL_DOWN_KEY, String(days));
    recordEvent(db, { actor: actorOf(viewer), verb: 'setCoolDown', noun: 'setting', nounId: 0, detail: { days } });
  });
}

/** Asks a colleague to raise something, instead of approaching the organisation too. Returns its id. @throws Forbidden, NotFound, Invalid, Conflict */
export function askColleague(
  db: Db,
  viewer: Viewer,
  { organisationId, colleagueId, line }: ColleagueRequestInput,
): number {
  return inTransaction(db, () => {
    asConsultant(viewer);
    const organisation = checkOrganisation(db, organisationId);
    const colleague = findConsultant(db, colleagueId);
    if (!colleague || colleagueId === viewer.id) throw new Invalid({ colleagueId: 'not-a-colleague' });
    if (statement(db, WAITING).get(organisationId, viewer.id, colleagueId)) throw new Conflict('colleague-asked');
    const id =
      statement<{ id: number }>(db, ASK).get(organisationId, viewer.id, colleagueId, line, timestamp())?.id ?? 0;
    const values = { by: viewer.name, organisation: organisation.name, path: '/jobcenter' };
    queueMail(db, { to: colleague.email, locale: colleague.locale, name: 'colleague-request', values });
    recordEvent(db, {
      actor: actorOf(viewer),
      verb: 'askColleague',
      noun: 'colleague-request',
      nounId: id,
      detail: { colleagueId },
    });
    return id;
  });
}

const WAITING = `
  select 1 from colleague_requests
  where organisation_id = ? and from_account_id = ? and to_account_id = ? and state = 'waiting'`;
const ASK = `
  insert into colleague_requests (organisation_id, from_account_id, to_account_id, line, asked_at) values (?, ?, ?, ?, ?)
  returning id`;

/** The colleague has raised it, or will not. @throws NotFound */
export function settleColleagueRequest(db: Db, viewer: Viewer, id: number, state: 'done' | 'declined'): void {
  inTransaction(db, () => {
    const settle = `update colleague_requests set state = ?, settled_at = ? where id = ? and to_account_id = ? and state = 'waiting'`;
    if (statement(db, settle).run(state, timestamp(), id, viewer.id).changes === 0) throw new NotFound();
    recordEvent(db, {
      actor: actorOf(viewer),
      verb: 'settleColleagueRequest',
      noun: 'colleague-request',
      nounId: id,
      detail: { state },
    });
  });
}

function checkOrganisation(db: Db, id: number): { name: string } {
  const found = statement<{ name: string }>(db, 'select name from organisations where id = ?').get(id);
  if (!found) throw new NotFound();
  return found;
}
