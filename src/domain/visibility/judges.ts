import type { VisibilityFacts } from './queries.ts';

/** Where something can be mended: a section of the organisation's own pages. */
export type MendingPlace = 'profil' | 'pladser' | 'henvendelser' | 'slet' | 'haendelser';

/** Something that keeps an organisation, or a part of it, from being seen. Its words are `visibility.hides.{what}`. */
export interface Hindrance {
  what: string;
  count: number;
  mend: MendingPlace;
  /** Whether nobody can see the organisation at all. */
  whole?: boolean;
}

/** Looks at the facts and says what hides something; nothing where all is well. */
export type VisibilityJudge = (facts: VisibilityFacts) => Hindrance | undefined;

/** Shorter than this is hardly ever found. */
const SHORT_DESCRIPTION = 80;

const counted =
  (what: string, mend: MendingPlace, count: (facts: VisibilityFacts) => number): VisibilityJudge =>
  (facts) => {
    const found = count(facts);
    return found > 0 ? { what, count: found, mend } : undefined;
  };

const when =
  (what: string, mend: MendingPlace, holds: (facts: VisibilityFacts) => boolean, whole = false): VisibilityJudge =>
  (facts) =>
    holds(facts) ? { what, count: 1, mend, ...(whole && { whole }) } : undefined;

/** What weighs most comes first. What else can hide somebody is one more line here. */
export const JUDGES: readonly VisibilityJudge[] = [
  when('leaving', 'slet', (facts) => facts.leavesAt !== null, true),
  when('place', 'profil', (facts) => !facts.hasPlace),
  counted('enquiries', 'henvendelser', (facts) => facts.waitingEnquiries),
  counted('expired', 'pladser', (facts) => facts.expiredSlots),
  counted('paused', 'pladser', (facts) => facts.pausedSlots),
  counted('drafts', 'pladser', (facts) => facts.drafts),
  counted('full', 'pladser', (facts) => facts.fullSlots),
  when('nothing-open', 'pladser', (facts) => facts.openSlots === 0 && !facts.isWilling),
  when('short', 'profil', (facts) => facts.descriptionLength < SHORT_DESCRIPTION),
  when('no-contact', 'profil', (facts) => !facts.hasContact),
];
