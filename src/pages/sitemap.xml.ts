import type { APIRoute } from 'astro';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';
import { sitemap } from '#lib/sitemap.ts';
import { xml } from '#lib/xml.ts';

export const GET: APIRoute = async ({ request }) => xml(request, await sitemap(db, environment.SITE_URL));
