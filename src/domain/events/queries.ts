import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { type ActivityKind, isLogged } from './kinds.ts';

export const ACTIVITY_PAGE_SIZE = 50;

/**
 * Who did it. Only those who look after the organisation, or did, are named; one whose account is gone is `gone`.
 * `office` is the network or the municipality, `asker` somebody else who asks, `list` an imported list, `link` a link in an e-mail, `invented` what came
 * with the demo network.
 */
export type ActivityActor =
  | { kind: 'member' | 'left'; name: string }
  | { kind: 'gone' | 'office' | 'asker' | 'list' | 'link' | 'invented' | 'portal' };

/** One line of the log. */
export interface Activity {
  id: number;
  /** ISO time. */
  at: string;
  actor: ActivityActor;
  /** As the verb is called in code; its words are `activity.{verb}`. */
  verb: string;
  /** What it was done to: a slot's title, a promise, a network. Null where that is clear, or gone. */
  what: string | null;
  /** Whom it was about, among the organisation's people; null where their account is gone, or it was about nobody. */
  whom: string | null;
  role: string | null;
}

export interface ActivityPage {
  items: Activity[];
  total: number;
}

/** The log of an organisation, the newest first, for those who look after it. @param page from 1 */
export function activityOf(
  db: Db,
  viewer: Viewer,
  organisationId: number,
  {
    kind,
    page = 1,
    pageSize = ACTIVITY_PAGE_SIZE,
  }: { kind?: ActivityKind | undefined; page?: number; pageSize?: number } = {},
): ActivityPage {
  if (!looksAfter(viewer, organisationId)) return { items: [], total: 0 };
  const where = `events.organisation_id = @organisationId and ${isLogged(kind)}`;
  const count = statement<{ total: number }>(db, `select count(*) as total from events where ${where}`);
  const rows = statement<Row>(db, `${LINES} where ${where} order by events.id desc limit @pageSize offset @from`);
  return {
    total: count.get({ organisationId })?.total ?? 0,
    items: rows.all({ organisationId, pageSize, from: (page - 1) * pageSize }).map(toActivity),
  };
}

const LINES = `
  select events.id, events.at, events.actor, events.verb, accounts.name, events.noun = 'enquiry' as isEnquiry,
    exists (select 1 from organisation_members where account_id = accounts.id and organisation_id = @organisationId) as isMember,
    exists (select 1 from staff where account_id = accounts.id
      union all select 1 from network_coordinators where account_id = accounts.id) as isOffice,
    coalesce(slots.title, commitments.statement, networks.name) as what,
    others.name as whom, json_extract(events.detail, '$.role') as role
  from events
    left join accounts on events.actor glob 'account:*' and accounts.id = cast(substr(events.actor, 9) as integer)
    left join slots on events.noun = 'slot' and slots.id = events.noun_id
    left join commitments on events.noun = 'commitment' and commitments.id = events.noun_id
    left join memberships on events.noun = 'membership' and memberships.id = events.noun_id
    left join networks on networks.id = memberships.network_id
    left join accounts as others on others.id = json_extract(events.detail, '$.account')`;

interface Row extends Omit<Activity, 'actor'> {
  actor: string;
  name: string | null;
  isMember: number;
  isOffice: number;
  isEnquiry: number;
}

function toActivity({ actor, name, isMember, isOffice, isEnquiry, ...line }: Row): Activity {
  return { ...line, actor: actorFrom({ actor, name, isMember, isOffice, isEnquiry }) };
}

function actorFrom({
  actor,
  name,
  isMember,
  isOffice,
  isEnquiry,
}: Pick<Row, 'actor' | 'name' | 'isMember' | 'isOffice' | 'isEnquiry'>): ActivityActor {
  if (actor === 'visitor') return { kind: 'asker' };
  if (actor === 'import') return { kind: 'list' };
  if (actor === 'demo') return { kind: 'invented' };
  if (actor.endsWith('-key') || actor.endsWith('-link')) return { kind: 'link' };
  if (!actor.startsWith('account:')) return { kind: 'portal' };
  if (name === null) return { kind: 'gone' };
  if (isMember) return { kind: 'member', name };
  if (isOffice) return { kind: 'office' };
  return isEnquiry ? { kind: 'asker' } : { kind: 'left', name };
}
