import type { APIRoute } from 'astro';
import { organisationExport } from '#domain/exports/organisation.ts';
import { db } from '#lib/database.ts';
import { exportFile } from '#lib/export-file.ts';
import { memberOf } from '#lib/member-page.ts';
import { signedIn } from '#lib/signed-in.ts';

export const GET: APIRoute = (context) => {
  const { viewer } = signedIn(context.locals);
  const member = memberOf(context);
  const tables = member && organisationExport(db, viewer, member.organisationId);
  if (!member || !tables) return new Response(null, { status: 404 });
  return exportFile(tables, member.slug, context.params.file ?? '');
};
