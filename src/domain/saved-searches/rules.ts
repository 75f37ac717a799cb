import type { ALERT_FREQUENCIES, SAVED_SEARCH_KINDS } from '#db/schema/saved-searches.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { isConsultant } from '#domain/consultants/rules.ts';
import { addDays } from '#domain/time.ts';

/** For the forms to offer. */
export { ALERT_FREQUENCIES } from '#db/schema/saved-searches.ts';

export type SavedSearchKind = (typeof SAVED_SEARCH_KINDS)[number];
export type AlertFrequency = (typeof ALERT_FREQUENCIES)[number];

export const MOST_SAVED = 20;
/** A search that finds more tells nobody anything. */
export const MOST_HITS = 2000;
/** Nobody is written to before, but who asked for it at once. */
export const MORNING_HOUR = 6;

/** Anybody searches slots; employers are searched by those who work in the job centre, behind their second factor. */
export const canSearch = (viewer: Viewer, kind: SavedSearchKind): boolean =>
  kind === 'slots' || (isConsultant(viewer) && viewer.secondFactorShown);

/** Whether a search may be in the e-mail of a day. A week whose Monday was missed is made up for on the next day. */
export function isDue(
  { frequency, checkedOn }: { frequency: AlertFrequency; checkedOn: string },
  day: string,
): boolean {
  if (frequency === 'never') return false;
  if (frequency === 'at-once') return true;
  return checkedOn < (frequency === 'daily' ? day : mondayOf(day));
}

/** The Monday of that day's week. Days are YYYY-MM-DD. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
