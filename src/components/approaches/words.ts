import type { ApproachEntry } from '#domain/approaches/queries.ts';
import type { Reason } from '#domain/approaches/rules.ts';
import { dayNumber, today } from '#domain/time.ts';
import { formatDay, type Locale, type Translate } from '#i18n/index.ts';

/** Days further back than this are said as a date. */
const MOST_DAYS_AGO = 60;

/** "i går", "for 12 dage siden", "den 3. marts 2026". @param day YYYY-MM-DD */
export function whenWords(day: string, locale: Locale, t: Translate): string {
  const days = dayNumber(today()) - dayNumber(day);
  if (days === 0) return t('employers.day.today');
  if (days === 1) return t('employers.day.yesterday');
  if (days > 1 && days <= MOST_DAYS_AGO) return t('employers.day.ago', { count: days });
  return t('employers.day.on', { day: formatDay(locale, day) });
}

/** Who was in touch, and what that means for now; as many sentences as it takes. @param viewerId who reads it */
export function reasonWords(reason: Reason<ApproachEntry>, viewerId: number, locale: Locale, t: Translate): string[] {
  const did = ({ accountId, name, channel, subject, on }: ApproachEntry) =>
    t(`employers.did.${channel}`, {
      who: accountId === viewerId ? t('employers.you') : (name ?? t('approach.someone')),
      when: whenWords(on, locale, t),
      subject: t(`approach.subject.${subject}`),
    });
  switch (reason.code) {
    case 'rest':
      return [t('approach.reason.rest', { until: formatDay(locale, reason.until) })];
    case 'waiting':
      return [t('approach.reason.waiting', { count: reason.count })];
    case 'free':
      return [reason.last ? did(reason.last) : t('approach.reason.free')];
    case 'own':
      return [did(reason.last)];
    case 'wish':
      return [
        did(reason.last),
        t('employers.wait.wish', { days: reason.days, freeOn: formatDay(locale, reason.freeOn) }),
      ];
    case 'lately':
      return [did(reason.last), t('employers.wait.lately', { freeOn: formatDay(locale, reason.freeOn) })];
  }
}
