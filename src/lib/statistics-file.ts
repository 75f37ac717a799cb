import { stringify } from 'csv-stringify/sync';
import { db } from './database.ts';
import { signedIn } from './signed-in.ts';
import { MEASURES, periodOf, statisticsTables } from './statistics.ts';

/** The statistics of a period as a list that Danish Excel reads. Its numbers are ours, its words cannot become formulas. */
export function statisticsFile({ url, locals }: { url: URL; locals: App.Locals }): Response {
  const { locale, t } = locals;
  const period = periodOf(url.searchParams);
  const tables = statisticsTables(db, signedIn(locals).viewer, period, locale, t);
  const heading = [t('statistics.by'), t('statistics.what'), ...MEASURES.map((measure) => t(`statistics.${measure}`))];
  const rows = tables.flatMap(({ dimension, rows: lines }) =>
    lines.map((row) => [t(`statistics.by.${dimension}`), row.label, ...MEASURES.map((measure) => row[measure])]),
  );
  const csv = stringify([heading, ...rows], {
    delimiter: ';',
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
  const name = `plads-${period.from}-${period.until}.csv`;
  return new Response(csv, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` },
  });
}
