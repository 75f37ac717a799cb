import { z } from 'zod';
import { workText } from '#domain/organisations/schema.ts';

export const MOST_STAFF = 100_000;
export const ANSWER_LENGTH = 1000;
/** What a placement can lead to; the words stand in the rule. */
export const PURPOSES = ['paid-hours', 'skills', 'clarify'] as const;

/** In full-time jobs, so parts are counted too. */
const staff = z.number('not-a-number').min(0, 'staff-range').max(MOST_STAFF, 'staff-range');

/** What a host says so that the check can tell more. All of it may be left out; none of it is about a person. */
export const schemeAnswers = z
  .object({
    /** Ordinary staff at the workplace (P-number). */
    ordinaryStaff: staff,
    /** On placement or with a wage subsidy at the workplace already. */
    placements: staff,
    /** Ordinary staff last month, in the whole business (CVR number). */
    staffLastMonth: staff,
    /** The average of the last 12 months. */
    staffAverage: staff,
    /** At least half of the money is public. */
    publiclyFunded: z.boolean(),
    purpose: z.enum(PURPOSES),
    paidTasks: workText(ANSWER_LENGTH),
    unpaidTasks: workText(ANSWER_LENGTH),
    /** The youngest that somebody may be in a job after school. */
    youngestAge: z.number('not-a-number').int('not-a-number').min(0, 'age-range').max(99, 'age-range'),
    /** Ids of the rules that the host has read and keeps. */
    confirmed: z.array(z.string()),
  })
  .partial();

export type SchemeAnswers = z.output<typeof schemeAnswers>;
export type AnswerName = keyof SchemeAnswers;
