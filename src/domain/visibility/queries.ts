import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { IS_OPEN, RENEWABLE_DAYS } from '#domain/slots/rules.ts';
import { addDays, today } from '#domain/time.ts';
import { type Hindrance, JUDGES } from './judges.ts';
import { type FoundBy, foundBy } from './search-counts.ts';

/** What the judges look at. */
export interface VisibilityFacts {
  slug: string;
  sector: Sector;
  networks: { slug: string; name: string }[];
  town: string | null;
  openSlots: number;
  drafts: number;
  /** Nobody has answered them. */
  waitingEnquiries: number;
  pausedSlots: number;
  fullSlots: number;
  /** Ran out, and can still be renewed. */
  expiredSlots: number;
  descriptionLength: number;
  hasPlace: boolean;
  hasContact: boolean;
  isWilling: boolean;
  /** When it is to be deleted, as an ISO time. */
  leavesAt: string | null;
}

export interface Visibility extends VisibilityFacts {
  hindrances: Hindrance[];
  foundBy: FoundBy[];
}

/** Where an organisation is seen, by which searches, and what hides it; for those who look after it. */
export function visibilityOf(db: Db, viewer: Viewer, organisationId: number): Visibility | undefined {
  if (!looksAfter(viewer, organisationId)) return undefined;
  const day = today();
  const row = statement<Row>(db, FACTS).get({
    organisationId,
    today: day,
    renewableFrom: addDays(day, -RENEWABLE_DAYS),
  });
  if (!row) return undefined;
  const facts: VisibilityFacts = {
    ...row,
    networks: JSON.parse(row.networks),
    hasPlace: row.hasPlace === 1,
    hasContact: row.hasContact === 1,
    isWilling: row.isWilling === 1,
  };
  return {
    ...facts,
    hindrances: JUDGES.flatMap((judge) => judge(facts) ?? []),
    foundBy: foundBy(db, organisationId),
  };
}

type Flags = 'hasPlace' | 'hasContact' | 'isWilling';
type Row = Omit<VisibilityFacts, Flags | 'networks'> & Record<Flags, number> & { networks: string };

/** A slot that is full is hidden as long as its last day has not passed. */
const FACTS = `
  select organisations.slug, organisations.sector, length(organisations.description) as descriptionLength,
    organisations.willing_since is not null as isWilling,
    workplaces.town, workplaces.lat is not null as hasPlace,
    coalesce(organisations.email, organisations.phone) is not null
      or exists (select 1 from contacts where organisation_id = organisations.id) as hasContact,
    (select json_group_array(json_object('slug', networks.slug, 'name', networks.name) order by networks.name)
      from memberships join networks on networks.id = memberships.network_id
      where memberships.organisation_id = organisations.id and memberships.until is null) as networks,
    (select count(*) from slots where organisation_id = organisations.id and ${IS_OPEN}) as openSlots,
    (select count(*) from slot_drafts where organisation_id = organisations.id) as drafts,
    (select count(*) from enquiries
      where organisation_id = organisations.id and state in ('sent', 'seen')) as waitingEnquiries,
    (select count(*) from slots
      where organisation_id = organisations.id and state = 'paused' and expires_on >= @today) as pausedSlots,
    (select count(*) from slots where organisation_id = organisations.id and state = 'open' and filled >= positions
      and expires_on >= @today) as fullSlots,
    (select count(*) from slots where organisation_id = organisations.id and filled < positions
      and expires_on < @today and expires_on >= @renewableFrom
      and (state <> 'closed' or closed_because = 'expired')) as expiredSlots,
    (select due_at from organisation_deletions where organisation_id = organisations.id) as leavesAt
  from organisations
    left join workplaces on workplaces.organisation_id = organisations.id and workplaces.main = 1
  where organisations.id = @organisationId`;
