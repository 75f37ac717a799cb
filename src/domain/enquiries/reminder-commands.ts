import { type Db, inTransaction } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { recordEvent } from '#domain/events/commands.ts';
import { addDays, timestamp, today } from '#domain/time.ts';
import { writeToCoordinators, writeToEmployer } from './letters.ts';
import { type EnquiryReminder, REMINDER_DAYS, reminderDue } from './rules.ts';
import { aboutOf } from './steps.ts';

/** Reminds of what has not been answered: the employer twice, then the coordinator. Returns how many. */
export function remindOfEnquiries(db: Db, day = today()): number {
  const waiting = statement<WaitingRow>(db, WAITING).all({ until: addDays(day, -REMINDER_DAYS.first) });
  let reminded = 0;
  for (const { sent, ...enquiry } of waiting) {
    const kind = reminderDue({ sentOn: enquiry.sentOn, sent: JSON.parse(sent) }, day);
    if (kind && remind(db, enquiry, kind, day)) reminded += 1;
  }
  return reminded;
}

/** @returns whether this process did it, and no other before */
function remind(db: Db, enquiry: Omit<WaitingRow, 'sent'>, kind: EnquiryReminder, day: string): boolean {
  return inTransaction(db, () => {
    const first = statement(db, INSERT).run(enquiry.id, kind, `${day}${timestamp().slice(10)}`, enquiry.id);
    if (first.changes === 0) return false;
    if (kind === 'coordinator')
      writeToCoordinators(db, enquiry.organisationId, enquiry.organisation, daysBetween(enquiry.sentOn, day));
    else writeToEmployer(db, enquiry, kind, aboutOf(db, enquiry));
    recordEvent(db, {
      actor: 'system',
      verb: 'remindOfEnquiry',
      noun: 'enquiry',
      nounId: enquiry.id,
      detail: { kind },
    });
    return true;
  });
}

interface WaitingRow {
  id: number;
  organisationId: number;
  slotId: number | null;
  organisation: string;
  sentOn: string;
  sent: string;
}

const WAITING = `
  select enquiries.id, enquiries.organisation_id as organisationId, enquiries.slot_id as slotId, organisations.name as organisation,
    enquiries.sent_on as sentOn,
    (select json_group_array(json_object('kind', kind, 'on', substr(sent_at, 1, 10))) from enquiry_reminders
      where enquiry_id = enquiries.id) as sent
  from enquiries join organisations on organisations.id = enquiries.organisation_id
  where enquiries.state in ('sent', 'seen') and enquiries.sent_on <= @until order by enquiries.sent_on, enquiries.id`;

/** Nothing for an enquiry that has been answered since it was looked up. */
const INSERT = `
  insert into enquiry_reminders (enquiry_id, kind, sent_at)
  select ?, ?, ? where exists (select 1 from enquiries where id = ? and state in ('sent', 'seen'))
  on conflict do nothing`;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
