/** What the municipality assumes about a placement that turns into ordinary hours, each with where it is from. */
export const ASSUMPTIONS = [
  /** Kroner of benefits that are not paid for each hour with pay. */
  'savedPerHour',
  /** Kroner of tax for each hour with pay. */
  'taxPerHour',
  /** Kroner a week that a placement costs, subsidies and support together. */
  'costPerWeek',
  /** Weeks that a placement lasts. */
  'placementWeeks',
  /** Weeks with pay in a year. */
  'weeksAYear',
  /** Per cent who still have the hours. */
  'lastingPercent',
] as const;

export type Assumption = (typeof ASSUMPTIONS)[number];

/** What one wants to know it for. */
export interface Case {
  persons: number;
  /** Hours a week with pay. */
  hoursWeekly: number;
}

/** Kroner, for all persons of the case together. */
export interface Return {
  /** In a year with ordinary hours. */
  gainAYear: number;
  /** Of the placements before. */
  cost: number;
  net: number;
  /** Weeks with pay after which the placement is paid back; null where it never is. */
  paidBackWeeks: number | null;
}

/** Nothing as long as one of the assumptions is missing: no number is made up. */
export function returnOf(
  assumed: Partial<Record<Assumption, number>>,
  { persons, hoursWeekly }: Case,
): Return | undefined {
  const { savedPerHour, taxPerHour, costPerWeek, placementWeeks, weeksAYear, lastingPercent } = assumed;
  if (
    savedPerHour === undefined ||
    taxPerHour === undefined ||
    costPerWeek === undefined ||
    placementWeeks === undefined ||
    weeksAYear === undefined ||
    lastingPercent === undefined
  )
    return undefined;
  const gainAWeek = persons * hoursWeekly * (savedPerHour + taxPerHour) * (lastingPercent / 100);
  const cost = persons * placementWeeks * costPerWeek;
  const gainAYear = gainAWeek * weeksAYear;
  return { gainAYear, cost, net: gainAYear - cost, paidBackWeeks: gainAWeek > 0 ? cost / gainAWeek : null };
}
