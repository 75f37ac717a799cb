import type { APIRoute } from 'astro';
import { forms } from '#actions/forms.ts';
import { localPath } from '#i18n/index.ts';
import { db } from '#lib/database.ts';
import { submit } from '#lib/forms.ts';

/**
 * The button of a mail program (RFC 8058): it posts without cookies, from anywhere, and follows no redirect. The key is
 * in the address.
 */
export const POST: APIRoute = async ({ request, url, locals, cookies, clientAddress }) => {
  const sent = new FormData();
  sent.set('noegle', url.searchParams.get('noegle') ?? '');
  const visit = { db, viewer: undefined, sessionId: undefined, locale: locals.locale, cookies, request, clientAddress };
  const outcome = await submit(forms.notifications.unsubscribe, visit, sent);
  const isDone = outcome.kind === 'done';
  return new Response(`${locals.t(isDone ? 'wayOut.done' : 'wayOut.unknown')}\n`, {
    status: isDone ? 200 : 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
};

/** Some programs open it instead. */
export const GET: APIRoute = ({ url, locals, redirect }) =>
  redirect(`${localPath(locals.locale, '/afmeld')}${url.search}`, 303);
