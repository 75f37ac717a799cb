import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { looksAfter, type Viewer } from '#domain/accounts/viewer.ts';
import { type ColleagueRequest, requestsTo } from '#domain/approaches/queries.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { CARD, cards, type EnquiryCard } from '#domain/enquiries/queries.ts';
import { REMINDER_DAYS } from '#domain/enquiries/rules.ts';
import { type SlotCard, slotCards } from '#domain/slots/cards.ts';
import { IS_OPEN } from '#domain/slots/rules.ts';
import { addDays, today } from '#domain/time.ts';

/** Each list shows so many; the number beside it counts all. */
export const BOARD_ROWS = 20;
/** A slot is new for a week, and a placement that ends within two is to be talked about. */
const NEW_DAYS = 7;
const ENDS_WITHIN_DAYS = 14;

interface Shown<Item> {
  items: Item[];
  total: number;
}

export interface PlannedStep {
  organisation: { id: number; slug: string; name: string };
  nextStep: string;
  nextStepOn: string;
}

/** The week of a consultant at a glance. */
export interface Board {
  /** Answered or agreed: it is my turn. And what colleagues asked of me, and what I planned for now. */
  waits: { enquiries: Shown<EnquiryCard>; requests: ColleagueRequest[]; steps: PlannedStep[] };
  /** Without an answer after the second reminder, placements past their last day, and my steps that have passed. */
  late: { enquiries: Shown<EnquiryCard>; placements: Shown<EnquiryCard>; steps: PlannedStep[] };
  /** Something happened since I looked; slots that my employers opened; placements that end soon. */
  news: { enquiries: Shown<EnquiryCard>; slots: SlotCard[]; endingSoon: Shown<EnquiryCard> };
}

/** Nothing for those who do not work in the job centre. */
export function boardOf(db: Db, viewer: Viewer, day = today()): Board | undefined {
  if (!isConsultant(viewer)) return undefined;
  const mine = { accountId: viewer.id, rows: BOARD_ROWS };
  const shown = (where: Where, values: Record<string, unknown> = {}): Shown<EnquiryCard> => {
    const bound = { ...values, accountId: viewer.id };
    const total = statement<{ total: number }>(db, COUNT[where]).get(bound)?.total ?? 0;
    return { total, items: total === 0 ? [] : cards(db, SHOW[where], { ...bound, rows: BOARD_ROWS }) };
  };
  const steps = statement<StepRow>(db, STEPS)
    .all({ ...mine, until: addDays(day, NEW_DAYS) })
    .map(toStep);
  return {
    waits: {
      enquiries: shown('turn'),
      requests: requestsTo(db, viewer),
      steps: steps.filter((step) => step.nextStepOn >= day),
    },
    late: {
      enquiries: shown('unanswered', { until: addDays(day, -REMINDER_DAYS.second) }),
      placements: shown('ending', { from: '0000', until: addDays(day, -1) }),
      steps: steps.filter((step) => step.nextStepOn < day),
    },
    news: {
      enquiries: shown('news'),
      slots: newSlots(db, viewer, day),
      endingSoon: shown('ending', { from: day, until: addDays(day, ENDS_WITHIN_DAYS) }),
    },
  };
}

/** What waits for those who look after an organisation: enquiries without an answer, the oldest first. */
export function waitingAt(db: Db, viewer: Viewer, organisationId: number): Shown<EnquiryCard> {
  if (!looksAfter(viewer, organisationId)) return { items: [], total: 0 };
  const total = statement<{ total: number }>(db, COUNT_WAITING).get({ organisationId })?.total ?? 0;
  return { total, items: total === 0 ? [] : cards(db, SHOW_WAITING, { organisationId, rows: BOARD_ROWS }) };
}

/** Each begins with the account, so that an index answers it however many enquiries there are. */
const WHERE = {
  turn: `enquiries.account_id = @accountId and enquiries.state in ('answered', 'agreed')`,
  unanswered: `enquiries.account_id = @accountId and enquiries.state in ('sent', 'seen') and enquiries.sent_on <= @until`,
  ending: `enquiries.account_id = @accountId and enquiries.state = 'started' and enquiries.ends_on between @from and @until`,
  news: `enquiries.account_id = @accountId and enquiries.changed_at > enquiries.looked_at`,
} as const;
type Where = keyof typeof WHERE;

const ORDER: Record<Where, string> = {
  turn: 'enquiries.changed_at, enquiries.id',
  unanswered: 'enquiries.sent_on, enquiries.id',
  ending: 'enquiries.ends_on, enquiries.id',
  news: 'enquiries.changed_at desc, enquiries.id',
};

const each = <Result>(make: (where: Where) => Result) =>
  Object.fromEntries((Object.keys(WHERE) as Where[]).map((where) => [where, make(where)])) as Record<Where, Result>;
const COUNT = each((where) => `select count(*) as total from enquiries where ${WHERE[where]}`);
const SHOW = each((where) => `${CARD} where ${WHERE[where]} order by ${ORDER[where]} limit @rows`);

const WAITING = `enquiries.organisation_id = @organisationId and enquiries.state in ('sent', 'seen')`;
const COUNT_WAITING = `select count(*) as total from enquiries where ${WAITING}`;
const SHOW_WAITING = `${CARD} where ${WAITING} order by enquiries.sent_on, enquiries.id limit @rows`;

type StepRow = Omit<PlannedStep, 'organisation'> & { organisation: string };
const toStep = (row: StepRow): PlannedStep => ({ ...row, organisation: JSON.parse(row.organisation) });

const STEPS = `
  select portfolio_employers.next_step as nextStep, portfolio_employers.next_step_on as nextStepOn,
    json_object('id', organisations.id, 'slug', organisations.slug, 'name', organisations.name) as organisation
  from portfolio_employers join organisations on organisations.id = portfolio_employers.organisation_id
  where portfolio_employers.account_id = @accountId and portfolio_employers.next_step_on <= @until
  order by portfolio_employers.next_step_on, organisations.name limit 3 * @rows`;

const NEW_SLOTS = `
  select slots.id from portfolio_employers join slots on slots.organisation_id = portfolio_employers.organisation_id
  where portfolio_employers.account_id = @accountId and ${IS_OPEN} and slots.published_at >= @since
  order by slots.published_at desc, slots.id desc limit @rows`;

function newSlots(db: Db, viewer: Viewer, day: string): SlotCard[] {
  const values = { accountId: viewer.id, today: day, since: addDays(day, -NEW_DAYS), rows: BOARD_ROWS };
  return slotCards(
    db,
    statement<{ id: number }>(db, NEW_SLOTS)
      .all(values)
      .map((row) => row.id),
  );
}

/** Every statement over enquiries that the board runs, for a test to look at its plans. */
export const BOARD_STATEMENTS: readonly string[] = [
  ...Object.values(COUNT),
  ...Object.values(SHOW),
  COUNT_WAITING,
  SHOW_WAITING,
];
