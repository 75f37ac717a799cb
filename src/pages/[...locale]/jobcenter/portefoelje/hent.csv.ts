import type { APIRoute } from 'astro';
import { exportPortfolio } from '#domain/portfolios/export.ts';
import { db } from '#lib/database.ts';
import { signedIn } from '#lib/signed-in.ts';

/** One's own portfolio as a list that Excel reads and the import takes back. */
export const GET: APIRoute = ({ locals }) =>
  new Response(exportPortfolio(db, signedIn(locals).viewer), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="portefoelje.csv"',
    },
  });
