const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' });

const MINUTE_MS = 60_000;
let [minute, day] = [0, ''];

/** Today in Denmark, as YYYY-MM-DD. */
export function today(now: Date | number = Date.now()): string {
  // Asked by every list, and no midnight lies within a minute.
  const asked = Math.floor(now.valueOf() / MINUTE_MS);
  if (asked !== minute) [minute, day] = [asked, DAY.format(now)];
  return day;
}

/** The hour in Denmark, 0 to 23. */
export const hourOf = (now: Date): number => Number(HOUR.format(now));

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' });

/** The moment, as an ISO string in UTC: how the database keeps points in time. */
export function timestamp(now = new Date()): string {
  return now.toISOString();
}

/** @param day YYYY-MM-DD */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days since 1970, for reckoning. @param day YYYY-MM-DD */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / 86_400_000);
