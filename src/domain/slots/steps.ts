import type { Db } from '#db/open.ts';
import { schemeFindings } from '#domain/scheme-check/queries.ts';
import { today } from '#domain/time.ts';
import { slotProblems } from './publishable.ts';
import { FULL_WEEK_HOURS, type SlotDraft } from './schema.ts';

/** What is asked of who writes a slot, one thing at a time and in this order, and the fields that belong to each. */
const FIELDS = {
  scheme: ['scheme'],
  work: ['title', 'occupation', 'tasks'],
  hours: ['hoursMin', 'hoursMax', 'weeks', 'ladder'],
  place: ['workplaceId', 'startsOn', 'expiresOn', 'positions', 'filled', 'contactName'],
  support: ['support', 'leadsToJob'],
  rules: ['answers'],
} as const satisfies Record<string, readonly (keyof SlotDraft)[]>;

export type SlotStep = keyof typeof FIELDS;
const STEPS = Object.keys(FIELDS) as SlotStep[];

/** The steps of a draft: the rules are only asked about where the scheme has something to ask. */
export function stepsOf(db: Db, organisationId: number, data: SlotDraft): SlotStep[] {
  const asks = schemeFindings(db, organisationId, data).some((finding) => finding.asks.length > 0);
  return STEPS.filter((step) => step !== 'rules' || asks);
}

/** What stands in the way of publishing, as far as this step can say: a text's code for each of its fields. */
export function stepProblems(db: Db, organisationId: number, data: SlotDraft, step: SlotStep): Record<string, string> {
  const own: readonly string[] = FIELDS[step];
  const others = Object.entries(placeholders()).filter(([field]) => !own.includes(field));
  const problems = slotProblems(db, organisationId, { ...Object.fromEntries(others), ...data });
  return Object.fromEntries(Object.entries(problems).filter(([field]) => own.includes(field)));
}

/** The first step that still lacks something; nothing once the draft can be published. */
export function unfinishedStep(db: Db, organisationId: number, data: SlotDraft): SlotStep | undefined {
  return STEPS.find((step) => Object.keys(stepProblems(db, organisationId, data, step)).length > 0);
}

/** Stand for what other steps have not asked yet: rules between fields are only looked at once no field is missing. */
const placeholders = (): SlotDraft => ({
  title: '–',
  scheme: '–',
  tasks: '–',
  hoursMin: 1,
  hoursMax: FULL_WEEK_HOURS,
  expiresOn: today(),
});
