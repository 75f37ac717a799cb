import type { APIRoute } from 'astro';
import { openApiDocument } from '#lib/api/openapi/document.ts';
import { json, methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';

export const GET: APIRoute = ({ request }) => json(request, openApiDocument(db, environment.SITE_URL));
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
