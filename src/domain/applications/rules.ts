import type { Viewer } from '#domain/accounts/viewer.ts';
import { runsOneOf } from '#domain/networks/rules.ts';

/** Those who run the network decide, and nobody about an application of their own. */
export const mayDecideApplication = (
  viewer: Viewer,
  { accountId, networkId }: { accountId: number; networkId: number },
): boolean => accountId !== viewer.id && runsOneOf(viewer, [networkId]);

/** What somebody is to a listed organisation that is to join a network; `member` where it is in it already. */
export type ApplicantOf = 'member' | 'owner' | 'editor' | 'waiting' | 'stranger';
