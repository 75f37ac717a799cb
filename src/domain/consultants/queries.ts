import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from './rules.ts';

export interface Colleague {
  id: number;
  name: string;
}

/** The other consultants, by name. Nobody for those who are none themselves. */
export function colleaguesOf(db: Db, viewer: Viewer): Colleague[] {
  if (!isConsultant(viewer)) return [];
  return statement<Colleague>(
    db,
    `select distinct accounts.id, accounts.name from staff join accounts on accounts.id = staff.account_id
     where staff.role = 'consultant' and accounts.state = 'active' and accounts.id <> ? order by accounts.name, accounts.id`,
  ).all(viewer.id);
}

/** An account that works in the job centre, with where its e-mails go. */
export function findConsultant(db: Db, id: number): (Colleague & { email: string; locale: 'da' | 'en' }) | undefined {
  return statement<Colleague & { email: string; locale: 'da' | 'en' }>(
    db,
    `select accounts.id, accounts.name, accounts.email, accounts.locale from accounts
     where id = ? and state = 'active' and exists (select 1 from staff where account_id = accounts.id and role = 'consultant')`,
  ).get(id);
}
