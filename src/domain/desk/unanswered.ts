import type { Db } from '#db/open.ts';
import type { enquiries } from '#db/schema/enquiries.ts';
import { statement } from '#db/statement.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { organisationInReach, reachOf } from '#domain/networks/rules.ts';
import { isShown } from '#domain/organisations/rules.ts';

/** A question that an organisation owes an answer to: who asks, and since when. What was written is the two sides’ own. */
export interface UnansweredEnquiry {
  id: number;
  organisation: string;
  /** Of the organisation. */
  slug: string;
  asker: (typeof enquiries.$inferSelect)['asker'];
  /** The organisation that asks; nothing where the job centre or a visitor does. */
  from: string | null;
  /** The slot that it is about. */
  slot: string | null;
  sentAt: string;
  /** Whether somebody there has opened it. */
  isSeen: boolean;
}

/** More than this nobody calls about; the oldest come first. */
export const MOST_UNANSWERED = 200;

/** What organisations in the viewer’s networks have not answered, for those who can help them to. The oldest first. */
export function unansweredWithinReach(db: Db, viewer: Viewer): UnansweredEnquiry[] {
  return statement<Row>(db, UNANSWERED)
    .all(reachOf(viewer))
    .map((row) => ({ ...row, isSeen: row.isSeen === 1 }));
}

type Row = Omit<UnansweredEnquiry, 'isSeen'> & { isSeen: 0 | 1 };

const UNANSWERED = `
  select enquiries.id, organisations.name as organisation, organisations.slug, enquiries.asker, asking.name as "from",
    slots.title as slot, enquiries.sent_at as sentAt, enquiries.seen_at is not null as isSeen
  from enquiries join organisations on organisations.id = enquiries.organisation_id
    left join organisations as asking on asking.id = enquiries.from_organisation_id
    left join slots on slots.id = enquiries.slot_id
  where enquiries.state in ('sent', 'seen') and ${isShown('organisations.id')} and ${organisationInReach('organisations.id')}
  order by enquiries.sent_at, enquiries.id limit ${MOST_UNANSWERED}`;
