import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { Refusal } from '#domain/errors.ts';
import { hasDemoOrganisations } from '#domain/organisations/queries.ts';
import { translator } from '#i18n/index.ts';
import { accessOf, doorFor, viewerBehind } from '#lib/access.ts';
import { takeForm } from '#lib/actions.ts';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';
import { isLocaleParam, localeOfPath } from '#lib/locale.ts';
import { secondFactorAddress, signInAddress } from '#lib/next-page.ts';
import { takeNotice } from '#lib/notice.ts';
import { statusOf } from '#lib/refusals.ts';
import { isFromHere } from '#lib/same-origin.ts';
import { readSession } from '#lib/sessions.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, url } = context;
  locals.locale = localeOfPath(url.pathname);
  locals.t = translator(locals.locale);
  locals.demo = hasDemoOrganisations(db);
  const refuse = async (status: number) => (status === 403 ? next('/403') : notFound());
  const session = await readSession({ db, cookies: context.cookies });
  const access = accessOf(context.routePattern);
  locals.viewer = viewerBehind(access, session?.viewer);
  locals.sessionId = session?.sessionId;
  const door = doorFor(access, session?.viewer, import.meta.env.DEV);
  if (door === 'hidden' || !isLocaleParam(context.params.locale)) return notFound();
  // The API is open to everybody's pages, and answers by itself that nothing can be written there.
  const isOpenToAll = context.routePattern.startsWith('/api/');
  if (!isOpenToAll && !isFromHere(context.request, [new URL(environment.SITE_URL).origin, url.origin]))
    return refuse(403);
  // A form whose page has closed meanwhile is not sent on: its reader goes back to what was typed.
  if (door !== 'open')
    return context.request.method === 'POST' ? refuse(403) : context.redirect(wayIn(context, door, session?.viewer));
  try {
    const answer = await takeForm(context, refuse);
    if (answer) return answer;
    locals.notice = takeNotice(context.cookies);
    return finished(context, await next());
  } catch (error) {
    if (error instanceof Refusal) return refuse(statusOf(error));
    throw error;
  }
});

function wayIn({ locals, url }: APIContext, door: 'sign-in' | 'second-factor', viewer: Viewer | undefined): string {
  if (door === 'sign-in') return signInAddress(locals.locale, url);
  return secondFactorAddress(locals.locale, url, viewer?.secondFactorReady ?? false);
}

/** No body: Astro then shows the 404 page. */
const notFound = () => new Response(null, { status: 404 });

function finished({ locals }: APIContext, response: Response): Response {
  const type = response.headers.get('Content-Type');
  if (type === 'text/html') response.headers.set('Content-Type', 'text/html; charset=utf-8');
  // What was made for one reader is kept by nobody.
  if (locals.viewer || locals.notice || locals.sentForm) response.headers.set('Cache-Control', 'private, no-store');
  return response;
}
