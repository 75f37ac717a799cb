import type { APIRoute } from 'astro';
import { allSchemes } from '#domain/schemes/queries.ts';
import { schemeItem } from '#lib/api/items.ts';
import { oneAnswer } from '#lib/api/one.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';

export const GET: APIRoute = (context) =>
  oneAnswer(context, 'scheme', (locale) => ({ items: allSchemes(db).map((scheme) => schemeItem(scheme, locale)) }));
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
