import type { APIRoute } from 'astro';
import { health } from '#lib/health.ts';

export const GET: APIRoute = async () => {
  const report = await health();
  return new Response(JSON.stringify(report), {
    status: report.ready ? 200 : 503,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
};
