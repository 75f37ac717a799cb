import type { Db } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { DIMENSIONS, type Dimension, type StatisticsRow, statisticsBy } from '#domain/outcomes/queries.ts';
import { today } from '#domain/time.ts';
import type { Locale, Translate } from '#i18n/index.ts';
import { labels } from './labels.ts';

/** The columns of the statistics, in their order. */
export const MEASURES = ['started', 'completed', 'stopped', 'ordinary', 'hours'] as const;

/** A period of whole days; what is no day, or ends before it begins, is this year. */
export function periodOf(parameters: URLSearchParams): { from: string; until: string } {
  const [from, until] = ['fra', 'til'].map((name) => parameters.get(name) ?? '');
  const year = today().slice(0, 4);
  if (!isDay(from) || !isDay(until) || from > until) return { from: `${year}-01-01`, until: `${year}-12-31` };
  return { from, until };
}

/** The same in an address. */
export function statisticsQuery(parameters: URLSearchParams): string {
  const { from, until } = periodOf(parameters);
  return new URLSearchParams({ fra: from, til: until }).toString();
}

/** Statistics with words for their keys: one table for each way to tell them. */
export interface StatisticsTable {
  dimension: Dimension;
  rows: (StatisticsRow & { label: string })[];
}

export function statisticsTables(
  db: Db,
  viewer: Viewer,
  period: { from: string; until: string },
  locale: Locale,
  t: Translate,
): StatisticsTable[] {
  const label = labels(db, locale, t);
  const words = (dimension: Dimension, key: string | null) => {
    if (key === null) return t('statistics.unknown');
    return dimension === 'quarter' ? t('statistics.quarter', quarter(key)) : label(dimension, key);
  };
  return DIMENSIONS.map((dimension) => ({
    dimension,
    rows: statisticsBy(db, viewer, dimension, period).map((row) => ({ ...row, label: words(dimension, row.key) })),
  }));
}

/** @param key "2026-4" */
function quarter(key: string): { year: string; quarter: string } {
  const [year = '', number = ''] = key.split('-');
  return { year, quarter: number };
}

const isDay = (text: string | undefined): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
