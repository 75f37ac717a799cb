import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { isShown } from '#domain/organisations/rules.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { today } from '#domain/time.ts';

/** A page that search engines should know. */
export interface PublicPage {
  /** Without its language. */
  path: string;
  /** ISO time of the last change; null where nobody keeps it. */
  changedAt: string | null;
}

/** Pages that are there whatever the directory holds. */
const LASTING = [
  '/',
  '/virksomheder',
  '/pladser',
  '/socialoekonomiske',
  '/netvaerk',
  '/om',
  '/api',
  '/privatliv',
  '/tilgaengelighed',
];

/** A slot is among them while it is open, and gone with the change that closes it. */
const PAGES = `
  select path, changedAt from (
    select 1 as part, key as place, value as path, null as changedAt from json_each(@lasting)
    union all select 2, id, '/netvaerk/' || slug, null from networks
    union all select 3, id, '/virksomheder/' || slug, updated_at from organisations where ${isShown('id')}
    union all select 4, id, '/pladser/' || slug, updated_at from slots where ${IS_OPEN})`;

/** In an order that stays, so that they can be cut into pieces. */
export function publicPages(db: Db, from: number, count: number): PublicPage[] {
  return statement<PublicPage>(db, `${PAGES} order by part, place limit @count offset @from`).all({
    ...values(),
    from,
    count,
  });
}

export function countPublicPages(db: Db): number {
  return statement<{ count: number }>(db, `select count(*) as count from (${PAGES})`).get(values())?.count ?? 0;
}

const values = () => ({ lasting: JSON.stringify(LASTING), today: today() });
