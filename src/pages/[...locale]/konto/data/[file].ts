import type { APIRoute } from 'astro';
import { personExport } from '#domain/exports/person.ts';
import { db } from '#lib/database.ts';
import { exportFile } from '#lib/export-file.ts';
import { signedIn } from '#lib/signed-in.ts';

export const GET: APIRoute = ({ locals, params }) => {
  const { viewer } = signedIn(locals);
  return exportFile(personExport(db, viewer), 'plads', params.file ?? '');
};
