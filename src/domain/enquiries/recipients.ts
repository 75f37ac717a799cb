import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { EnquiryRow } from './queries.ts';

/** Whom an e-mail goes to, and in which language. */
export interface Recipient {
  email: string;
  locale: 'da' | 'en';
}

/**
 * Who hears of an enquiry at an organisation: those who look after it, else its contact persons, else the
 * organisation’s own address. Nobody where no address is known.
 */
export function employerRecipients(db: Db, organisationId: number): Recipient[] {
  for (const text of [MEMBERS, CONTACTS, ORGANISATION]) {
    const found = statement<Recipient>(db, text).all(organisationId);
    if (found.length > 0) return found;
  }
  return [];
}

const MEMBERS = `
  select accounts.email, accounts.locale from organisation_members join accounts on accounts.id = organisation_members.account_id
  where organisation_members.organisation_id = ? and accounts.state = 'active' order by accounts.id`;
const CONTACTS = `select distinct email, 'da' as locale from contacts where organisation_id = ? and email is not null order by id`;
const ORGANISATION = `select email, 'da' as locale from organisations where id = ? and email is not null`;

/** Whoever asked. */
export function askerRecipients(db: Db, enquiry: EnquiryRow): Recipient[] {
  const { visitorEmail: email, visitorLocale: locale } = enquiry;
  if (email !== null) return [{ email, locale: locale ?? 'da' }];
  const text = `select email, locale from accounts where id = ? and state = 'active'`;
  return statement<Recipient>(db, text).all(enquiry.accountId);
}

/** Who runs a network that the organisation is a member of; where nobody does, those who run the portal. */
export function coordinatorRecipients(db: Db, organisationId: number): Recipient[] {
  const coordinators = statement<Recipient>(db, COORDINATORS).all(organisationId);
  return coordinators.length > 0 ? coordinators : statement<Recipient>(db, ADMINISTRATORS).all();
}

const COORDINATORS = `
  select distinct accounts.email, accounts.locale
  from memberships
    join network_coordinators on network_coordinators.network_id = memberships.network_id
    join accounts on accounts.id = network_coordinators.account_id
  where memberships.organisation_id = ? and memberships.until is null and accounts.state = 'active' order by accounts.id`;
const ADMINISTRATORS = `
  select accounts.email, accounts.locale from staff join accounts on accounts.id = staff.account_id
  where staff.role = 'administrator' and accounts.state = 'active' order by accounts.id`;
