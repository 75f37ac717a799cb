import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';

/** Somebody who gets an e-mail. */
export interface Recipient {
  accountId: number;
  email: string;
  locale: 'da' | 'en';
}

/**
 * Those who decide for these networks: their coordinators, or the administrators where nobody coordinates any of them.
 */
export function decidersFor(db: Db, networks: number[]): Recipient[] {
  const coordinators = statement<Recipient>(db, COORDINATORS).all(JSON.stringify(networks));
  return coordinators.length > 0 ? coordinators : statement<Recipient>(db, ADMINISTRATORS).all();
}

/** The owners of an organisation. */
export function ownersOf(db: Db, organisationId: number): Recipient[] {
  return statement<Recipient>(db, OWNERS).all(organisationId);
}

const PERSON = 'accounts.id as accountId, accounts.email, accounts.locale';

const COORDINATORS = `
  select distinct ${PERSON} from network_coordinators join accounts on accounts.id = network_coordinators.account_id
  where accounts.state = 'active' and network_coordinators.network_id in (select value from json_each(?))
  order by accounts.id`;

const ADMINISTRATORS = `
  select ${PERSON} from staff join accounts on accounts.id = staff.account_id
  where accounts.state = 'active' and staff.role = 'administrator' order by accounts.id`;

const OWNERS = `
  select ${PERSON} from organisation_members join accounts on accounts.id = organisation_members.account_id
  where accounts.state = 'active' and organisation_members.role = 'owner' and organisation_members.organisation_id = ?
  order by accounts.id`;
