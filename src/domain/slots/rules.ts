import type { SLOT_STATES } from '#db/schema/slots.ts';

export interface SlotState {
  state: (typeof SLOT_STATES)[number];
  positions: number;
  filled: number;
  expiresOn: string;
}

/** Whether somebody can still get it. @param today YYYY-MM-DD */
export function isOpen(slot: SlotState, today: string): boolean {
  return slot.state === 'open' && slot.filled < slot.positions && slot.expiresOn >= today;
}

/** The same rule in SQL, over `slots`, for a day that is bound as `@today`. */
export const IS_OPEN = `slots.state = 'open' and slots.filled < slots.positions and slots.expires_on >= @today`;
