import type { Translate } from '#i18n/index.ts';

/** "2–8 timer om ugen", or "5 timer om ugen" where there is nothing between. */
export function hoursText(t: Translate, slot: { hoursMin: number; hoursMax: number }): string {
  return slot.hoursMin === slot.hoursMax
    ? t('slot.hours.same', { count: slot.hoursMax })
    : t('slot.hours.range', { min: slot.hoursMin, max: slot.hoursMax });
}
