import type { CLOSING_REASONS, SLOT_STATES } from '#db/schema/slots.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { addDays, today } from '#domain/time.ts';

export interface SlotState {
  state: (typeof SLOT_STATES)[number];
  positions: number;
  filled: number;
  expiresOn: string;
}

/** How a slot stands with its readers. Only `open` is shown in lists. */
export type SlotStatus = 'open' | 'paused' | 'full' | 'expired' | 'closed';

/** A slot stays open for at most this long at a time, so that the list stays true. */
export const LONGEST_OPEN_DAYS = 365;
/** What renewing gives where no day is named. */
export const RENEWAL_DAYS = 90;
/** Until so long after its last day a slot can be renewed; later it is a new one. */
export const RENEWABLE_DAYS = 60;

/** The last day of a slot for which nobody chose one, YYYY-MM-DD. */
export const usualLastDay = (): string => addDays(today(), RENEWAL_DAYS);

/** What can be done with a slot once it is published, besides looking at it and copying it. */
export type SlotVerb = 'change' | 'pause' | 'resume' | 'fill' | 'renew' | 'close';

/** What its status allows; the verbs refuse the rest (`commands.ts`). Renewing is for who has little time left. */
export function slotVerbs({ status, expiresOn }: { status: SlotStatus; expiresOn: string }): SlotVerb[] {
  const renew: SlotVerb[] = expiresOn < usualLastDay() ? ['renew'] : [];
  switch (status) {
    case 'open':
      return ['change', 'pause', 'fill', ...renew, 'close'];
    case 'full':
      return ['fill', 'change', 'pause', ...renew, 'close'];
    case 'paused':
      return ['resume', 'change', 'fill', ...renew, 'close'];
    case 'expired':
      return expiresOn >= addDays(today(), -RENEWABLE_DAYS) ? ['renew'] : [];
    case 'closed':
      return [];
  }
}

/** Whether somebody can still get it. @param today YYYY-MM-DD */
export function isOpen(slot: SlotState, today: string): boolean {
  return slot.state === 'open' && slot.filled < slot.positions && slot.expiresOn >= today;
}

/**
 * The same rule in SQL, over `slots`, for a day that is bound as `@today`; an organisation that nobody sees has none. The
 * plus keeps SQLite from the index on the state: most slots are open, and few belong to one organisation.
 */
export const IS_OPEN = `+slots.state = 'open' and slots.filled < slots.positions and slots.expires_on >= @today
  and ${isShown('slots.organisation_id')}`;

/** @param today YYYY-MM-DD */
export function statusOf(
  slot: SlotState & { closedBecause: (typeof CLOSING_REASONS)[number] | null },
  today: string,
): SlotStatus {
  if (slot.state === 'closed') return slot.closedBecause === 'expired' ? 'expired' : 'closed';
  if (slot.expiresOn < today) return 'expired';
  if (slot.state === 'paused') return 'paused';
  return slot.filled < slot.positions ? 'open' : 'full';
}
