import type { APIRoute } from 'astro';
import { readWholeForMember } from '#domain/pictures/queries.ts';
import { db } from '#lib/database.ts';
import { memberOf } from '#lib/member-page.ts';
import { picturesFolder } from '#lib/pictures-folder.ts';
import { signedIn } from '#lib/signed-in.ts';

/** The whole of a picture, to choose a part of: for those who look after it, and nobody else. */
export const GET: APIRoute = async (context) => {
  const { viewer } = signedIn(context.locals);
  const member = memberOf(context);
  const id = Number(context.params.id);
  const bytes = member && (await readWholeForMember(db, picturesFolder, viewer, member.organisationId, id));
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'image/webp', 'Content-Security-Policy': "default-src 'none'; sandbox" },
  });
};
