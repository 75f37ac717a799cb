import { z } from 'zod';
import { DECIDING_SIDES } from '#db/schema/enquiries.ts';
import { emailAddress } from '#domain/accounts/schema.ts';
import { day, LINE_LENGTH, workText } from '#domain/organisations/schema.ts';
import { FULL_WEEK_HOURS } from '#domain/slots/schema.ts';

export const MESSAGE_LENGTH = 2000;
export const MOST_PLACES = 50;

export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'not-a-month');
export const places = z
  .number('not-a-number')
  .int('not-a-number')
  .min(1, 'places-range')
  .max(MOST_PLACES, 'places-range');
export const weeklyHours = z.number('not-a-number').gt(0, 'hours-range').max(FULL_WEEK_HOURS, 'hours-range');

/** A question to an organisation: about one of its slots, or about itself. */
export const enquiryInput = z.object({
  organisationId: z.number().int(),
  slotId: z.number().int().nullable(),
  /** The organisation that asks; null is the job centre. */
  fromOrganisationId: z.number().int().nullable(),
  scheme: z.string().nullable(),
  /** How many: a consultant says so, a business asks without. */
  places: places.nullable(),
  hoursWeekly: weeklyHours.nullable(),
  fromMonth: month.nullable(),
  text: workText(MESSAGE_LENGTH).min(1, 'missing'),
  /** Has read who was in touch lately, and asks all the same. */
  acknowledged: z.boolean(),
});

/** What a visitor writes by the public form. */
export const visitorEnquiryInput = z.object({
  organisationId: z.number().int(),
  slotId: z.number().int().nullable(),
  name: workText(LINE_LENGTH).nullable(),
  email: emailAddress,
  text: workText(MESSAGE_LENGTH).min(1, 'missing'),
});

export const messageInput = z.object({ text: workText(MESSAGE_LENGTH).min(1, 'missing') });

export const startInput = z.object({ startedOn: day, endsOn: day.nullable(), hoursWeekly: weeklyHours.nullable() });

export const endInput = z
  .object({
    outcome: z.enum(['completed', 'ordinary-hours', 'hired', 'stopped'], 'not-a-choice'),
    endedOn: day,
    /** Ordinary hours a week that it turned into. */
    hoursWeekly: weeklyHours.nullable(),
    stoppedBy: z.enum(DECIDING_SIDES, 'not-a-choice').nullable(),
  })
  .refine((end) => (end.outcome === 'stopped') === (end.stoppedBy !== null), {
    path: ['stoppedBy'],
    message: 'stopped-by',
  });

export const templateInput = z.object({
  name: workText(LINE_LENGTH).min(1, 'missing'),
  text: workText(MESSAGE_LENGTH).min(1, 'missing'),
});

export type EnquiryInput = z.output<typeof enquiryInput>;
export type VisitorEnquiryInput = z.output<typeof visitorEnquiryInput>;
export type StartInput = z.output<typeof startInput>;
export type EndInput = z.output<typeof endInput>;
export type TemplateInput = z.output<typeof templateInput>;
