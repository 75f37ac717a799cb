import { defineMiddleware } from 'astro:middleware';
import { hasDemoOrganisations } from '#domain/organisations/queries.ts';
import { translator } from '#i18n/index.ts';
import { mayOpen } from '#lib/access.ts';
import { db } from '#lib/database.ts';
import { isLocaleParam, localeOfPath } from '#lib/locale.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const locale = localeOfPath(context.url.pathname);
  context.locals.locale = locale;
  context.locals.t = translator(locale);
  context.locals.demo = hasDemoOrganisations(db);
  const found = mayOpen(context.routePattern) && isLocaleParam(context.params.locale);
  // No body: Astro then shows the 404 page.
  if (!found) return new Response(null, { status: 404 });
  const response = await next();
  if (response.headers.get('Content-Type') === 'text/html')
    response.headers.set('Content-Type', 'text/html; charset=utf-8');
  return response;
});
