import type { Db } from '#db/open.ts';
import type { enquiries, MESSAGE_SIDES } from '#db/schema/enquiries.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { today } from '#domain/time.ts';
import { isLate, type Party, type Side, sideOf } from './rules.ts';

export type EnquiryRow = typeof enquiries.$inferSelect;

export interface EnquiryMessage {
  side: (typeof MESSAGE_SIDES)[number];
  /** Who wrote it, where an account did. */
  name: string | null;
  text: string;
  sentAt: string;
}

/** What a list shows of an enquiry: how it stands, and nothing of what was written. */
export interface EnquiryCard extends EnquiryRow {
  organisation: { slug: string; name: string };
  slot: { slug: string; title: string } | null;
  /** The organisation that asks. */
  fromOrganisation: { slug: string; name: string } | null;
  /** Whose it is. */
  accountName: string | null;
  isLate: boolean;
}

export interface EnquiryThread extends EnquiryCard {
  /** On which side of it the party stands. */
  side: Side;
  messages: EnquiryMessage[];
}

/** The thread, for those on one of its two sides; for everybody else it is not there. */
export function findEnquiry(db: Db, party: Party, id: number): EnquiryThread | undefined {
  const card = cards(db, CARD_BY_ID, { id })[0];
  const side = card && sideOf(party, card);
  if (!card || !side) return undefined;
  return { ...card, side, messages: statement<EnquiryMessage>(db, MESSAGES).all(id) };
}

/** One row, for a verb to check. */
export function enquiryRow(db: Db, id: number): EnquiryRow | undefined {
  return statement<EnquiryRow>(db, `select ${COLUMNS} from enquiries where id = ?`).get(id);
}

/** What somebody asked, what changed last first. @param before the `changedAt` of the last one shown */
export function enquiriesByAsker(db: Db, viewer: Viewer, count: number, before = FAR): EnquiryCard[] {
  return cards(db, BY_ASKER, { accountId: viewer.id, count, before });
}

/** What an organisation asked others, for those who look after it. */
export function enquiriesFromOrganisation(db: Db, viewer: Viewer, organisationId: number): EnquiryCard[] {
  return looksAfter(viewer, organisationId) ? cards(db, FROM_ORGANISATION, { organisationId }) : [];
}

/** What an organisation was asked, for those who look after it. */
export function enquiriesToOrganisation(db: Db, viewer: Viewer, organisationId: number): EnquiryCard[] {
  return looksAfter(viewer, organisationId) ? cards(db, TO_ORGANISATION, { organisationId }) : [];
}

/** What the job centre asked an organisation, by whichever consultant, for consultants. */
export function enquiriesOfJobCentre(db: Db, viewer: Viewer, organisationId: number): EnquiryCard[] {
  const all = isConsultant(viewer) ? cards(db, TO_ORGANISATION, { organisationId }) : [];
  return all.filter((one) => one.asker === 'job-centre');
}

/** How an organisation answers. Enquiries that are still young do not count against it. */
export interface AnswerRecord {
  asked: number;
  answered: number;
  /** The middle of its answer times, in days; null without an answer. */
  medianDays: number | null;
}

const YOUNG_DAYS = 7;

export function answerRecord(db: Db, organisationId: number, day = today()): AnswerRecord {
  const rows = statement<{ days: number | null; isYoung: number }>(db, ANSWERS).all({
    organisationId,
    day,
    young: YOUNG_DAYS,
  });
  const times = rows.flatMap((row) => row.days ?? []).sort((a, b) => a - b);
  return {
    asked: rows.filter((row) => row.days !== null || !row.isYoung).length,
    answered: times.length,
    medianDays: times.length > 0 ? ((times[(times.length - 1) >> 1] ?? 0) + (times[times.length >> 1] ?? 0)) / 2 : null,
  };
}

/** Cancelled by the asking side before an answer, it says nothing about the organisation. */
const ANSWERS = `
  select julianday(answered_at) - julianday(sent_at) as days, julianday(@day) - julianday(sent_on) < @young as isYoung
  from enquiries where organisation_id = @organisationId
    and not (answered_at is null and state = 'ended' and ended_by is not 'employer')`;

const FAR = '9999';

const COLUMNS = `
  enquiries.id, enquiries.organisation_id as organisationId, enquiries.slot_id as slotId, enquiries.asker,
  enquiries.account_id as accountId, enquiries.from_organisation_id as fromOrganisationId, enquiries.visitor_email as visitorEmail,
  enquiries.visitor_name as visitorName, enquiries.visitor_locale as visitorLocale, enquiries.state, enquiries.scheme_id as schemeId, enquiries.places,
  enquiries.hours_weekly as hoursWeekly, enquiries.from_month as fromMonth, enquiries.sent_on as sentOn, enquiries.sent_at as sentAt,
  enquiries.seen_at as seenAt, enquiries.answered_at as answeredAt, enquiries.agreed_at as agreedAt, enquiries.started_on as startedOn,
  enquiries.ends_on as endsOn, enquiries.prolonged, enquiries.ended_on as endedOn, enquiries.outcome, enquiries.ended_by as endedBy,
  enquiries.changed_at as changedAt, enquiries.looked_at as lookedAt`;

/** For the board, which selects its own rows (domain/board). */
export const CARD = `
  select ${COLUMNS}, json_object('slug', organisations.slug, 'name', organisations.name) as organisation,
    iif(slots.id is null, null, json_object('slug', slots.slug, 'title', slots.title)) as slot,
    iif(asking.id is null, null, json_object('slug', asking.slug, 'name', asking.name)) as fromOrganisation,
    accounts.name as accountName
  from enquiries
    join organisations on organisations.id = enquiries.organisation_id
    left join slots on slots.id = enquiries.slot_id
    left join organisations as asking on asking.id = enquiries.from_organisation_id
    left join accounts on accounts.id = enquiries.account_id`;

const CARD_BY_ID = `${CARD} where enquiries.id = @id`;
const BY_ASKER = `${CARD} where enquiries.account_id = @accountId and enquiries.changed_at < @before
  order by enquiries.changed_at desc limit @count`;
const TO_ORGANISATION = `${CARD} where enquiries.organisation_id = @organisationId order by enquiries.changed_at desc limit 200`;
const FROM_ORGANISATION = `${CARD} where enquiries.from_organisation_id = @organisationId order by enquiries.changed_at desc limit 200`;

const MESSAGES = `
  select enquiry_messages.side, accounts.name, enquiry_messages.text, enquiry_messages.sent_at as sentAt
  from enquiry_messages left join accounts on accounts.id = enquiry_messages.account_id
  where enquiry_messages.enquiry_id = ? order by enquiry_messages.id`;

type CardRow = EnquiryRow & {
  organisation: string;
  slot: string | null;
  fromOrganisation: string | null;
  accountName: string | null;
};

/** The cards that a statement over `CARD` finds. */
export function cards(db: Db, text: string, values: Record<string, unknown>): EnquiryCard[] {
  const day = today();
  return statement<CardRow>(db, text)
    .all(values)
    .map((row) => ({
      ...row,
      organisation: JSON.parse(row.organisation),
      slot: row.slot === null ? null : JSON.parse(row.slot),
      fromOrganisation: row.fromOrganisation === null ? null : JSON.parse(row.fromOrganisation),
      isLate: isLate(row, day),
    }));
}
