import type { ReminderKind } from './queries.ts';

/** How many days before its deadline somebody is reminded. */
export const DISTANCES: Record<ReminderKind, readonly number[]> = {
  'slot-expires': [14, 3],
  'commitment-review': [30, 7],
};

/**
 * The distance whose reminder is due today: the nearest that has been reached, so that a server which was away sends
 * one reminder and not two. Nothing for one that had been reached already when the deadline was set. Days are
 * YYYY-MM-DD.
 */
export function distanceDue(
  kind: ReminderKind,
  { dueOn, setOn, today }: { dueOn: string; setOn: string; today: string },
): number | undefined {
  const left = daysBetween(today, dueOn);
  const reached = DISTANCES[kind].filter((distance) => left >= 0 && left <= distance);
  const nearest = Math.min(...reached);
  return reached.length > 0 && daysBetween(setOn, dueOn) > nearest ? nearest : undefined;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
