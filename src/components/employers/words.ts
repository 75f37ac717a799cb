import type { ApproachEntry } from '#domain/approaches/queries.ts';
import type { Reason } from '#domain/approaches/rules.ts';
import type { EmployerHit } from '#domain/employers/hits.ts';
import { type Factor, LATELY_DAYS } from '#domain/employers/ranking.ts';
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

/** The fact behind a factor's number. */
export function factWords(factor: Factor, hit: EmployerHit, locale: Locale, t: Translate): string {
  switch (factor) {
    case 'fit':
      return t(`employers.said.fit.${hit.factors.fit === 1 ? 'all' : hit.factors.fit >= MOST_OF_IT ? 'part' : 'none'}`);
    case 'distance':
      return kilometres(hit.distanceKm ?? 0, t);
    case 'freshness':
      return hit.heard
        ? t(`employers.said.heard.${hit.heard.by}`, { when: whenWords(hit.heard.on, locale, t) })
        : t('employers.said.heard.never');
    case 'answers':
      return answersWords(hit.record, t);
    case 'fairness':
      return t('employers.said.received', { count: hit.received, days: LATELY_DAYS });
  }
}

const MOST_OF_IT = 0.6;

function answersWords(record: EmployerHit['record'], t: Translate): string {
  if (!record || record.asked === 0) return t('employers.said.answers.none');
  const { asked, answered, medianDays } = record;
  if (medianDays === null) return t('employers.said.answers', { asked, answered });
  return t('employers.said.answers.days', { asked, answered, count: Math.max(1, Math.ceil(medianDays)) });
}

/** Postcodes are points, so tenths of a long way would pretend. */
function kilometres(km: number, t: Translate): string {
  return km < 1
    ? t('search.distance.under')
    : t('search.distance', { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) });
}
