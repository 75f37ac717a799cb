import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** A list as it was sent: its headings, and its rows that hold anything, with their number as a spreadsheet counts rows (from 1). */
export interface Table {
  headings: string[];
  rows: { line: number; cells: string[] }[];
}

const SEPARATORS = [';', ',', '\t'] as const;
/** A sign that Excel's "formula-safe" export put before a cell that would else count as a formula. */
const FORMULA_GUARD = /^'(?=[=+\-@])/;

/**
 * Reads a list as Danish Excel makes them: `.xlsx`, or text with semicolons (or commas or tabs) in UTF-8, with or
 * without its mark, or in Windows-1252.
 *
 * @throws an Error whose message is a key of texts (`import.file.…`)
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  const lines = isSpreadsheet(bytes) ? await spreadsheetLines(bytes) : textLines(decode(bytes));
  const [headings, ...rows] = lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => cell.trim().replace(FORMULA_GUARD, '')),
  }));
  if (!headings) throw new Error('empty');
  const width = headings.cells.findLastIndex((cell) => cell !== '') + 1;
  return {
    headings: headings.cells.slice(0, width),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: headings.cells.slice(0, width).map((_, index) => cells[index] ?? ''),
    })),
  };
}

type Line = Table['rows'][number];

function isSpreadsheet(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK';
}

/** UTF-8 where it is that, otherwise what Danish Excel has always written. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function textLines(text: string): Line[] {
  const separator = separatorOf(text);
  try {
    const records = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as string[][];
    return records.map((cells, index) => ({ line: index + 1, cells })).filter(holdsAnything);
  } catch {
    throw new Error('unreadable');
  }
}

/** The separator that the first line that says anything has most of. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

async function spreadsheetLines(bytes: Buffer): Promise<Line[]> {
  try {
    const rows = await readSheet(bytes);
    return rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) })).filter(holdsAnything);
  } catch {
    throw new Error('unreadable');
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number' && Number.isInteger(cell)) return cell.toFixed(0);
  return String(cell);
}

function holdsAnything(line: Line): boolean {
  return line.cells.some((cell) => cell.trim() !== '');
}
