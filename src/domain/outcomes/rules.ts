import type { OutcomeKind } from './steps.ts';

/** A number of persons that others may see: below five it is only told that there are some. */
export type ShownCount = number | 'few' | null;

/** Fewer could be recognised by those who know the place. */
export const LEAST_SHOWN = 5;

/** @returns null for none */
export function shownCount(persons: number): ShownCount {
  if (persons <= 0) return null;
  return persons < LEAST_SHOWN ? 'few' : persons;
}

/** Outcomes that are ordinary work: hours with pay, or a job. */
export const ORDINARY: readonly OutcomeKind[] = ['ordinary-hours', 'hired'];
