import { z } from 'zod';
import { day, LINE_LENGTH, workText } from '#domain/organisations/schema.ts';

export const NOTE_LENGTH = 2000;
export const TAG_LENGTH = 40;
export const MOST_TAGS = 10;
export const MOST_LISTED = 500;
/** A public page of a list lives no longer than this. */
export const MOST_LINK_DAYS = 90;

const tag = workText(TAG_LENGTH).min(1, 'missing').toLowerCase();

export const nextStepInput = z
  .object({ nextStep: workText(LINE_LENGTH).min(1, 'missing').nullable(), nextStepOn: day.nullable() })
  .refine((step) => step.nextStep !== null || step.nextStepOn === null, { path: ['nextStep'], message: 'missing' });

export const tagsInput = z.object({
  tags: z
    .array(tag)
    .max(MOST_TAGS, 'too-many-tags')
    .transform((tags) => [...new Set(tags)].sort()),
});

export const noteInput = z.object({ text: workText(NOTE_LENGTH).min(1, 'missing') });

export const listInput = z.object({ name: workText(LINE_LENGTH).min(1, 'missing') });

export const linkInput = z.object({
  days: z.number('not-a-number').int('not-a-number').min(1, 'link-days-range').max(MOST_LINK_DAYS, 'link-days-range'),
});

export type NextStepInput = z.output<typeof nextStepInput>;
export type NoteInput = z.output<typeof noteInput>;
export type ListInput = z.output<typeof listInput>;
