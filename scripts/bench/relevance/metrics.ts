/** How much each document answers a query, by slug: 3 is what was meant, 1 a reasonable hit, 0 a wrong one. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulated gain of the first `depth` hits: 1 when no other order would be better. A hit's gain
 * is 2^grade − 1, discounted by log2(rank + 1); a document without a grade gains nothing (Järvelin and Kekäläinen 2002,
 * with the gain of Burges et al. 2005).
 *
 * @returns nothing for a query that has no right answer
 */
export function ndcg(ranked: string[], grades: Grades, depth: number): number | undefined {
  const best = [...grades.values()].sort((a, b) => b - a);
  const ideal = gainOf(best.slice(0, depth));
  if (ideal === 0) return undefined;
  return gainOf(ranked.slice(0, depth).map((slug) => grades.get(slug) ?? 0)) / ideal;
}

/**
 * The share of the relevant documents (grade 1 or more) that stand among the first `depth` hits. Where more are relevant
 * than there is room for, a full page of them is 1.
 *
 * @returns nothing for a query that has no right answer
 */
export function recall(ranked: string[], grades: Grades, depth: number): number | undefined {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length;
  if (relevant === 0) return undefined;
  const found = ranked.slice(0, depth).filter((slug) => (grades.get(slug) ?? 0) > 0).length;
  return found / Math.min(relevant, depth);
}

/** How many of the first `depth` hits were judged to be wrong answers. */
export function wrongHits(ranked: string[], grades: Grades, depth: number): number {
  return ranked.slice(0, depth).filter((slug) => grades.get(slug) === 0).length;
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gainOf(grades: number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
