import { z } from 'zod';
import { month, places, weeklyHours } from '#domain/enquiries/schema.ts';
import { workText } from '#domain/organisations/schema.ts';

/** One line: no room for a story about anybody. */
export const NEED_LINE_LENGTH = 120;
export const MOST_NEED_RADIUS_KM = 100;

/** What kind of offer is missing: counts and facts, without persons. */
export const needInput = z
  .object({
    places,
    hoursMin: weeklyHours,
    hoursMax: weeklyHours,
    scheme: z.string().nullable(),
    support: z.array(z.string()),
    postcode: z.string().regex(/^\d{4}$/, 'not-a-postcode'),
    radiusKm: z
      .number('not-a-number')
      .int('not-a-number')
      .min(1, 'radius-range')
      .max(MOST_NEED_RADIUS_KM, 'radius-range'),
    fromMonth: month,
    line: workText(NEED_LINE_LENGTH)
      .refine((line) => !/[\r\n]/.test(line), 'one-line')
      .nullable(),
  })
  .refine((need) => need.hoursMin <= need.hoursMax, { path: ['hoursMax'], message: 'hours-order' });

export type NeedInput = z.output<typeof needInput>;
