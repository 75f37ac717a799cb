import type { Viewer } from '#domain/accounts/viewer.ts';
import { Forbidden } from '#domain/errors.ts';

/** Who works in the job centre: an administrator may do what a consultant may. */
export const isConsultant = (viewer: Pick<Viewer, 'consultant' | 'administrator'>): boolean =>
  viewer.consultant || viewer.administrator;

/** @throws Forbidden */
export function asConsultant(viewer: Viewer): Viewer {
  if (!isConsultant(viewer)) throw new Forbidden();
  return viewer;
}
