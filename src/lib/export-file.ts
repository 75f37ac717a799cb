import { stringify } from 'csv-stringify/sync';
import type { ExportTables } from '#domain/exports/tables.ts';

/**
 * One file of an export: all of it as JSON, or one kind of thing as CSV. Danish spreadsheets read semicolons, and
 * nothing in it can become a formula.
 *
 * @param file `slots.csv`, or anything that ends with `.json`
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function exportFile(tables: ExportTables, name: string, file: string): Response {
  const [base = '', extension] = split(file);
  if (extension === 'json' && base === name) return answer(JSON.stringify(tables, null, 2), 'application/json', file);
  const rows = Object.hasOwn(tables, base) ? tables[base] : undefined;
  if (extension !== 'csv' || !rows) return new Response(null, { status: 404 });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const csv = stringify(rows, { columns, header: true, delimiter: ';', bom: true, escape_formulas: true, cast: CAST });
  return answer(csv, 'text/csv; charset=utf-8', file);
}

/** The library would write 1 for yes, and nothing for no. */
const CAST = { boolean: String };

const split = (file: string): [string?, string?] => {
  const at = file.lastIndexOf('.');
  return at < 0 ? [] : [file.slice(0, at), file.slice(at + 1)];
};

function answer(body: string, type: string, file: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
