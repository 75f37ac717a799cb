import { z } from 'zod';
import { websiteFrom } from '#domain/imports/values.ts';
import { day, LAST_GOAL, LINE_LENGTH, workText } from '#domain/organisations/schema.ts';

export const STATEMENT_LENGTH = 300;
/** At most three main goals, so that they say something. */
export const MOST_GOALS = 3;
export const REASON_LENGTH = 500;

const website = z.url({ protocol: /^https?$/, message: 'not-a-website' });

/** What shows that a commitment is kept. */
const evidence = {
  evidenceLabel: workText(LINE_LENGTH).nullable(),
  evidenceUrl: website.nullable(),
};

const promise = {
  theme: z.string().min(1, 'unknown-theme'),
  statement: workText(STATEMENT_LENGTH).min(1, 'missing'),
  measure: workText(STATEMENT_LENGTH).min(1, 'missing'),
  goals: z
    .array(z.number('not-a-goal').int('not-a-goal').min(1, 'not-a-goal').max(LAST_GOAL, 'not-a-goal'))
    .min(1, 'missing')
    .max(MOST_GOALS, 'too-many-goals')
    .refine((goals) => new Set(goals).size === goals.length, 'not-a-goal'),
  reviewOn: day,
};

export const commitmentInput = z.object({ ...promise, ...evidence, madeOn: day });
/** A commitment as it is changed: the day that it was made stays. */
export const commitmentChange = z.object(promise);
export const evidenceInput = z.object(evidence);
/** As people type it: an address without https. */
export const evidenceForm = evidenceInput.extend({
  evidenceUrl: z
    .string()
    .nullable()
    .transform((text) => text && websiteFrom(text.trim()))
    .pipe(evidence.evidenceUrl),
});
export const commitmentExtension = z.object({ reviewOn: day, reason: workText(REASON_LENGTH).min(1, 'missing') });
export const commitmentWithdrawal = z.object({ reason: workText(REASON_LENGTH).min(1, 'missing') });

export type CommitmentInput = z.output<typeof commitmentInput>;
export type CommitmentChange = z.output<typeof commitmentChange>;
export type CommitmentEvidence = z.output<typeof evidenceInput>;
export type CommitmentExtension = z.output<typeof commitmentExtension>;
