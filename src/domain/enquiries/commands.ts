import { type Db, inTransaction } from '#db/open.ts';
import { enquiries } from '#db/schema/enquiries.ts';
import { statement } from '#db/statement.ts';
import { actorOf, looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { etiquetteFor } from '#domain/approaches/queries.ts';
import { insertApproach } from '#domain/approaches/steps.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { findScheme } from '#domain/schemes/queries.ts';
import { timestamp, today } from '#domain/time.ts';
import { writeToAsker, writeToEmployer } from './letters.ts';
import { guestOfLink, insertKey, useLink } from './links.ts';
import { enquiryRow } from './queries.ts';
import { employerRecipients } from './recipients.ts';
import { type Guest, isGuest, type Party, sideOf } from './rules.ts';
import type { EnquiryInput } from './schema.ts';
import { aboutOf, answered, checkSlotOpen, insertMessage, moveOn, standFor } from './steps.ts';

/**
 * Asks an organisation, about a slot of its or about itself. Returns the enquiry’s id.
 *
 * @throws Forbidden, NotFound, Invalid, Conflict: `slot-taken`, `already-asked`, `no-address`, and for a consultant
 *   `approach-rest` where the organisation wants to be left alone, `approach-lately` until that was acknowledged
 */
export function sendEnquiry(db: Db, viewer: Viewer, input: EnquiryInput): number {
  return inTransaction(db, () => {
    const { organisationId, slotId, fromOrganisationId } = input;
    const isOurs = fromOrganisationId === null;
    if (isOurs ? !isConsultant(viewer) : !looksAfter(viewer, fromOrganisationId)) throw new Forbidden();
    if (fromOrganisationId === organisationId) throw new Forbidden();
    if (!statement(db, 'select 1 from organisations where id = ?').get(organisationId)) throw new NotFound();
    if (isOurs && input.places === null) throw new Invalid({ places: 'missing' });
    if (input.scheme !== null && !findScheme(db, input.scheme)) throw new Invalid({ scheme: 'not-a-choice' });
    if (slotId !== null) checkSlotOpen(db, organisationId, slotId);
    if (statement(db, ALREADY_ASKED).get(viewer.id, organisationId, slotId)) throw new Conflict('already-asked');
    if (employerRecipients(db, organisationId).length === 0) throw new Conflict('no-address');
    if (isOurs) checkEtiquette(db, viewer, organisationId, input.acknowledged);

    const now = timestamp();
    const { id } = db
      .insert(enquiries)
      .values({
        organisationId,
        slotId,
        asker: isOurs ? 'job-centre' : 'organisation',
        fromOrganisationId,
        accountId: viewer.id,
        state: 'sent',
        schemeId: input.scheme,
        places: input.places,
        hoursWeekly: input.hoursWeekly,
        fromMonth: input.fromMonth,
        sentOn: today(),
        sentAt: now,
        changedAt: now,
        lookedAt: now,
      })
      .returning({ id: enquiries.id })
      .get();
    insertMessage(db, id, 'asker', viewer, input.text);
    if (isOurs)
      insertApproach(db, viewer, {
        organisationId,
        on: today(),
        channel: 'portal',
        subject: slotId === null ? 'new-slot' : 'slot',
        line: null,
        enquiryId: id,
      });
    writeToEmployer(db, { id, organisationId }, 'sent', aboutOf(db, input));
    const detail = { organisationId, slotId };
    recordEvent(db, { actor: actorOf(viewer), verb: 'sendEnquiry', noun: 'enquiry', nounId: id, detail });
    return id;
  });
}

/** Opens a thread by the link of an e-mail, once. Returns the pass for this browser to come back with. @throws NotFound */
export function openEnquiryLink(db: Db, token: string): { guest: Guest; pass: string } {
  return inTransaction(db, () => {
    const guest = useLink(db, token);
    if (!guest) throw new NotFound();
    seeEnquiry(db, guest, guest.guestOf);
    return { guest, pass: insertKey(db, guest, 'pass') };
  });
}

/**
 * Sends a new link to where the first one went, for a link that was used up or has run out. Whoever asks gets to see
 * nothing of it. @throws NotFound, Conflict `link-sent-lately`
 */
export function renewEnquiryLink(db: Db, token: string): void {
  inTransaction(db, () => {
    const guest = guestOfLink(db, token);
    const enquiry = guest && enquiryRow(db, guest.guestOf);
    if (!enquiry) throw new NotFound();
    const lately = `select 1 from events where noun = 'enquiry' and noun_id = ? and verb = 'renewEnquiryLink' and at > ?`;
    if (statement(db, lately).get(enquiry.id, timestamp(new Date(Date.now() - RENEWAL_PAUSE_MS))))
      throw new Conflict('link-sent-lately');
    const write = guest.side === 'employer' ? writeToEmployer : writeToAsker;
    write(db, enquiry, 'new-link', aboutOf(db, enquiry));
    recordEvent(db, { actor: 'enquiry-link', verb: 'renewEnquiryLink', noun: 'enquiry', nounId: enquiry.id });
  });
}

const RENEWAL_PAUSE_MS = 10 * 60_000;

/** The party has the thread before it: the employer has seen it, the asking side knows what is new. @throws NotFound */
export function seeEnquiry(db: Db, party: Party, id: number): void {
  inTransaction(db, () => {
    const enquiry = enquiryRow(db, id);
    const side = enquiry && sideOf(party, enquiry);
    if (!side) throw new NotFound();
    if (side === 'employer') markSeen(db, party, id);
    else if (!isGuest(party) && party.id === enquiry.accountId)
      statement(db, 'update enquiries set looked_at = ? where id = ?').run(timestamp(), id);
  });
}

/** Writes to the other side. The employer’s first word is the answer. @throws NotFound, Conflict */
export function writeMessage(db: Db, party: Party, id: number, text: string): void {
  inTransaction(db, () => {
    const stand = standFor(db, party, id, 'write');
    insertMessage(db, id, stand.side, party, text);
    const isAnswer = stand.next === 'answered' && stand.state !== 'answered';
    moveOn(db, party, stand, isAnswer ? 'answerEnquiry' : 'writeMessage', isAnswer ? answered(stand) : {});
    if (stand.side === 'employer') writeToAsker(db, stand, 'message', aboutOf(db, stand));
    else writeToEmployer(db, stand, 'message', aboutOf(db, stand));
  });
}

/** Hands an enquiry of the job centre to another consultant: to oneself, when a colleague is away. @throws NotFound, Conflict */
export function takeOverEnquiry(db: Db, viewer: Viewer, id: number): void {
  inTransaction(db, () => {
    const enquiry = enquiryRow(db, id);
    if (!enquiry || !isConsultant(viewer) || enquiry.asker !== 'job-centre') throw new NotFound();
    if (enquiry.state === 'ended') throw new Conflict('enquiry-step');
    statement(db, 'update enquiries set account_id = ? where id = ?').run(viewer.id, id);
    recordEvent(db, { actor: actorOf(viewer), verb: 'takeOverEnquiry', noun: 'enquiry', nounId: id });
  });
}

const ALREADY_ASKED = `
  select 1 from enquiries where account_id = ? and organisation_id = ? and slot_id is ? and state in ('sent', 'seen')`;

function checkEtiquette(db: Db, viewer: Viewer, organisationId: number, acknowledged: boolean): void {
  const { may } = etiquetteFor(db, viewer, organisationId);
  if (may === 'no') throw new Conflict('approach-rest');
  if (may === 'ask-first' && !acknowledged) throw new Conflict('approach-lately', 'acknowledged');
}

function markSeen(db: Db, party: Party, id: number): void {
  const enquiry = enquiryRow(db, id);
  if (enquiry?.state !== 'sent') return;
  moveOn(db, party, { ...enquiry, side: 'employer', next: 'seen' }, 'seeEnquiry', { seenAt: timestamp() });
}
