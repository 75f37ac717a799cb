import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';

/** Owners decide who else looks after their organisation. */
export const mayChooseMembers = (viewer: Viewer, organisationId: number): boolean =>
  looksAfter(viewer, organisationId, 'owner');
