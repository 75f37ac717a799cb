import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { Forbidden } from '#domain/errors.ts';
import { today } from '#domain/time.ts';
import { type Approach, type CoolDown, type Etiquette, mayContact } from './rules.ts';

/** A line of the log as consultants see it. */
export interface ApproachEntry extends Approach {
  id: number;
  /** Null once the account is gone. */
  name: string | null;
  line: string | null;
  enquiryId: number | null;
}

/** The setting of the municipality, where an organisation wishes for nothing else. */
export const COOL_DOWN_KEY = 'approaches.coolDownDays';
export const DEFAULT_COOL_DOWN_DAYS = 14;
const SHOWN = 50;

/** Who was in touch with an organisation, the newest first: one log for all consultants, and for nobody else. */
export function approachLog(db: Db, viewer: Viewer, organisationId: number, count = SHOWN): ApproachEntry[] {
  return isConsultant(viewer) ? statement<ApproachEntry>(db, LOG).all(organisationId, count) : [];
}

const LOG = `
  select approaches.id, approaches.account_id as accountId, accounts.name, approaches."on", approaches.channel, approaches.subject,
    approaches.line, approaches.enquiry_id as enquiryId
  from approaches left join accounts on accounts.id = approaches.account_id
  where approaches.organisation_id = ? order by approaches."on" desc, approaches.id desc limit ?`;

/** Whether it is a good moment for this consultant to approach it. @throws Forbidden */
export function etiquetteFor(db: Db, viewer: Viewer, organisationId: number, day = today()): Etiquette {
  if (!isConsultant(viewer)) throw new Forbidden();
  const waiting = statement<{ count: number }>(db, WAITING).get(organisationId)?.count ?? 0;
  const log = approachLog(db, viewer, organisationId);
  return mayContact(log, coolDownOf(db, organisationId), { day, accountId: viewer.id, waiting });
}

const WAITING = `
  select count(*) as count from enquiries
  where organisation_id = ? and state in ('sent', 'seen') and from_organisation_id is null`;

/** What the organisation wishes for; where it says nothing, what the municipality has set. */
export function coolDownOf(db: Db, organisationId: number): CoolDown {
  const wishes = wishesOf(db, organisationId);
  return {
    days: wishes?.coolDownDays ?? municipalCoolDown(db),
    setBy: wishes?.coolDownDays == null ? 'municipality' : 'organisation',
    restUntil: wishes?.restUntil ?? null,
  };
}

export function municipalCoolDown(db: Db): number {
  const row = statement<{ value: string }>(db, 'select value from settings where key = ?').get(COOL_DOWN_KEY);
  return row ? Number(row.value) : DEFAULT_COOL_DOWN_DAYS;
}

export interface Wishes {
  coolDownDays: number | null;
  restUntil: string | null;
}

function wishesOf(db: Db, organisationId: number): Wishes | undefined {
  return statement<Wishes>(
    db,
    'select cool_down_days as coolDownDays, rest_until as restUntil from approach_wishes where organisation_id = ?',
  ).get(organisationId);
}

/** For the form of those who look after the organisation. */
export function wishesForMember(db: Db, viewer: Viewer, organisationId: number): Wishes | undefined {
  if (!looksAfter(viewer, organisationId)) return undefined;
  return wishesOf(db, organisationId) ?? { coolDownDays: null, restUntil: null };
}

/** Something that a colleague was asked to raise. */
export interface ColleagueRequest {
  id: number;
  organisation: { id: number; slug: string; name: string };
  fromName: string;
  toName: string;
  line: string;
  state: 'waiting' | 'done' | 'declined';
  askedAt: string;
}

/** What colleagues wait for from this consultant. */
export function requestsTo(db: Db, viewer: Viewer): ColleagueRequest[] {
  return requests(
    db,
    `${REQUESTS} where colleague_requests.to_account_id = ? and colleague_requests.state = 'waiting' order by colleague_requests.id`,
    viewer,
  );
}

/** What this consultant asked of colleagues, the newest first. */
export function requestsFrom(db: Db, viewer: Viewer): ColleagueRequest[] {
  return requests(
    db,
    `${REQUESTS} where colleague_requests.from_account_id = ? order by colleague_requests.id desc limit ${SHOWN}`,
    viewer,
  );
}

const REQUESTS = `
  select colleague_requests.id, colleague_requests.line, colleague_requests.state, colleague_requests.asked_at as askedAt,
    asking.name as fromName, asked.name as toName,
    json_object('id', organisations.id, 'slug', organisations.slug, 'name', organisations.name) as organisation
  from colleague_requests
    join organisations on organisations.id = colleague_requests.organisation_id
    join accounts as asking on asking.id = colleague_requests.from_account_id
    join accounts as asked on asked.id = colleague_requests.to_account_id`;

function requests(db: Db, text: string, viewer: Viewer): ColleagueRequest[] {
  return statement<Omit<ColleagueRequest, 'organisation'> & { organisation: string }>(db, text)
    .all(viewer.id)
    .map((row) => ({ ...row, organisation: JSON.parse(row.organisation) }));
}
