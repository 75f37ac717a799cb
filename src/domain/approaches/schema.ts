import { z } from 'zod';
import { APPROACH_CHANNELS, APPROACH_SUBJECTS } from '#db/schema/approaches.ts';
import { day, LINE_LENGTH, workText } from '#domain/organisations/schema.ts';

export const MOST_COOL_DOWN_DAYS = 365;
const coolDownDays = z
  .number('not-a-number')
  .int('not-a-number')
  .min(0, 'cool-down-range')
  .max(MOST_COOL_DOWN_DAYS, 'cool-down-range');

/** What a consultant writes into the log. `portal` is written by the portal itself. */
export const approachInput = z.object({
  organisationId: z.number().int(),
  on: day,
  channel: z.enum(APPROACH_CHANNELS, 'not-a-choice').exclude(['portal'], 'not-a-choice'),
  subject: z.enum(APPROACH_SUBJECTS, 'not-a-choice'),
  line: workText(LINE_LENGTH).nullable(),
});

/** How an organisation wants to be approached. */
export const wishesInput = z.object({ coolDownDays: coolDownDays.nullable(), restUntil: day.nullable() });

export const municipalCoolDownInput = z.object({ days: coolDownDays });

export const colleagueRequestInput = z.object({
  organisationId: z.number().int(),
  colleagueId: z.number('missing').int(),
  line: workText(LINE_LENGTH).min(1, 'missing'),
});

export type ApproachInput = z.output<typeof approachInput>;
export type WishesInput = z.output<typeof wishesInput>;
export type ColleagueRequestInput = z.output<typeof colleagueRequestInput>;
