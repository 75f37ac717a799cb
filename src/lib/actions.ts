import { ActionError, defineAction, getActionContext } from 'astro:actions';
import type { APIContext } from 'astro';
import { localPath } from '#i18n/index.ts';
import { db } from './database.ts';
import { type AnyForm, type Outcome, submit } from './forms.ts';
import { leaveNotice } from './notice.ts';

type FormsByNoun = Record<string, Record<string, AnyForm>>;
type ActionOf = ReturnType<typeof actionOf>;

/** Makes Astro's actions of the forms, so that pages name them as `actions.accounts.rename`, checked by type. */
export function actionsOf<Forms extends FormsByNoun>(forms: Forms) {
  return mapValues(forms, (nouns) => mapValues(nouns, actionOf)) as {
    [Noun in keyof Forms]: { [Name in keyof Forms[Noun]]: ActionOf };
  };
}

/**
 * Takes in the form that came with a request, if one did.
 *
 * @returns the answer, where the page has nothing more to say; else nothing, and `locals.sentForm` tells the page
 */
export async function takeForm(context: APIContext, refuse: (status: 403 | 404) => Promise<Response>) {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (action?.calledFrom !== 'form') return undefined;
  const { data, error } = (await action.handler()) as { data?: Outcome | Failed; error?: ActionError };
  if (!data) return error?.code === 'NOT_FOUND' ? refuse(404) : unreadable(error);
  if (data.kind === 'failed') throw data.error;
  if (data.kind === 'refused') return refuse(data.status);
  if (data.kind === 'done') {
    if (data.notice) leaveNotice(context.cookies, data.notice);
    return context.redirect(localPath(context.locals.locale, data.to), 303);
  }
  context.locals.sentForm = { action: action.name, problems: data.problems, typed: data.typed };
  const code = ActionError.statusToCode(data.status);
  setActionResult(action.name, serializeActionResult({ data: undefined, error: new ActionError({ code }) }));
  return undefined;
}

/** Astro would keep only the words of an error; it is handed on whole, to be thrown again. */
interface Failed {
  kind: 'failed';
  error: unknown;
}

function actionOf(form: AnyForm) {
  return defineAction({
    accept: 'form',
    // Without a schema here, Astro hands over what was sent as it is.
    handler: async (sent: FormData, { locals, cookies, request, clientAddress }): Promise<Outcome | Failed> => {
      const { viewer, sessionId, locale } = locals;
      try {
        return await submit(form, { db, viewer, sessionId, locale, cookies, request, clientAddress }, sent);
      } catch (error) {
        return { kind: 'failed', error };
      }
    },
  });
}

/** No form at all, or one that is too large. */
function unreadable(error: ActionError | undefined): Response {
  return new Response(`${error?.message}\n`, { status: error?.status ?? 400 });
}

function mapValues<Value, Result>(record: Record<string, Value>, map: (value: Value) => Result) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
