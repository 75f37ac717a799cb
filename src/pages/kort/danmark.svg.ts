import type { APIRoute } from 'astro';
import { db } from '#lib/database.ts';
import { environment } from '#lib/environment.ts';
import { mapBackground } from '#lib/map-background.ts';

export const GET: APIRoute = () =>
  new Response(mapBackground(db, environment.MUNICIPALITY_CODE).svg, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
