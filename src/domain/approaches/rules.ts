import { APPROACH_CHANNELS, APPROACH_SUBJECTS } from '#db/schema/approaches.ts';
import { addDays } from '#domain/time.ts';

export { APPROACH_CHANNELS, APPROACH_SUBJECTS };

export type ApproachChannel = (typeof APPROACH_CHANNELS)[number];
export type ApproachSubject = (typeof APPROACH_SUBJECTS)[number];

/** One line of the log that all consultants share. */
export interface Approach {
  accountId: number | null;
  /** YYYY-MM-DD */
  on: string;
  channel: ApproachChannel;
  subject: ApproachSubject;
}

/** How often an organisation is to be approached. */
export interface CoolDown {
  /** Days between two approaches; 0 is no limit. */
  days: number;
  /** Who set them: what an organisation asks for binds, what the municipality sets is to be thought of. */
  setBy: 'organisation' | 'municipality';
  /** YYYY-MM-DD: the organisation wants to be left alone until then. */
  restUntil: string | null;
}

export interface Now {
  /** YYYY-MM-DD */
  day: string;
  /** Who wants to be in touch: going on with one’s own talk bothers nobody by the municipality’s rule. */
  accountId: number;
  /** Enquiries of the job centre that wait for the organisation’s answer. */
  waiting?: number;
}

/** Why, as the code of a text (`approach.reason.…`) with its values. */
export type Reason =
  | { code: 'rest'; until: string }
  | { code: 'wish'; days: number; last: Approach; freeOn: string }
  | { code: 'lately'; days: number; last: Approach; freeOn: string }
  | { code: 'own'; last: Approach }
  | { code: 'waiting'; count: number }
  | { code: 'free'; last: Approach | null };

export interface Etiquette {
  /** `ask-first`: read the reasons, ask the colleague, or go on and say that you know. */
  may: 'yes' | 'ask-first' | 'no';
  /** At least one. */
  reasons: Reason[];
}

/** Whether it is a good moment to approach an organisation, and why. @param log in whichever order */
export function mayContact(log: readonly Approach[], coolDown: CoolDown, now: Now): Etiquette {
  if (coolDown.restUntil !== null && coolDown.restUntil >= now.day)
    return { may: 'no', reasons: [{ code: 'rest', until: coolDown.restUntil }] };
  const past = log.filter((one) => one.on <= now.day);
  const last = newest(past);
  if (coolDown.setBy === 'organisation' && isWithin(last, coolDown.days, now.day))
    return { may: 'no', reasons: [{ code: 'wish', ...because(last, coolDown.days) }] };

  const byOthers = newest(past.filter((one) => one.accountId !== now.accountId));
  const hold: Reason[] = [];
  if (coolDown.setBy === 'municipality' && isWithin(byOthers, coolDown.days, now.day))
    hold.push({ code: 'lately', ...because(byOthers, coolDown.days) });
  if (now.waiting) hold.push({ code: 'waiting', count: now.waiting });
  if (hold.length > 0) return { may: 'ask-first', reasons: hold };
  const isOwn = last !== null && last.accountId === now.accountId;
  return { may: 'yes', reasons: [isOwn ? { code: 'own', last } : { code: 'free', last }] };
}

function isWithin(last: Approach | null, days: number, day: string): last is Approach {
  return last !== null && addDays(last.on, days) > day;
}

const because = (last: Approach, days: number) => ({ days, last, freeOn: addDays(last.on, days) });

function newest(log: readonly Approach[]): Approach | null {
  return log.reduce<Approach | null>((best, one) => (best && best.on >= one.on ? best : one), null);
}
