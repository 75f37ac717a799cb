import type { Viewer } from '#domain/accounts/viewer.ts';
import { looksAfter } from '#domain/accounts/viewer.ts';
import { isGuest } from '#domain/enquiries/rules.ts';
import type { OpenThread } from './enquiry-pass.ts';
import { memberPath } from './member-page.ts';

/** Where a reader has a thread before them: in the area that they work in, else on the page that a link opens. */
export function threadPath({ party, thread }: OpenThread): string {
  if (isGuest(party)) return `/henvendelse/${thread.id}`;
  const area = areaOf(party, thread);
  return area ? `${area}/${thread.id}` : `/henvendelse/${thread.id}`;
}

function areaOf(viewer: Viewer, thread: OpenThread['thread']): string | undefined {
  if (thread.side === 'employer') return memberPath(thread.organisation.slug, 'henvendelser');
  if (thread.asker === 'job-centre') return '/jobcenter/henvendelser';
  const from = thread.fromOrganisation;
  return from && looksAfter(viewer, thread.fromOrganisationId ?? 0) ? memberPath(from.slug, 'henvendelser') : undefined;
}
