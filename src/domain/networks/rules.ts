import type { Viewer } from '#domain/accounts/viewer.ts';

/** Whether the viewer runs one of these networks, or all of them, and has shown a second factor for it. */
export function runsOneOf(viewer: Viewer, networks: number[]): boolean {
  if (!viewer.secondFactorShown) return false;
  return viewer.administrator || networks.some((network) => viewer.coordinates.includes(network));
}

/**
 * The same for queries: what `inReach` and `organisationInReach` are bound to.
 */
export function reachOf(viewer: Viewer): { all: 0 | 1; networks: string } {
  const reaches = viewer.secondFactorShown;
  return {
    all: reaches && viewer.administrator ? 1 : 0,
    networks: JSON.stringify(reaches ? viewer.coordinates : []),
  };
}

/** Whether a network is within the viewer's reach. @param column that holds its id */
export const inReach = (column: string): string => `(@all or ${column} in (select value from json_each(@networks)))`;

/** Whether an organisation is, by one of the networks that it is in. @param column that holds its id */
export const organisationInReach = (column: string): string =>
  `(@all or exists (select 1 from memberships where memberships.organisation_id = ${column} and memberships.until is null
    and memberships.network_id in (select value from json_each(@networks))))`;
