import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { settledApplications, waitingApplications } from '#domain/applications/queries.ts';
import { settledClaims, waitingClaims } from '#domain/claims/queries.ts';
import { inReach, organisationInReach, reachOf } from '#domain/networks/rules.ts';

/** Something on a coordinator's desk: somebody wants to look after an organisation, or one wants to join a network. */
export interface DeskItem {
  kind: 'claim' | 'application';
  id: number;
  person: string;
  /** The organisation. */
  name: string;
  /** The network that it wants to join. */
  network: string | null;
  createdAt: string;
  state: 'waiting' | 'approved' | 'declined' | 'withdrawn';
  settledAt: string | null;
  settledBy: string | null;
}

/** All that waits for the viewer, the oldest first. */
export function waitingOnDesk(db: Db, viewer: Viewer): DeskItem[] {
  return [...waitingClaims(db, viewer).map(claimItem), ...waitingApplications(db, viewer).map(applicationItem)].sort(
    (one, other) => one.createdAt.localeCompare(other.createdAt),
  );
}

/** What was decided last, the newest first. */
export function settledOnDesk(db: Db, viewer: Viewer, most: number): DeskItem[] {
  return [
    ...settledClaims(db, viewer, most).map(claimItem),
    ...settledApplications(db, viewer, most).map(applicationItem),
  ]
    .sort((one, other) => (other.settledAt ?? '').localeCompare(one.settledAt ?? ''))
    .slice(0, most);
}

export interface Named {
  id: number;
  slug: string;
  name: string;
}

/** The networks that the viewer runs. */
export function networksWithinReach(db: Db, viewer: Viewer): Named[] {
  const list = `select id, slug, name from networks where ${inReach('networks.id')} order by name`;
  return statement<Named>(db, list).all(reachOf(viewer));
}

/** The organisations in them, by name; nothing where there are more than a list can hold. */
export function organisationsWithinReach(db: Db, viewer: Viewer, most: number): Named[] | undefined {
  const list = `select id, slug, name from organisations where ${organisationInReach('organisations.id')}
    order by name limit @most + 1`;
  const found = statement<Named>(db, list).all({ ...reachOf(viewer), most });
  return found.length > most ? undefined : found;
}

/** One of them. @param key its slug, or its CVR number without spaces */
export function findWithinReach(db: Db, viewer: Viewer, key: string): Named | undefined {
  const one = `select id, slug, name from organisations
    where (slug = @key or cvr = @key) and ${organisationInReach('organisations.id')}`;
  return statement<Named>(db, one).get({ ...reachOf(viewer), key });
}

const claimItem = (claim: ReturnType<typeof waitingClaims>[number]): DeskItem => ({
  ...pick(claim),
  kind: 'claim',
  network: null,
});

const applicationItem = (application: ReturnType<typeof waitingApplications>[number]): DeskItem => ({
  ...pick(application),
  kind: 'application',
  network: application.network,
});

const pick = ({ id, person, name, createdAt, state, settledAt, settledBy }: Omit<DeskItem, 'kind' | 'network'>) => ({
  id,
  person,
  name,
  createdAt,
  state,
  settledAt,
  settledBy,
});
