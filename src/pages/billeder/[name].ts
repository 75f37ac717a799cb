import type { APIRoute } from 'astro';
import { readPicture } from '#domain/pictures/queries.ts';
import { db } from '#lib/database.ts';
import { picturesFolder } from '#lib/pictures-folder.ts';

/** What is shown differently gets another address, so a picture may be kept for good. */
export const GET: APIRoute = async ({ params }) => {
  const picture = await readPicture(db, picturesFolder, params.name ?? '');
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'Content-Type': picture.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      // Should a browser ever take it for a page, then one that can do nothing.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
};
