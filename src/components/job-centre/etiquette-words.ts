import type { ApproachEntry } from '#domain/approaches/queries.ts';
import type { Approach, Reason } from '#domain/approaches/rules.ts';
import { formatDay, type Locale, type Translate } from '#i18n/index.ts';

/** A reason why now is a good or a bad moment, in words. */
export function reasonWords(reason: Reason, locale: Locale, t: Translate): string {
  const day = (value: string) => formatDay(locale, value);
  if (reason.code === 'rest') return t('approach.reason.rest', { until: day(reason.until) });
  if (reason.code === 'waiting') return t('approach.reason.waiting', { count: reason.count });
  if (reason.code === 'free') return t('approach.reason.free');
  const { last } = reason;
  const values = { who: nameIn(last, t), day: day(last.on), subject: t(`approach.subject.${last.subject}`) };
  if (reason.code === 'own') return t('approach.reason.own', values);
  return t(`approach.reason.${reason.code}`, { ...values, days: reason.days, freeOn: day(reason.freeOn) });
}

/** Lines of the log know who wrote them. */
const nameIn = (approach: Approach, t: Translate): string =>
  (approach as Partial<ApproachEntry>).name ?? t('approach.someone');
