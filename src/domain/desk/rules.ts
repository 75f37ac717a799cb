import { today } from '#domain/time.ts';

/** After so many days somebody has waited long for an answer. */
export const LONG_DAYS = 5;

/** Whole days in Denmark since a point in time. */
export function daysWaited(createdAt: string, now = new Date()): number {
  const from = Date.parse(today(new Date(createdAt)));
  return Math.max(0, Math.round((Date.parse(today(now)) - from) / 86_400_000));
}
