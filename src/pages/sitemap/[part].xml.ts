import type { APIRoute } from 'astro';
import { db } from '#lib/database.ts';
import { sitemapPart } from '#lib/sitemap.ts';
import { xml } from '#lib/xml.ts';

export const GET: APIRoute = async ({ request, params }) => {
  const part = /^[1-9]\d{0,5}$/.test(params.part ?? '') ? await sitemapPart(db, Number(params.part)) : undefined;
  return part ? xml(request, part) : new Response(null, { status: 404 });
};
