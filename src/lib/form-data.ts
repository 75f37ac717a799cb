import { z } from 'zod';

/**
 * What a form sent, in the shape that a schema takes: text to numbers ("2,5"), ticks to booleans, repeated names to
 * lists, `ladder.0.hours` to a list of objects, an empty field to null where the schema knows null. What cannot be
 * read goes on as it is, for the schema to say what is wrong with it.
 */
export function readForm(schema: z.ZodObject, form: FormData, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [name, readField(field as z.ZodType, form, prefix + name)]),
  );
}

/** Names of the fields that say which of two versions holds: `take.name` says "now" for the one in `now.name`. */
export const TAKE = 'take.';
export const NOW = 'now.';

/** A form that was overtaken, with what its sender chose for each field: their own words or the other's. */
export function chosenVersions(form: FormData): FormData {
  const taken = [...form]
    .filter(([name, value]) => name.startsWith(TAKE) && value === 'now')
    .map(([name]) => name.slice(TAKE.length));
  if (taken.length === 0) return form;
  const chosen = new FormData();
  for (const [name, value] of form) if (!taken.includes(name)) chosen.append(name, value);
  for (const name of taken) for (const value of form.getAll(NOW + name)) chosen.append(name, value);
  return chosen;
}

/** Everything that was typed, to show it again. Files cannot be, and passwords are not. */
export function typedValues(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password/i.test(name)) typed[name] = [...(typed[name] ?? []), value];
  }
  return typed;
}

function readField(field: z.ZodType, form: FormData, name: string): unknown {
  const { type, nullable } = unwrapped(field);
  if (type instanceof z.ZodBoolean) return form.has(name) && form.get(name) !== 'false';
  if (type instanceof z.ZodArray) return readList(type, form, name);
  if (type instanceof z.ZodObject) return readForm(type, form, `${name}.`);
  const value = form.get(name);
  if (value instanceof File) return value.size > 0 ? value : nullable ? null : undefined;
  const text = (value ?? '').trim().replaceAll('\r\n', '\n');
  if (text === '') return nullable ? null : type instanceof z.ZodString ? '' : undefined;
  return type instanceof z.ZodNumber ? Number(text.replace(',', '.')) : text;
}

function readList(list: z.ZodArray, form: FormData, name: string): unknown[] {
  const { type } = unwrapped(list.element as z.ZodType);
  if (type instanceof z.ZodObject) return readRows(type, form, name);
  const values = form.getAll(name).filter((value) => value !== '');
  return type instanceof z.ZodNumber ? values.map(Number) : values;
}

/** Rows that were left empty are not there. */
function readRows(row: z.ZodObject, form: FormData, name: string): unknown[] {
  const filled = [...form]
    .filter(([key, value]) => key.startsWith(`${name}.`) && value !== '')
    .map(([key]) => Number(key.slice(name.length + 1).split('.')[0]));
  return [...new Set(filled)].sort((a, b) => a - b).map((index) => readForm(row, form, `${name}.${index}.`));
}

/** The type that a field comes down to once defaults, transformations and the like are taken off. */
function unwrapped(field: z.ZodType): { type: z.ZodType; nullable: boolean } {
  let type = field;
  let nullable = false;
  for (;;) {
    if (type instanceof z.ZodNullable) nullable = true;
    if (type instanceof z.ZodNullable || type instanceof z.ZodOptional || type instanceof z.ZodDefault)
      type = type.unwrap() as z.ZodType;
    else if (type instanceof z.ZodPipe) type = type.in as z.ZodType;
    else return { type, nullable };
  }
}
