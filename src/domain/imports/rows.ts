import type { z } from 'zod';
import type { ReadHeadings } from './headings.ts';
import type { Finding } from './report.ts';
import type { Table } from './table.ts';

type Row = Table['rows'][number];

/** Reads a row's cells by field, and tells under which heading a field stands in this list. */
export class Cells<Field extends string> {
  readonly #columns: Map<Field, number>;
  readonly #headings: string[];

  constructor(headings: ReadHeadings<Field>, table: Table) {
    this.#columns = headings.columns;
    this.#headings = table.headings;
  }

  cell(row: Row, field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (row.cells[column] ?? '').trim();
  }

  has(field: Field): boolean {
    return this.#columns.has(field);
  }

  heading(field: Field): string {
    const column = this.#columns.get(field);
    return (column === undefined ? undefined : this.#headings[column]) ?? field;
  }

  /** A schema's complaints as findings, one for each field. */
  problems(row: Row, issues: z.core.$ZodIssue[]): Omit<Finding, 'line'>[] {
    const byField = new Map<Field, string>();
    for (const issue of issues) {
      const field = issue.path[0] as Field;
      if (!byField.has(field)) byField.set(field, issue.message);
    }
    return [...byField].map(([field, code]) => this.problem(row, field, code));
  }

  problem(row: Row, field: Field, code: string, values?: Finding['values']): Omit<Finding, 'line'> {
    return { column: this.heading(field), value: this.cell(row, field), code, ...(values ? { values } : {}) };
  }
}
