import type { APIRoute } from 'astro';
import { commitmentsOf } from '#domain/commitments/queries.ts';
import { findOrganisation, findRenamedOrganisation } from '#domain/organisations/queries.ts';
import { openSlotsOf } from '#domain/slots/queries.ts';
import { organisationDetail } from '#lib/api/items.ts';
import { oneAnswer } from '#lib/api/one.ts';
import { methodNotAllowed, preflight } from '#lib/api/respond.ts';
import { db } from '#lib/database.ts';

/** A renamed organisation redirects from its old slug. */
export const GET: APIRoute = (context) => {
  const slug = context.params.slug ?? '';
  const now = findRenamedOrganisation(db, slug);
  if (now && now !== slug) return context.redirect(`/api/v1/organisations/${now}${context.url.search}`, 301);
  return oneAnswer(context, 'organisation', (locale) => {
    const profile = findOrganisation(db, slug);
    return profile && organisationDetail(profile, commitmentsOf(db, profile.id), openSlotsOf(db, profile.id), locale);
  });
};
export const OPTIONS: APIRoute = preflight;
export const ALL: APIRoute = methodNotAllowed;
