import { z } from 'zod';
import { findCitizenData } from '#domain/citizens.ts';
import { aboutNobody, day, freeText, LINE_LENGTH } from '#domain/organisations/schema.ts';
import { schemeAnswers } from '#domain/scheme-check/schema.ts';

export const TITLE_LENGTH = 120;
export const TASKS_LENGTH = 4000;
/** A full week by most Danish agreements. */
export const FULL_WEEK_HOURS = 37;
export const MOST_POSITIONS = 100;
export const MOST_WEEKS = 260;
export const MOST_STEPS = 8;
const MOST_SUPPORT = 50;

/** Text about a slot: what it offers, never whom it wants (DESIGN.md, hard lines). */
const slotText = (length: number) =>
  z
    .string()
    .trim()
    .max(length, 'too-long')
    .refine((text) => findCitizenData(text) !== 'group', 'names-a-group')
    .check(aboutNobody);

const hours = (message = 'not-a-number') => z.number(message).gt(0, 'hours-range').max(FULL_WEEK_HOURS, 'hours-range');

export const ladderStep = z.object({
  fromWeek: z.number('not-a-ladder').int('not-a-ladder').min(0, 'not-a-ladder'),
  hours: hours('not-a-ladder'),
});

const fields = {
  title: slotText(TITLE_LENGTH).min(1, 'missing'),
  scheme: z.string('missing').max(LINE_LENGTH, 'unknown-scheme'),
  occupation: slotText(LINE_LENGTH).nullable(),
  tasks: slotText(TASKS_LENGTH).min(1, 'missing'),
  hoursMin: hours(),
  hoursMax: hours(),
  weeks: z.number('not-a-number').int('not-a-number').min(1, 'weeks-range').max(MOST_WEEKS, 'weeks-range').nullable(),
  positions: z
    .number('not-a-number')
    .int('not-a-number')
    .min(1, 'positions-range')
    .max(MOST_POSITIONS, 'positions-range'),
  filled: z.number('not-a-number').int('not-a-number').min(0, 'positions-range'),
  startsOn: day.nullable(),
  expiresOn: z.string().min(1, 'missing').pipe(day),
  support: z.array(z.string().max(LINE_LENGTH, 'unknown-support')).max(MOST_SUPPORT, 'unknown-support'),
  leadsToJob: z.boolean('not-yes-or-no'),
  contactName: freeText(LINE_LENGTH).nullable(),
  ladder: z.array(ladderStep).max(MOST_STEPS, 'too-many-steps'),
};

/** What a member says about a slot beside what everybody sees of it. */
const memberFields = {
  ...fields,
  /** One of the organisation's workplaces; null is its main one. */
  workplaceId: z.number().int().nullable(),
  answers: schemeAnswers,
};

/** A slot as somebody opens it. Hours are a week; days are YYYY-MM-DD. */
export const slotInput = inOrder(z.object(fields));

/** A slot as one of its organisation's people publishes or changes it. */
export const memberSlotInput = inOrder(z.object(memberFields));

/** As much of a slot as is written yet. What is there has to do; what belongs together is checked at publishing. */
export const slotDraft = z.object(memberFields).partial();

export type SlotInput = z.output<typeof slotInput>;
export type MemberSlotInput = z.output<typeof memberSlotInput>;
export type SlotDraft = z.output<typeof slotDraft>;

/** The rules between the fields of a slot. */
function inOrder<Shape extends typeof fields>(schema: z.ZodObject<Shape>) {
  const between = (test: (slot: z.output<z.ZodObject<typeof fields>>) => boolean) => (slot: unknown) =>
    test(slot as z.output<z.ZodObject<typeof fields>>);
  return schema
    .refine(
      between((slot) => slot.hoursMin <= slot.hoursMax),
      { path: ['hoursMax'], message: 'hours-order' },
    )
    .refine(
      between((slot) => slot.filled <= slot.positions),
      { path: ['filled'], message: 'positions-range' },
    )
    .refine(
      between((slot) => isRising(slot.ladder)),
      { path: ['ladder'], message: 'ladder-order' },
    );
}

function isRising(ladder: { fromWeek: number; hours: number }[]): boolean {
  return ladder.every((step, index) => {
    const before = ladder[index - 1];
    return !before || (step.fromWeek > before.fromWeek && step.hours >= before.hours);
  });
}
