import { z } from 'zod';
import { LINE_LENGTH, workText } from '#domain/organisations/schema.ts';
import { ASSUMPTIONS } from './rules.ts';

export const MOST_ASSUMED = 1_000_000;

/** An assumption, or nothing, which takes it away. */
export const assumptionInput = z
  .object({
    assumption: z.enum(ASSUMPTIONS, 'not-a-choice'),
    value: z.number('not-a-number').min(0, 'assumption-range').max(MOST_ASSUMED, 'assumption-range').nullable(),
    /** Where it is from: a report, a law, the municipality's own figures. */
    source: workText(LINE_LENGTH).nullable(),
  })
  .refine(({ value, source }) => value === null || source !== null, { path: ['source'], message: 'missing' });

export type AssumptionInput = z.output<typeof assumptionInput>;
