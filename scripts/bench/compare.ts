/**
 * Measures several things in turn, round after round, since a machine is seldom as quiet as it was a minute ago. The
 * median of each figure counts.
 */
export async function inTurn<Name extends string, Figures extends Record<string, number>>(
  rounds: number,
  measures: Record<Name, (round: number) => Promise<Figures>>,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(measures) as Name[];
  const found = new Map<Name, Figures[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found.get(name)?.push(await measures[name](round));
  }
  return Object.fromEntries(names.map((name) => [name, medians(found.get(name) ?? [])])) as Record<Name, Figures>;
}

function medians<Figures extends Record<string, number>>(rounds: Figures[]): Figures {
  const keys = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => [key, median(rounds.map((round) => round[key] ?? Number.NaN))]),
  ) as Figures;
}

export const median = (values: number[]): number => percentile(values, 50);

/** The nearest rank. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
