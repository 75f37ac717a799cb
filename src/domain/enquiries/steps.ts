import type { Db } from '#db/open.ts';
import type { MESSAGE_SIDES } from '#db/schema/enquiries.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { isOpen, type SlotState } from '#domain/slots/rules.ts';
import { timestamp, today } from '#domain/time.ts';
import { type EnquiryRow, enquiryRow } from './queries.ts';
import { type EnquiryState, type EnquiryStep, isGuest, type Party, type Side, sideOf, stateAfter } from './rules.ts';

/* Steps that the verbs of an enquiry share. */

export interface Stand extends EnquiryRow {
  side: Side;
  next: EnquiryState;
}

/**
 * The enquiry as that party may take that step in it.
 *
 * @throws NotFound for those whom it does not concern, Conflict `enquiry-step` where it cannot happen now
 */
export function standFor(db: Db, party: Party, id: number, step: EnquiryStep): Stand {
  const enquiry = enquiryRow(db, id);
  const side = enquiry && sideOf(party, enquiry);
  if (!enquiry || !side) throw new NotFound();
  const next = stateAfter(step, enquiry, side);
  if (!next) throw new Conflict('enquiry-step');
  return { ...enquiry, side, next };
}

type Facts = Partial<
  Pick<
    EnquiryRow,
    | 'seenAt'
    | 'answeredAt'
    | 'agreedAt'
    | 'startedOn'
    | 'endsOn'
    | 'prolonged'
    | 'endedOn'
    | 'outcome'
    | 'endedBy'
    | 'hoursWeekly'
  >
>;

const COLUMN: Record<keyof Facts, string> = {
  seenAt: 'seen_at',
  answeredAt: 'answered_at',
  agreedAt: 'agreed_at',
  startedOn: 'started_on',
  endsOn: 'ends_on',
  prolonged: 'prolonged',
  endedOn: 'ended_on',
  outcome: 'outcome',
  endedBy: 'ended_by',
  hoursWeekly: 'hours_weekly',
};

/** Puts the enquiry into its next state with the facts of the step, and writes down who did what. */
export function moveOn(db: Db, party: Party, stand: Stand, verb: string, facts: Facts = {}): void {
  const now = timestamp();
  const columns = (Object.keys(facts) as (keyof Facts)[]).map((name) => `, ${COLUMN[name]} = @${name}`).join('');
  const looked = stand.side === 'asker' ? ', looked_at = @now' : '';
  statement(db, `update enquiries set state = @state, changed_at = @now${looked}${columns} where id = @id`).run({
    ...facts,
    state: stand.next,
    now,
    id: stand.id,
  });
  recordEvent(db, {
    actor: nameOfParty(party),
    verb,
    noun: 'enquiry',
    nounId: stand.id,
    detail: { from: stand.state, to: stand.next },
  });
}

export function insertMessage(
  db: Db,
  enquiryId: number,
  side: (typeof MESSAGE_SIDES)[number],
  party: Party,
  text: string,
): void {
  statement(
    db,
    'insert into enquiry_messages (enquiry_id, side, account_id, text, sent_at) values (?, ?, ?, ?, ?)',
  ).run(enquiryId, side, isGuest(party) ? null : party.id, text, timestamp());
}

export const nameOfParty = (party: Party): string => (isGuest(party) ? 'enquiry-link' : actorOf(party as Viewer));

/** What an enquiry is about, for the subject of an e-mail: the slot’s title, or the organisation’s name. */
export function aboutOf(db: Db, enquiry: Pick<EnquiryRow, 'slotId' | 'organisationId'>): string {
  const row = statement<{ about: string }>(
    db,
    'select coalesce((select title from slots where id = ?), (select name from organisations where id = ?)) as about',
  ).get(enquiry.slotId, enquiry.organisationId);
  return row?.about ?? '';
}

/** When the employer first saw and answered it, which an agreement without a word before it does at once. */
export function answered({ seenAt, answeredAt }: { seenAt: string | null; answeredAt: string | null }) {
  const now = timestamp();
  return { seenAt: seenAt ?? now, answeredAt: answeredAt ?? now };
}

/** @throws NotFound for a slot of another organisation, Conflict `slot-taken` */
export function checkSlotOpen(db: Db, organisationId: number, slotId: number): void {
  const slot = statement<SlotState>(
    db,
    'select state, positions, filled, expires_on as expiresOn from slots where id = ? and organisation_id = ?',
  ).get(slotId, organisationId);
  if (!slot) throw new NotFound();
  if (!isOpen(slot, today())) throw new Conflict('slot-taken');
}
