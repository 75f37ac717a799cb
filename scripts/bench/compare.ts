/** Measures several things in turn, round after round, since a machine is seldom as quiet as it was a minute ago. */
export async function inTurn<Name extends string>(
  rounds: number,
  measures: Record<Name, (round: number) => Promise<number>>,
): Promise<Record<Name, number>> {
  const found = new Map<Name, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(measures) as Name[])
      found.set(name, [...(found.get(name) ?? []), await measures[name](round)]);
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, median(values)])) as Record<Name, number>;
}

export const median = (values: number[]): number => percentile(values, 50);

/** The nearest rank. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
