import { whenWords } from '#components/approaches/words.ts';
import type { EmployerHit } from '#domain/employers/hits.ts';
import { type Factor, LATELY_DAYS } from '#domain/employers/ranking.ts';
import type { Locale, Translate } from '#i18n/index.ts';

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
