import { z } from 'zod';
import { PICTURE_KINDS } from '#db/schema/pictures.ts';
import { workText } from '#domain/organisations/schema.ts';

export const ALT_LENGTH = 200;
export const MOST_PICTURES = 6;
/** A part smaller than this would say nothing, and be blurred. */
export const LEAST_CROP = 10;

const share = (least: number) => z.number('not-a-number').min(least, 'crop-range').max(100, 'crop-range');

/** The part that is shown, as four numbers that can be typed: hundredths of the picture's width and height. */
export const crop = z
  .object({ left: share(0), top: share(0), width: share(LEAST_CROP), height: share(LEAST_CROP) })
  .refine(({ left, width }) => left + width <= 100, { path: ['width'], message: 'crop-range' })
  .refine(({ top, height }) => top + height <= 100, { path: ['height'], message: 'crop-range' });

export const WHOLE = { left: 0, top: 0, width: 100, height: 100 };

/** Parts that have a name, so that nobody has to think in hundredths. */
export const PARTS = {
  whole: WHOLE,
  middle: { left: 15, top: 15, width: 70, height: 70 },
  top: { left: 0, top: 0, width: 100, height: 60 },
  bottom: { left: 0, top: 40, width: 100, height: 60 },
  left: { left: 0, top: 0, width: 60, height: 100 },
  right: { left: 40, top: 0, width: 60, height: 100 },
} as const satisfies Record<string, z.output<typeof crop>>;

export const DIRECTIONS = ['earlier', 'later'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What the picture shows, for those who do not see it. */
export const alt = workText(ALT_LENGTH).min(1, 'alt-missing');

export const pictureInput = z.object({ kind: z.enum(PICTURE_KINDS), alt, crop });

export type PictureInput = z.output<typeof pictureInput>;
