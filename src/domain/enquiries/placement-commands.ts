import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { Invalid } from '#domain/errors.ts';
import { insertOutcome } from '#domain/outcomes/steps.ts';
import { timestamp, today } from '#domain/time.ts';
import { writeToAsker, writeToEmployer } from './letters.ts';
import { cancellingSide, type DecidingSide, type Party } from './rules.ts';
import type { EndInput, StartInput } from './schema.ts';
import { aboutOf, answered, moveOn, type Stand, standFor } from './steps.ts';

/* From yes to what came of it. */

/** Either side says that they have an agreement. @throws NotFound, Conflict */
export function agreeEnquiry(db: Db, party: Party, id: number): void {
  inTransaction(db, () => {
    const stand = standFor(db, party, id, 'agree');
    moveOn(db, party, stand, 'agreeEnquiry', { ...answered(stand), agreedAt: timestamp() });
    tellOtherSide(db, stand, 'agreed');
  });
}

/**
 * Calls it off before anybody began. Who did is kept; why is not.
 *
 * @param side whose decision it was, where the asking side says so for somebody else
 * @throws NotFound, Conflict
 */
export function cancelEnquiry(db: Db, party: Party, id: number, side?: DecidingSide): void {
  inTransaction(db, () => {
    const stand = standFor(db, party, id, 'cancel');
    const own = cancellingSide(stand.side, stand.asker);
    moveOn(db, party, stand, 'cancelEnquiry', {
      outcome: 'cancelled',
      endedOn: today(),
      endedBy: stand.side === 'asker' ? (side ?? own) : own,
      // A no is an answer.
      ...(stand.side === 'employer' ? answered(stand) : {}),
    });
    tellOtherSide(db, stand, 'cancelled');
  });
}

/** The placement has begun. Confirmed by a consultant, it counts for the organisation. @throws NotFound, Conflict, Invalid */
export function startPlacement(db: Db, viewer: Viewer, id: number, input: StartInput): void {
  inTransaction(db, () => {
    const stand = standFor(db, viewer, id, 'start');
    if (input.startedOn > today()) throw new Invalid({ startedOn: 'day-to-come' });
    if (input.endsOn !== null && input.endsOn <= input.startedOn) throw new Invalid({ endsOn: 'days-order' });
    const hoursWeekly = input.hoursWeekly ?? stand.hoursWeekly;
    moveOn(db, viewer, stand, 'startPlacement', { startedOn: input.startedOn, endsOn: input.endsOn, hoursWeekly });
    confirm(db, viewer, { ...stand, hoursWeekly }, 'started', input.startedOn);
  });
}

/** Goes on for longer than agreed. @param endsOn the new last day @throws NotFound, Conflict, Invalid */
export function prolongPlacement(db: Db, viewer: Viewer, id: number, endsOn: string): void {
  inTransaction(db, () => {
    const stand = standFor(db, viewer, id, 'prolong');
    if (endsOn <= (stand.endsOn ?? stand.startedOn ?? today())) throw new Invalid({ endsOn: 'days-order' });
    moveOn(db, viewer, stand, 'prolongPlacement', { endsOn, prolonged: stand.prolonged + 1 });
    confirm(db, viewer, stand, 'prolonged', today());
  });
}

/** What came of it. @throws NotFound, Conflict, Invalid */
export function endPlacement(db: Db, viewer: Viewer, id: number, input: EndInput): void {
  inTransaction(db, () => {
    const stand = standFor(db, viewer, id, 'end');
    if (input.endedOn > today()) throw new Invalid({ endedOn: 'day-to-come' });
    if (input.endedOn < (stand.startedOn ?? '')) throw new Invalid({ endedOn: 'days-order' });
    const { outcome, endedOn, stoppedBy } = input;
    moveOn(db, viewer, stand, 'endPlacement', { outcome, endedOn, endedBy: stoppedBy });
    confirm(db, viewer, { ...stand, hoursWeekly: input.hoursWeekly ?? stand.hoursWeekly }, outcome, endedOn);
  });
}

/** Only what the job centre confirms counts: an organisation does not confirm for another. */
function confirm(
  db: Db,
  viewer: Viewer,
  stand: Stand,
  kind: Parameters<typeof insertOutcome>[2]['kind'],
  on: string,
): void {
  if (stand.asker !== 'job-centre' || !isConsultant(viewer)) return;
  const { organisationId, places: persons, hoursWeekly, id: enquiryId } = stand;
  insertOutcome(db, viewer, {
    organisationId,
    schemeId: schemeOf(db, stand),
    kind,
    persons: persons ?? 1,
    hoursWeekly,
    on,
    enquiryId,
  });
}

function schemeOf(db: Db, { schemeId, slotId }: Stand): string | null {
  const slot = statement<{ scheme: string }>(db, 'select scheme_id as scheme from slots where id = ?').get(slotId);
  return schemeId ?? slot?.scheme ?? null;
}

function tellOtherSide(db: Db, stand: Stand, news: 'agreed' | 'cancelled'): void {
  const about = aboutOf(db, stand);
  if (stand.side === 'employer') writeToAsker(db, stand, news, about);
  else writeToEmployer(db, stand, news, about);
}
