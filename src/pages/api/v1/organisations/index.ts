import type { APIRoute } from 'astro';
import { searchOrganisations } from '#domain/organisations/search.ts';
import { organisationItem } from '#lib/api/items.ts';
import { listAnswer } from '#lib/api/list.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';
import { engine } from '#lib/search.ts';

export const GET: APIRoute = (context) =>
  listAnswer(context, 'organisations', (query) => searchOrganisations(db, engine, query), organisationItem);
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
