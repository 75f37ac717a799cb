import type { Db } from '#db/open.ts';
import type { ACCOUNT_STATES, STAFF_ROLES } from '#db/schema/accounts.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from './viewer.ts';

export interface Account {
  id: number;
  email: string;
  name: string;
  locale: 'da' | 'en';
  state: (typeof ACCOUNT_STATES)[number];
  demo: boolean;
}

/** An account that may sign in, with its roles of this moment. @param secondFactorShown whether its session showed one */
export function findViewer(db: Db, accountId: number, secondFactorShown: boolean): Viewer | undefined {
  const row = statement<ViewerRow>(db, VIEWER).get(accountId);
  if (!row) return undefined;
  return {
    ...row,
    memberOf: JSON.parse(row.memberOf),
    coordinates: JSON.parse(row.coordinates),
    consultant: row.consultant === 1,
    administrator: row.administrator === 1,
    secondFactorShown,
    secondFactorReady: row.secondFactorReady === 1,
    secondFactorOn: row.secondFactorOn === 1,
    demo: row.demo === 1,
  };
}

/** @param email as `emailAddress` reads it */
export function findAccountByEmail(db: Db, email: string): Account | undefined {
  return accountFrom(statement<AccountRow>(db, `${ACCOUNT} where lower(email) = ?`).get(email));
}

export function findAccount(db: Db, id: number): Account | undefined {
  return accountFrom(statement<AccountRow>(db, `${ACCOUNT} where id = ?`).get(id));
}

export function isStaffAs(db: Db, accountId: number, role: (typeof STAFF_ROLES)[number]): boolean {
  return statement(db, 'select 1 from staff where account_id = ? and role = ?').get(accountId, role) !== undefined;
}

type AccountRow = Omit<Account, 'demo'> & { demo: number };
const accountFrom = (row: AccountRow | undefined): Account | undefined => row && { ...row, demo: row.demo === 1 };

const ACCOUNT = 'select id, email, name, locale, state, demo from accounts';

interface ViewerRow {
  id: number;
  name: string;
  email: string;
  locale: 'da' | 'en';
  demo: number;
  memberOf: string;
  coordinates: string;
  consultant: number;
  administrator: number;
  secondFactorReady: number;
  secondFactorOn: number;
}

const VIEWER = `
  select accounts.id, accounts.name, accounts.email, accounts.locale, accounts.demo,
    (select json_group_array(json_object('organisationId', organisations.id, 'slug', organisations.slug,
        'name', organisations.name, 'role', organisation_members.role) order by organisations.name)
      from organisation_members join organisations on organisations.id = organisation_members.organisation_id
      where organisation_members.account_id = accounts.id) as memberOf,
    (select json_group_array(network_id) from network_coordinators where account_id = accounts.id) as coordinates,
    exists (select 1 from staff where account_id = accounts.id and role = 'consultant') as consultant,
    exists (select 1 from staff where account_id = accounts.id and role = 'administrator') as administrator,
    (exists (select 1 from passkeys where account_id = accounts.id)
      or exists (select 1 from authenticators where account_id = accounts.id and confirmed_at is not null)) as secondFactorReady,
    exists (select 1 from authenticators where account_id = accounts.id and confirmed_at is not null) as secondFactorOn
  from accounts where accounts.id = ? and accounts.state = 'active'`;
