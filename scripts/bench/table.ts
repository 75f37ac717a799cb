export type Cell = string | number;

/** A table for people and for docs/benchmarks.md at once: Markdown, columns aligned. */
export function printTable(title: string, head: string[], rows: Cell[][]): void {
  const cells = [head, ...rows.map((row) => row.map(wordsFor))];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const isNumeric = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => `${'-'.repeat(width - 1)}${isNumeric[column] ? ':' : '-'}`);
  console.log(`\n**${title}**\n`);
  console.log([line(head), line(rule), ...cells.slice(1).map(line)].join('\n'));
}

/** Three digits are all that a noisy machine can say. */
function wordsFor(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return '–';
  if (cell >= 1000) return Math.round(cell).toLocaleString('en-US');
  return String(Number(cell.toPrecision(3)));
}
