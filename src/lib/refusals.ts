import { Conflict, Forbidden, Invalid, NotFound, type Refusal, TooMany } from '#domain/errors.ts';
import { isTextKey, type TextKey, type Values } from '#i18n/index.ts';

/** What is wrong with a form: with one of its fields, or with all of it. */
export interface Problem {
  field: string | null;
  key: TextKey;
  values?: Values;
}

/** The HTTP status of what a verb refused for. */
export function statusOf(refusal: Refusal): 403 | 404 | 409 | 422 | 429 {
  if (refusal instanceof NotFound) return 404;
  if (refusal instanceof Forbidden) return 403;
  if (refusal instanceof TooMany) return 429;
  return refusal instanceof Conflict ? 409 : 422;
}

/** The words of what a verb refused for, as problems of the form that asked. */
export function problemsOf(refusal: Refusal): Problem[] {
  if (refusal instanceof Conflict) return [problem(refusal.code, refusal.field ?? null)];
  if (refusal instanceof TooMany) return [problem('too-many', null, { count: refusal.minutes })];
  if (refusal instanceof Invalid)
    return Object.entries(refusal.problems).map(([field, code]) => problem(code, field || null));
  return [];
}

/** A field's own words for a code where it has some (`form.problem.missing.email`), else the ones for every field. */
export function problem(code: string, field: string | null, values?: Values): Problem {
  const keys = [`form.problem.${code}.${field}`, `form.problem.${code}`];
  return { field, key: keys.find(isTextKey) ?? 'form.problem.invalid', ...(values && { values }) };
}
