import type { OrganisationProfile } from '#domain/organisations/queries.ts';
import type { Scheme } from '#domain/schemes/queries.ts';
import type { Finding } from './check.ts';
import type { SchemeAnswers } from './schema.ts';

/** A field of VITAS that can be carried over; its label is a text (`vitas.field.…`). */
export type VitasField =
  | 'employer'
  | 'cvr'
  | 'pNumber'
  | 'address'
  | 'contact'
  | 'email'
  | 'phone'
  | 'ordinaryStaff'
  | 'placements'
  | 'staffLastMonth'
  | 'staffAverage'
  | 'scheme'
  | 'occupation'
  | 'tasks'
  | 'hours'
  | 'startsOn'
  | 'weeks'
  | 'purpose'
  | 'ladder';

/** What has to be at hand and cannot be written here (`vitas.need.…`). */
export type VitasNeed = 'staff-representative' | 'municipality-first' | 'person';

export interface VitasSummary {
  /** In the order in which VITAS asks. Values that are ids (scheme, purpose) are put into words by the page. */
  fields: { field: VitasField; value: string }[];
  /** Still unknown here, and asked for there. */
  missing: VitasField[];
  needs: VitasNeed[];
  /** What the check has against it, or has not been told. */
  open: Finding[];
  url: string;
}

interface VitasSlot {
  scheme: string;
  occupation: string | null;
  title: string;
  tasks: string;
  hoursMin: number;
  hoursMax: number;
  startsOn: string | null;
  weeks: number | null;
  contactName: string | null;
  workplaceId: number | null;
  ladder: { fromWeek: number; hours: number }[];
  answers: SchemeAnswers;
}

/**
 * A slot made ready to be carried over into VITAS, where the host applies. Nothing for a scheme that is not applied
 * for there. Who the person is, is said in VITAS alone: that step has no place here.
 *
 * VITAS knows no growing hours: the highest that are expected go into its hours, and the ladder into its remarks
 * (Styrelsen for Arbejdsmarked og Rekruttering, questions and answers about VITAS, 25 February 2020).
 */
export function vitasSummary(
  slot: VitasSlot,
  organisation: OrganisationProfile,
  scheme: Pick<Scheme, 'applyUrl'>,
  findings: Finding[],
): VitasSummary | undefined {
  if (!scheme.applyUrl) return undefined;
  const place =
    organisation.workplaces.find((one) => one.id === slot.workplaceId) ??
    organisation.workplaces.find((one) => one.main);
  const contact = organisation.contacts.find((one) => one.name === slot.contactName) ?? organisation.contacts[0];
  const address = [place?.address, [place?.postcode, place?.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const { ordinaryStaff, placements, staffLastMonth, staffAverage, purpose } = slot.answers;
  const asked = (name: keyof SchemeAnswers) => findings.some((finding) => finding.asks.includes(name));
  const values: [VitasField, string | number | null | undefined, isAsked?: boolean][] = [
    ['employer', organisation.name],
    ['cvr', organisation.cvr],
    ['pNumber', place?.pNumber],
    ['address', address],
    ['contact', slot.contactName ?? contact?.name],
    ['email', contact?.email ?? organisation.email],
    ['phone', contact?.phone ?? organisation.phone],
    ['ordinaryStaff', ordinaryStaff, asked('ordinaryStaff')],
    ['placements', placements, asked('placements')],
    ['staffLastMonth', staffLastMonth, asked('staffLastMonth')],
    ['staffAverage', staffAverage, asked('staffAverage')],
    ['scheme', slot.scheme],
    ['occupation', slot.occupation ?? slot.title],
    ['tasks', slot.tasks],
    ['hours', Math.max(slot.hoursMax, ...slot.ladder.map((step) => step.hours))],
    ['startsOn', slot.startsOn],
    ['weeks', slot.weeks],
    ['purpose', purpose, asked('purpose')],
    [
      'ladder',
      slot.ladder.length > 1 ? slot.ladder.map((step) => `${step.hours}@${step.fromWeek}`).join(' ') : undefined,
      false,
    ],
  ];
  const known = (value: string | number | null | undefined) => value !== null && value !== undefined && value !== '';
  return {
    fields: values.flatMap(([field, value]) => (known(value) ? [{ field, value: String(value) }] : [])),
    missing: values.flatMap(([field, value, isAsked = true]) => (isAsked && !known(value) ? [field] : [])),
    needs: [
      'municipality-first',
      ...(findings.some((one) => one.ruleId === 'staff-representative' && one.status !== 'ok')
        ? (['staff-representative'] as const)
        : []),
      'person',
    ],
    open: findings.filter((one) => one.status === 'against' || one.status === 'needs-answer'),
    url: scheme.applyUrl,
  };
}
