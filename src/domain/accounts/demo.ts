import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

export interface DemoAccount {
  id: number;
  name: string;
  email: string;
  /** The furthest reaching of the roles. */
  role: 'owner' | 'editor' | 'consultant' | 'coordinator' | 'administrator';
  /** The organisation or network, where the role is in one. */
  place: string | null;
}

/** The invented people of the demo network. */
export function demoAccounts(db: Db): DemoAccount[] {
  return statement<DemoAccount>(
    db,
    `select accounts.id, accounts.name, accounts.email,
       coalesce(staff.role, iif(networks.id is null, null, 'coordinator'), organisation_members.role) as role,
       coalesce(networks.name, organisations.name) as place
     from accounts
     left join staff on staff.account_id = accounts.id
     left join network_coordinators on network_coordinators.account_id = accounts.id
     left join networks on networks.id = network_coordinators.network_id
     left join organisation_members on organisation_members.account_id = accounts.id
     left join organisations on organisations.id = organisation_members.organisation_id
     where accounts.demo and accounts.state = 'active' and coalesce(staff.role, networks.slug, organisation_members.role) is not null
     group by accounts.id order by accounts.id`,
  ).all();
}
