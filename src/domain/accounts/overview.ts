import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { type Account, findAccount } from './queries.ts';
import type { Viewer } from './viewer.ts';

/** Something that an account may do, and where. */
export interface HeldRole {
  role: 'owner' | 'editor' | 'coordinator' | 'consultant' | 'administrator';
  /** Of the organisation or the network. */
  place: string | null;
  /** The network that it coordinates. */
  networkId: number | null;
}

export interface AccountOverview extends Account {
  createdAt: string;
  roles: HeldRole[];
}

/** An account with what it may do, for administrators; suspended ones too. */
export function accountOverview(db: Db, viewer: Viewer, id: number): AccountOverview | undefined {
  const account = viewer.administrator ? findAccount(db, id) : undefined;
  if (!account) return undefined;
  const created = statement<{ createdAt: string }>(db, 'select created_at as createdAt from accounts where id = ?');
  return {
    ...account,
    createdAt: created.get(id)?.createdAt ?? '',
    roles: statement<HeldRole>(db, ROLES).all({ id }),
  };
}

const ROLES = `
  select role, null as place, null as networkId from staff where account_id = @id
  union all
  select 'coordinator', networks.name, networks.id from network_coordinators
    join networks on networks.id = network_coordinators.network_id where account_id = @id
  union all
  select organisation_members.role, organisations.name, null from organisation_members
    join organisations on organisations.id = organisation_members.organisation_id where account_id = @id
  order by 1, 2`;
