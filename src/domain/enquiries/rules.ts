import {
  DECIDING_SIDES,
  type ENQUIRY_ASKERS,
  type ENQUIRY_OUTCOMES,
  type ENQUIRY_REMINDERS,
  ENQUIRY_STATES,
  type MESSAGE_SIDES,
} from '#db/schema/enquiries.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { addDays } from '#domain/time.ts';

export { DECIDING_SIDES };

export type Asker = (typeof ENQUIRY_ASKERS)[number];
export type EnquiryState = (typeof ENQUIRY_STATES)[number];
export type EnquiryOutcome = (typeof ENQUIRY_OUTCOMES)[number];
export type DecidingSide = (typeof DECIDING_SIDES)[number];
export type EnquiryReminder = (typeof ENQUIRY_REMINDERS)[number];

/** The two who talk: whoever asked, and the organisation that was asked. */
export type Side = (typeof MESSAGE_SIDES)[number];

/** Somebody without an account whom a link let into one thread. */
export interface Guest {
  guestOf: number;
  side: Side;
}
export type Party = Viewer | Guest;

export const isGuest = (party: Party): party is Guest => 'guestOf' in party;

export type EnquiryStep = 'see' | 'write' | 'agree' | 'start' | 'prolong' | 'end' | 'cancel';

/**
 * What moves an enquiry on: from which state to which, and who may. What is not here cannot happen. The employer’s
 * first word is the answer; after it, and from the asking side at any time, writing leaves the state as it is.
 */
const STEPS: readonly { step: EnquiryStep; by: Side; from: readonly EnquiryState[]; to: EnquiryState | 'same' }[] = [
  { step: 'see', by: 'employer', from: ['sent'], to: 'seen' },
  { step: 'write', by: 'employer', from: ['sent', 'seen'], to: 'answered' },
  { step: 'write', by: 'employer', from: ['answered', 'agreed', 'started'], to: 'same' },
  { step: 'write', by: 'asker', from: ['sent', 'seen', 'answered', 'agreed', 'started'], to: 'same' },
  { step: 'agree', by: 'employer', from: ['sent', 'seen', 'answered'], to: 'agreed' },
  { step: 'agree', by: 'asker', from: ['answered'], to: 'agreed' },
  // Nothing may start before the municipality has approved it, so the asking side says when it did.
  { step: 'start', by: 'asker', from: ['agreed'], to: 'started' },
  { step: 'prolong', by: 'asker', from: ['started'], to: 'same' },
  { step: 'end', by: 'asker', from: ['started'], to: 'ended' },
  { step: 'cancel', by: 'asker', from: ['sent', 'seen', 'answered', 'agreed'], to: 'ended' },
  { step: 'cancel', by: 'employer', from: ['sent', 'seen', 'answered', 'agreed'], to: 'ended' },
];

/** The states that an enquiry goes through, in their order. */
export const wayOf = (asker: Asker): readonly EnquiryState[] =>
  ENQUIRY_STATES.filter((state) => asker !== 'visitor' || (state !== 'agreed' && state !== 'started'));

/** A visitor places nobody: the two write to each other, and either may end it. */
const STEPS_WITH_VISITOR: readonly EnquiryStep[] = ['see', 'write', 'cancel'];

const stepsWith = (asker: Asker) =>
  asker === 'visitor' ? STEPS.filter((one) => STEPS_WITH_VISITOR.includes(one.step)) : STEPS;

/** How an enquiry stands, as far as its steps depend on it. */
type Standing = Pick<EnquiryFacts, 'state' | 'asker'>;

/** The state that a step leads to, or nothing where that side may not take it now. */
export function stateAfter(step: EnquiryStep, { state, asker }: Standing, side: Side): EnquiryState | undefined {
  const found = stepsWith(asker).find((one) => one.step === step && one.by === side && one.from.includes(state));
  return found && (found.to === 'same' ? state : found.to);
}

/** What a side can do now: the buttons of a thread. */
export function stepsOf({ state, asker }: Standing, side: Side): EnquiryStep[] {
  return stepsWith(asker)
    .filter((one) => one.by === side && one.step !== 'see' && one.from.includes(state))
    .map((one) => one.step);
}

interface EnquiryFacts {
  id: number;
  state: EnquiryState;
  asker: Asker;
  organisationId: number;
  accountId: number | null;
  fromOrganisationId: number | null;
}

/** On whose side a party stands in an enquiry; nothing for those whom it does not concern. */
export function sideOf(party: Party, enquiry: Omit<EnquiryFacts, 'state'>): Side | undefined {
  if (isGuest(party)) return party.guestOf === enquiry.id ? party.side : undefined;
  const isOwn = party.id === enquiry.accountId;
  // Who asked for the job centre or for an organisation asks no more once they have nothing to do with it.
  const isAsker = {
    'job-centre': () => isConsultant(party),
    organisation: () => enquiry.fromOrganisationId !== null && looksAfter(party, enquiry.fromOrganisationId),
    visitor: () => isOwn,
  }[enquiry.asker]();
  if (isAsker && isOwn) return 'asker';
  if (looksAfter(party, enquiry.organisationId)) return 'employer';
  return isAsker ? 'asker' : undefined;
}

/** Who called it off, in the terms of an outcome; nothing for an asker whom those terms do not know. */
export function cancellingSide(side: Side, asker: Asker): DecidingSide | null {
  if (side === 'employer') return 'employer';
  return asker === 'job-centre' ? 'municipality' : null;
}

/** Calendar days from sending; what falls on a weekend waits until Monday. */
export const REMINDER_DAYS: Record<EnquiryReminder, number> = { first: 3, second: 7, coordinator: 10 };
/** A server that was away sends one reminder, and the next not on its heels. */
const DAYS_BETWEEN = 2;

/**
 * The reminder of an unanswered enquiry that goes out today: the first and second to the employer, then one to the
 * coordinator. In their order, none left out, none twice. Days are YYYY-MM-DD.
 */
export function reminderDue(
  { sentOn, sent }: { sentOn: string; sent: readonly { kind: EnquiryReminder; on: string }[] },
  today: string,
): EnquiryReminder | undefined {
  if (isWeekend(today)) return undefined;
  const next = (['first', 'second', 'coordinator'] as const).find((kind) => !sent.some((one) => one.kind === kind));
  const last = sent
    .map((one) => one.on)
    .sort()
    .at(-1);
  if (!next || addDays(sentOn, REMINDER_DAYS[next]) > today) return undefined;
  return last && addDays(last, DAYS_BETWEEN) > today ? undefined : next;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

/** Still without an answer after the second reminder was due. */
export function isLate(enquiry: { state: EnquiryState; sentOn: string }, today: string): boolean {
  return (
    (enquiry.state === 'sent' || enquiry.state === 'seen') && addDays(enquiry.sentOn, REMINDER_DAYS.second) <= today
  );
}

/** A thread with a visitor, and the visitor's address, are forgotten so long after the last word. */
export const VISITOR_KEPT_DAYS = 180;
