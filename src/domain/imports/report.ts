import { withoutCprNumbers } from '#domain/citizens.ts';
import type { Table } from './table.ts';

/** What became of a row. */
export type Outcome = 'added' | 'joined' | 'completed' | 'unchanged' | 'refused' | 'skipped';

/** One thing to tell about a row or the list. `code` is a key of texts (`import.problem.…`, `import.notice.…`). */
export interface Finding {
  /** Row as a spreadsheet counts it, from 1; 0 is about the list as a whole. */
  line: number;
  column: string;
  /** As it was written, with anything CPR-shaped struck out. */
  value: string;
  code: string;
  values?: Record<string, string | number>;
}

export interface Report {
  rows: number;
  outcomes: Record<Outcome, number>;
  /** Why rows were refused: mend them and import again. */
  problems: Finding[];
  /** What was done all the same, and should be known. */
  notices: Finding[];
  unknownColumns: string[];
  /** The refused rows as they were sent, to be mended. */
  refused: Table;
}

export function newReport(table: Table, unknownColumns: string[]): Report {
  return {
    rows: table.rows.length,
    outcomes: { added: 0, joined: 0, completed: 0, unchanged: 0, refused: 0, skipped: 0 },
    problems: [],
    notices: [],
    unknownColumns,
    refused: { headings: table.headings, rows: [] },
  };
}

export function refuse(report: Report, row: Table['rows'][number], problems: Omit<Finding, 'line'>[]): void {
  report.outcomes.refused++;
  report.refused.rows.push({ line: row.line, cells: row.cells.map(withoutCprNumbers) });
  report.problems.push(
    ...problems.map((problem) => ({ ...problem, line: row.line, value: withoutCprNumbers(problem.value) })),
  );
}

export function notice(report: Report, line: number, finding: Omit<Finding, 'line'>): void {
  report.notices.push({ ...finding, line, value: withoutCprNumbers(finding.value) });
}
