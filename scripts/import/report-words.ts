import { stringify } from 'csv-stringify/sync';
import { isReportColumn } from '#domain/imports/headings.ts';
import type { Finding, Outcome, Report } from '#domain/imports/report.ts';
import type { TextKey, Translate } from '#i18n/index.ts';

const OUTCOMES: Outcome[] = ['added', 'joined', 'completed', 'unchanged', 'skipped', 'refused'];
/** More than this scrolls away; the rest is in the report file. */
const MOST_LINES = 50;

/** What happened, in words: counts first, then each row to mend, then what is worth knowing. */
export function printReport(report: Report, t: Translate): void {
  const counts = OUTCOMES.filter((outcome) => report.outcomes[outcome] > 0).map((outcome) =>
    t(`import.outcome.${outcome}`, { count: report.outcomes[outcome] }),
  );
  console.log([t('import.rows', { count: report.rows }), ...counts].join('\n  '));
  if (report.unknownColumns.length > 0)
    console.log(`\n${t('import.unknownColumns', { columns: report.unknownColumns.join(', ') })}`);
  printFindings(t('import.problems'), 'problem', report.problems, t);
  printFindings(t('import.notices'), 'notice', report.notices, t);
}

/** The refused rows under the list's own headings, each with what is wrong, ready to be mended and imported again. */
export function refusedRowsCsv(report: Report, t: Translate): string {
  const { headings, rows } = report.refused;
  // What an earlier report added says nothing any more.
  const isOwn = (_: string, index: number) => !isReportColumn(headings[index] ?? '');
  const lines = rows.map((row) => [
    ...row.cells.filter(isOwn),
    String(row.line),
    report.problems
      .filter((problem) => problem.line === row.line)
      .map((problem) => `${problem.column}: ${words('problem', problem, t)}`)
      .join(' '),
  ]);
  return stringify([[...headings.filter(isOwn), t('import.report.line'), t('import.report.problem')], ...lines], {
    delimiter: ';',
    bom: true,
    record_delimiter: '\r\n',
    cast: { string: (text) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text) },
  });
}

function printFindings(title: string, kind: 'problem' | 'notice', findings: Finding[], t: Translate): void {
  if (findings.length === 0) return;
  console.log(`\n${title}`);
  for (const finding of findings.slice(0, MOST_LINES)) {
    const key = finding.line === 0 ? 'import.finding.list' : 'import.finding';
    console.log(`  ${t(key, { line: String(finding.line), column: finding.column, words: words(kind, finding, t) })}`);
  }
  if (findings.length > MOST_LINES) console.log(`  … + ${findings.length - MOST_LINES}`);
}

function words(kind: 'problem' | 'notice', finding: Finding, t: Translate): string {
  return t(`import.${kind}.${finding.code}` as TextKey, { ...finding.values, value: finding.value });
}
