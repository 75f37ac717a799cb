import type { AstroCookies } from 'astro';
import type { z } from 'zod';
import type { Db } from '#db/open.ts';
import { asFarAsShown, type Viewer } from '#domain/accounts/viewer.ts';
import { Refusal } from '#domain/errors.ts';
import type { Locale, TextKey, Values } from '#i18n/index.ts';
import { type Access, doorFor, viewerBehind } from './access.ts';
import { TOO_LARGE } from './body-limits.ts';
import { chosenVersions, readForm, typedValues } from './form-data.ts';
import { type Problem, problem, problemsOf, statusOf } from './refusals.ts';

/** Somebody sends a form: who, in which language, from where. */
export interface Visit<Who = Viewer> {
  db: Db;
  viewer: Who;
  /** Of the sender's session. */
  sessionId: number | undefined;
  locale: Locale;
  cookies: AstroCookies;
  request: Request;
  /** Of the network, for throttles. Never written down. */
  clientAddress: string;
}

/** One line for the reader on the page that comes next. */
export interface Notice {
  key: TextKey;
  values?: Values;
}

/** Where to go once it is done: a path without its language, so that nothing is sent twice by reloading. */
export interface Done {
  to: string;
  notice?: Notice;
}

/** Only the public level lets in a visitor without an account. */
type Sender<Level extends Access> = Level extends 'public' ? Viewer | undefined : Viewer;

export interface FormDefinition<Schema extends z.ZodObject = z.ZodObject, Level extends Access = Access> {
  /** Who may send it at all: the levels of the access table. */
  access: Level;
  /** Its fields: the domain's own schema, or one made of its parts. */
  schema: Schema;
  /** Whether this viewer may do this, where that can be said without looking anything up. */
  may?: (viewer: Sender<Level>, input: z.output<Schema>) => boolean;
  /** Calls one verb, and says where to go. */
  run: (visit: Visit<Sender<Level>>, input: z.output<Schema>) => Done | Promise<Done>;
}

/** What came of a form. What was typed comes back with what is wrong with it. */
export type Outcome =
  | ({ kind: 'done' } & Done)
  | { kind: 'refused'; status: 403 | 404 }
  | { kind: 'problems'; status: 409 | 413 | 422 | 429; problems: Problem[]; typed: Record<string, string[]> };

/** Says what a form is: `defineForm({ access, schema, may, run })`. */
export const defineForm = <Schema extends z.ZodObject, Level extends Access>(
  definition: FormDefinition<Schema, Level>,
): FormDefinition<Schema, Level> => definition;

/** A definition of whichever fields and level, for what treats all forms alike. */
// biome-ignore lint/suspicious/noExplicitAny: a function that takes less is no subtype of one that takes more
export type AnyForm = FormDefinition<any, any>;

/**
 * Takes in a form: asks who may, reads and checks the fields, calls the verb. A form can be posted to any page by
 * anybody, so nothing here relies on the page that showed it.
 *
 * @throws what is no refusal of the domain: a mistake of ours
 */
export async function submit(form: AnyForm, visit: Visit<Viewer | undefined>, given: FormData): Promise<Outcome> {
  if (doorFor(form.access, visit.viewer, false) !== 'open') return { kind: 'refused', status: 403 };
  const known = viewerBehind(form.access, visit.viewer);
  const viewer = known && asFarAsShown(known);
  const sent = chosenVersions(given);
  const typed = typedValues(sent);
  const read = form.schema.safeParse(readForm(form.schema, sent));
  if (!read.success) {
    const status = [...sent.values()].includes(TOO_LARGE) ? 413 : 422;
    return { kind: 'problems', status, problems: problemsIn(read.error, sent), typed };
  }
  if (form.may?.(viewer, read.data) === false) return { kind: 'refused', status: 403 };
  try {
    return { kind: 'done', ...(await form.run({ ...visit, viewer }, read.data)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = statusOf(error);
    if (status === 403 || status === 404) return { kind: 'refused', status };
    return { kind: 'problems', status, problems: problemsOf(error), typed };
  }
}

/** One problem a field: the first. An empty field that does not do is missing, unless a rule of its own says more. */
function problemsIn(error: z.ZodError, sent: FormData): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    if (problems.has(field)) continue;
    const isEmpty = sent.getAll(field).every((value) => (value instanceof File ? value.size === 0 : !value.trim()));
    const code = isEmpty && issue.code !== 'custom' ? 'missing' : issue.message;
    problems.set(field, problem(code, field || null, limitsOf(issue)));
  }
  return [...problems.values()];
}

function limitsOf(issue: z.core.$ZodIssue): Values {
  return {
    ...('minimum' in issue ? { least: Number(issue.minimum) } : {}),
    ...('maximum' in issue ? { most: Number(issue.maximum) } : {}),
  };
}
