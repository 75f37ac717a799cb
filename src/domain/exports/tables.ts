/** One kind of thing that somebody takes along, with a row for each. */
export type ExportRow = Record<string, string | number | boolean | null>;

/** By name, as the file is called: `slots`, `members` … */
export type ExportTables = Record<string, ExportRow[]>;

/** Reads rows of the database as they are, but for lists, which become text. */
export const plainRow = (row: object): ExportRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));

function plainValue(value: unknown): ExportRow[string] {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
