import { z } from 'zod';
import { type AnswerName, type SchemeAnswers, schemeAnswers } from '#domain/scheme-check/schema.ts';

import { type MemberSlotInput, type SlotDraft, slotDraft } from '#domain/slots/schema.ts';
import { readForm } from './form-data.ts';

const { shape } = slotDraft;
const answers = schemeAnswers.shape;

/** The fields of each step as a form sends them: everything may be left empty until the slot is published. */
export const slotFields = {
  scheme: { scheme: shape.scheme.nullable() },
  work: { title: shape.title.nullable(), occupation: shape.occupation.nullable(), tasks: shape.tasks.nullable() },
  hours: {
    hoursMin: shape.hoursMin.nullable(),
    hoursMax: shape.hoursMax.nullable(),
    weeks: shape.weeks.nullable(),
    ladder: shape.ladder.unwrap(),
  },
  place: {
    workplaceId: shape.workplaceId.nullable(),
    startsOn: shape.startsOn.nullable(),
    expiresOn: shape.expiresOn.nullable(),
    positions: shape.positions.nullable(),
    contactName: shape.contactName.nullable(),
  },
  support: { support: shape.support.unwrap(), leadsToJob: shape.leadsToJob.unwrap() },
  rules: {
    answers: z.object({
      ordinaryStaff: answers.ordinaryStaff.nullable(),
      placements: answers.placements.nullable(),
      staffLastMonth: answers.staffLastMonth.nullable(),
      staffAverage: answers.staffAverage.nullable(),
      // Not a box to tick: who has not answered has not said no.
      publiclyFunded: z.enum(['yes', 'no'], 'not-a-choice').nullable(),
      purpose: answers.purpose.nullable(),
      paidTasks: answers.paidTasks.nullable(),
      unpaidTasks: answers.unpaidTasks.nullable(),
      youngestAge: answers.youngestAge.nullable(),
      confirmed: answers.confirmed.unwrap(),
    }),
  },
};

type SentAnswers = z.output<typeof slotFields.rules.answers>;

/** What was left empty is not said: it is undefined, whatever a form calls it. */
export function said<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: NonNullable<Fields[Name]> | undefined } {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined])) as never;
}

/** The answers with those replaced that were asked for. Nothing is confirmed that no rule asks about. */
export function answered(
  before: SchemeAnswers,
  sent: SentAnswers,
  findings: { ruleId: string; asks: AnswerName[] }[],
): SchemeAnswers {
  const asked = new Set<string>(findings.flatMap((finding) => finding.asks));
  const toConfirm = findings.filter((finding) => finding.asks.includes('confirmed')).map((finding) => finding.ruleId);
  const given = {
    ...said(sent),
    publiclyFunded: sent.publiclyFunded ? sent.publiclyFunded === 'yes' : undefined,
    confirmed: toConfirm.filter((rule) => sent.confirmed.includes(rule)),
  };
  const wanted = Object.entries(given).filter(([name]) => asked.has(name));
  return schemeAnswers.parse({ ...before, ...Object.fromEntries(wanted) });
}

type Default = string | number | boolean | null | undefined;

/** A slot, or as much of it as there is, as the fields of its forms hold it. */
export function fieldsOf(data: SlotDraft | MemberSlotInput): Record<string, Default | Default[]> {
  const { ladder = [], answers: known = {}, ...plain } = data;
  const { publiclyFunded, ...rest } = known;
  return {
    ...plain,
    ...Object.fromEntries(
      ladder.flatMap((step, row) => [
        [`ladder.${row}.fromWeek`, step.fromWeek],
        [`ladder.${row}.hours`, written(step.hours)],
      ]),
    ),
    hoursMin: written(data.hoursMin),
    hoursMax: written(data.hoursMax),
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [`answers.${name}`, value])),
    'answers.publiclyFunded': publiclyFunded === undefined ? undefined : publiclyFunded ? 'yes' : 'no',
  };
}

/** As Danes write numbers; both signs are read. */
const written = (value: number | undefined) => (value === undefined ? undefined : String(value).replace('.', ','));

const advised = z.object({
  ...slotFields.scheme,
  hoursMax: slotFields.hours.hoursMax,
  weeks: slotFields.hours.weeks,
  positions: slotFields.place.positions,
  ladder: slotFields.hours.ladder,
  answers: slotFields.rules.answers,
});
const ADVISED = Object.keys(advised.shape) as (keyof typeof advised.shape)[];

/** What a slot would be with what is being typed in one of its steps. What cannot be read yet leaves it as it was. */
export function withTyped(
  before: SlotDraft,
  query: URLSearchParams,
  findings: Parameters<typeof answered>[2],
): SlotDraft {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const typed = readForm(advised, form);
  const isThere = (field: string) => [...query.keys()].some((name) => name.split('.')[0] === field);
  const readable = ADVISED.filter((field) => isThere(field) && advised.shape[field].safeParse(typed[field]).success);
  const { answers, ...plain } = advised
    .partial()
    .parse(Object.fromEntries(readable.map((field) => [field, typed[field]])));
  const known = before.answers ?? {};
  // Long answers stay out of addresses: they are as they were.
  const { paidTasks = null, unpaidTasks = null } = known as { paidTasks?: string | null; unpaidTasks?: string | null };
  return {
    ...before,
    ...said(plain),
    ...(answers && { answers: answered(known, { ...answers, paidTasks, unpaidTasks }, findings) }),
  };
}
