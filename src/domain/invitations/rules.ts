import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import type { Post } from './schema.ts';

/**
 * Owners ask others to their organisation, coordinators to their network and to the organisations in it, an
 * administrator to everything. Beyond one's own organisation it takes a second factor.
 *
 * @param networks ids of the networks that the organisation of the post is in
 */
export function mayInvite(viewer: Viewer, post: Post, networks: number[] = []): boolean {
  if ('organisationId' in post && looksAfter(viewer, post.organisationId, 'owner')) return true;
  if (!viewer.secondFactorShown) return false;
  if (viewer.administrator) return true;
  const reach = 'networkId' in post ? [post.networkId] : networks;
  return reach.some((network) => viewer.coordinates.includes(network));
}
