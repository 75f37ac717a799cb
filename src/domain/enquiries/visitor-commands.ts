import { type Db, inTransaction } from '#db/open.ts';
import { enquiries } from '#db/schema/enquiries.ts';
import { statement } from '#db/statement.ts';
import { actorOf, type Viewer } from '#domain/accounts/viewer.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { timestamp, today } from '#domain/time.ts';
import { issueToken, useToken } from '#domain/tokens/steps.ts';
import { queueMail } from '#mail/outbox.ts';
import { writeToEmployer } from './letters.ts';
import { insertKey } from './links.ts';
import { employerRecipients, type Recipient } from './recipients.ts';
import { type Guest, VISITOR_KEPT_DAYS } from './rules.ts';
import type { VisitorEnquiryInput } from './schema.ts';

import { aboutOf, checkSlotOpen, insertMessage } from './steps.ts';
import type { WaitingEnquiry } from './visitor-queries.ts';

/** How long the link that sends a message works. Until then it lies sealed, and nobody has got it. */
const CONFIRM_HOURS = 24;

/**
 * Takes in what a visitor writes, and sends a link to the address that they give. Only whoever reads that can send the
 * message on, so that nobody is written to in another's name, and programs that fill in forms reach nobody.
 *
 * @throws NotFound, Conflict `slot-taken`, `no-address`
 */
export function askToWrite(db: Db, input: VisitorEnquiryInput, locale: Recipient['locale']): void {
  inTransaction(db, () => {
    checkReachable(db, input);
    const about = { ...input, locale };
    const { token } = issueToken(db, { purpose: 'visitor-enquiry', minutes: CONFIRM_HOURS * 60, about });
    queueMail(db, {
      to: input.email,
      locale,
      name: 'visitor-enquiry',
      values: { about: aboutOf(db, input), path: `/henvendelse/send?noegle=${token}`, hours: CONFIRM_HOURS },
    });
  });
}

/**
 * Sends the message that waited, once. Returns the thread, and a pass for this browser to come back with.
 *
 * @throws NotFound for a link that is used up or has run out, Conflict `slot-taken`, `no-address`
 */
export function sendVisitorEnquiry(db: Db, token: string): { guest: Guest; pass: string } {
  return inTransaction(db, () => {
    const used = useToken(db, 'visitor-enquiry', token);
    if (!used) throw new NotFound();
    return openThread(db, used.about as WaitingEnquiry, 'visitor');
  });
}

/**
 * Sends the message of somebody whose address is known, because they are signed in, at once.
 *
 * @throws NotFound, Conflict `slot-taken`, `no-address`
 */
export function writeAsVisitor(
  db: Db,
  viewer: Viewer,
  input: Pick<VisitorEnquiryInput, 'organisationId' | 'slotId' | 'text'>,
  locale: Recipient['locale'],
): { guest: Guest; pass: string } {
  const { name, email } = viewer;
  return inTransaction(db, () => openThread(db, { ...input, name, email, locale }, actorOf(viewer)));
}

function openThread(db: Db, message: WaitingEnquiry, actor: string): { guest: Guest; pass: string } {
  const { organisationId, slotId, name, email, text, locale } = message;
  checkReachable(db, { organisationId, slotId });
  const now = timestamp();
  const { id } = db
    .insert(enquiries)
    .values({
      organisationId,
      slotId,
      asker: 'visitor',
      visitorEmail: email,
      visitorName: name,
      visitorLocale: locale,
      state: 'sent',
      sentOn: today(),
      sentAt: now,
      changedAt: now,
      lookedAt: now,
    })
    .returning({ id: enquiries.id })
    .get();
  const guest: Guest = { guestOf: id, side: 'asker' };
  insertMessage(db, id, 'asker', guest, text);
  writeToEmployer(db, { id, organisationId }, 'sent', aboutOf(db, { organisationId, slotId }));
  const detail = { organisationId, slotId };
  recordEvent(db, { actor, verb: 'sendEnquiry', noun: 'enquiry', nounId: id, detail });
  return { guest, pass: insertKey(db, guest, 'pass') };
}

/** Threads with visitors in which nothing was said for long. Returns how many went. */
export function forgetVisitorEnquiries(db: Db, now = new Date()): number {
  const before = timestamp(new Date(now.getTime() - VISITOR_KEPT_DAYS * 86_400_000));
  return statement(db, `delete from enquiries where asker = 'visitor' and changed_at < ?`).run(before).changes;
}

function checkReachable(db: Db, { organisationId, slotId }: Pick<VisitorEnquiryInput, 'organisationId' | 'slotId'>) {
  if (!statement(db, 'select 1 from organisations where id = ?').get(organisationId)) throw new NotFound();
  if (slotId !== null) checkSlotOpen(db, organisationId, slotId);
  if (employerRecipients(db, organisationId).length === 0) throw new Conflict('no-address');
}
