import type { Db } from '#db/open.ts';
import type { Sector } from '#db/schema/organisations.ts';
import { statement } from '#db/statement.ts';
import { Invalid } from '#domain/errors.ts';
import { findScheme, slotSchemes, validSupportFacts } from '#domain/schemes/queries.ts';
import { fitsHost } from '#domain/schemes/rules.ts';
import { addDays, today } from '#domain/time.ts';
import { LONGEST_OPEN_DAYS } from './rules.ts';
import { type MemberSlotInput, memberSlotInput, type SlotDraft } from './schema.ts';

/**
 * What stands in the way of publishing, a text's code for each field. Nothing where it can be published.
 *
 * @param before what the slot says now, where it is there already: what was fine then and has not changed stays
 */
export function slotProblems(
  db: Db,
  organisationId: number,
  given: SlotDraft,
  before?: MemberSlotInput,
): Record<string, string> {
  const read = memberSlotInput.safeParse(withDefaults(given));
  const problems: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) {
    const field = String(issue.path[0]);
    problems[field] ??= given[field as keyof SlotDraft] === undefined ? 'missing' : issue.message;
  }
  const found = {
    scheme: given.scheme && given.scheme !== before?.scheme && schemeProblem(db, organisationId, given.scheme),
    support: given.support && supportProblem(db, given.support, before?.support ?? []),
    workplaceId: given.workplaceId && workplaceProblem(db, organisationId, given.workplaceId),
    expiresOn: given.expiresOn && given.expiresOn !== before?.expiresOn && expiryProblem(given.expiresOn),
  };
  for (const [field, problem] of Object.entries(found)) if (problem) problems[field] ??= problem;
  return problems;
}

/** @throws Invalid */
export function checkSlot(db: Db, organisationId: number, given: SlotDraft, before?: MemberSlotInput): MemberSlotInput {
  const problems = slotProblems(db, organisationId, given, before);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return memberSlotInput.parse(withDefaults(given));
}

/** @param day YYYY-MM-DD */
export function expiryProblem(day: string): string | undefined {
  if (day < today()) return 'expiry-past';
  return day > addDays(today(), LONGEST_OPEN_DAYS) ? 'expiry-far' : undefined;
}

/** What may be left unsaid. */
const withDefaults = (given: SlotDraft): SlotDraft => ({
  occupation: null,
  weeks: null,
  positions: 1,
  filled: 0,
  startsOn: null,
  support: [],
  leadsToJob: false,
  contactName: null,
  ladder: [],
  workplaceId: null,
  answers: {},
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
});

function schemeProblem(db: Db, organisationId: number, id: string): string | undefined {
  if (!slotSchemes(db).some((scheme) => scheme.id === id)) return 'unknown-scheme';
  const host = statement<{ sector: Sector }>(db, 'select sector from organisations where id = ?').get(organisationId);
  const scheme = findScheme(db, id);
  return host && scheme && fitsHost(scheme, host.sector) ? undefined : 'not-for-this-host';
}

function supportProblem(db: Db, ids: string[], before: string[]): string | undefined {
  const known = new Set([...validSupportFacts(db).map((fact) => fact.id), ...before]);
  return ids.every((id) => known.has(id)) && new Set(ids).size === ids.length ? undefined : 'unknown-support';
}

function workplaceProblem(db: Db, organisationId: number, id: number): string | undefined {
  const own = statement(db, 'select 1 from workplaces where id = ? and organisation_id = ?').get(id, organisationId);
  return own ? undefined : 'unknown-workplace';
}
