import type { APIRoute } from 'astro';
import { readEvidence } from '#domain/commitments/evidence.ts';
import { db } from '#lib/database.ts';
import { evidenceFolder } from '#lib/evidence-folder.ts';

/** A file that shows how a commitment is kept: to be saved, never to be opened as a page of ours. */
export const GET: APIRoute = async ({ params }) => {
  const name = params.name ?? '';
  const file = await readEvidence(db, evidenceFolder, name);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="plads-bilag-${name}"`,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
};
