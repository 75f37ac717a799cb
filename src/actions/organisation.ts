import type { MemberOf, Viewer } from '#domain/accounts/viewer.ts';
import { NotFound } from '#domain/errors.ts';
import { findOrganisation } from '#domain/organisations/queries.ts';
import type { Visit } from '#lib/forms.ts';

/* Forms name an organisation by its slug. */

/** @throws NotFound for what the viewer does not look after */
export function lookedAfter(viewer: Viewer, slug: string): MemberOf {
  const found = viewer.memberOf.find((one) => one.slug === slug);
  if (!found) throw new NotFound();
  return found;
}

/** The slug of an organisation that the viewer looks after. */
export const slugOf = (viewer: Viewer, organisationId: number): string =>
  viewer.memberOf.find((one) => one.organisationId === organisationId)?.slug ?? '';

/** The id of any organisation. @throws NotFound */
export function organisationBySlug(db: Visit['db'], slug: string): number {
  const found = findOrganisation(db, slug);
  if (!found) throw new NotFound();
  return found.id;
}
