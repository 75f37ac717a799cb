import { z } from 'zod';
import { day, freeText, LAST_GOAL, LINE_LENGTH } from '#domain/organisations/schema.ts';

export const STATEMENT_LENGTH = 300;
/** At most three main goals, so that they say something. */
export const MOST_GOALS = 3;

export const commitmentInput = z.object({
  theme: z.string(),
  statement: freeText(STATEMENT_LENGTH).min(1, 'missing'),
  measure: freeText(STATEMENT_LENGTH).min(1, 'missing'),
  goals: z.array(z.number().int().min(1).max(LAST_GOAL)).min(1, 'missing').max(MOST_GOALS, 'too-many-goals'),
  evidenceLabel: freeText(LINE_LENGTH).nullable(),
  evidenceUrl: z.url({ protocol: /^https?$/, message: 'not-a-website' }).nullable(),
  madeOn: day,
  reviewOn: day,
});

export type CommitmentInput = z.output<typeof commitmentInput>;
