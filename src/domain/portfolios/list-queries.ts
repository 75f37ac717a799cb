import type { Db } from '#db/open.ts';
import { tokenHash } from '#db/secrets.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { type OrganisationCard, organisationCards } from '#domain/organisations/cards.ts';
import { timestamp } from '#domain/time.ts';

export interface EmployerListCard {
  id: number;
  name: string;
  /** Whose it is. */
  owner: string;
  isMine: boolean;
  isShared: boolean;
  count: number;
  /** Until when the last of its public pages lives; null where there is none. */
  publicUntil: string | null;
}

export interface EmployerList extends EmployerListCard {
  organisations: OrganisationCard[];
}

/** One’s own lists and those that colleagues share, what changed last first. */
export function listsFor(db: Db, viewer: Viewer): EmployerListCard[] {
  return isConsultant(viewer) ? lists(db, viewer, `${LISTS} order by employer_lists.changed_at desc`, {}) : [];
}

/** One of them; for others it is not there. */
export function findList(db: Db, viewer: Viewer, id: number): EmployerList | undefined {
  if (!isConsultant(viewer)) return undefined;
  const card = lists(db, viewer, `${LISTS} and employer_lists.id = @id`, { id })[0];
  return card && { ...card, organisations: employersOn(db, id) };
}

/** What a public page shows of a list: its name and employers. Whose it is stays inside. */
export interface PublicList {
  name: string;
  expiresAt: string;
  organisations: OrganisationCard[];
}

/** By what its address ends with; nothing once it has run out. */
export function findPublicList(db: Db, token: string): PublicList | undefined {
  const row = statement<{ id: number; name: string; expiresAt: string }>(db, PUBLIC).get(tokenHash(token), timestamp());
  return row && { name: row.name, expiresAt: row.expiresAt, organisations: employersOn(db, row.id) };
}

const PUBLIC = `
  select employer_lists.id, employer_lists.name, employer_list_links.expires_at as expiresAt
  from employer_list_links join employer_lists on employer_lists.id = employer_list_links.list_id
  where employer_list_links.hash = ? and employer_list_links.expires_at > ?`;

function employersOn(db: Db, id: number): OrganisationCard[] {
  const rows = statement<{ id: number }>(
    db,
    'select organisation_id as id from employer_list_items where list_id = ? order by position',
  ).all(id);
  return organisationCards(
    db,
    rows.map((row) => row.id),
  );
}

const LISTS = `
  select employer_lists.id, employer_lists.name, accounts.name as owner, employer_lists.account_id = @accountId as isMine,
    employer_lists.is_shared as isShared,
    (select count(*) from employer_list_items where list_id = employer_lists.id) as count,
    (select max(expires_at) from employer_list_links where list_id = employer_lists.id and expires_at > @now) as publicUntil
  from employer_lists join accounts on accounts.id = employer_lists.account_id
  where (employer_lists.account_id = @accountId or employer_lists.is_shared = 1)`;

type Row = Omit<EmployerListCard, 'isMine' | 'isShared'> & { isMine: number; isShared: number };

function lists(db: Db, viewer: Viewer, text: string, values: Record<string, unknown>): EmployerListCard[] {
  return statement<Row>(db, text)
    .all({ ...values, accountId: viewer.id, now: timestamp() })
    .map((row) => ({ ...row, isMine: row.isMine === 1, isShared: row.isShared === 1 }));
}
