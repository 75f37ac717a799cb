import type { JudgedQuery, Tag } from './judgements.ts';
import { TAGS } from './judgements.ts';
import { mean, ndcg, recall, wrongHits } from './metrics.ts';
import { DEPTH, type System } from './systems.ts';

const TOP = 10;

/** What one system made of one query. */
export interface Scored {
  query: JudgedQuery;
  ranked: string[];
  /** Nothing where the query has no right answer. */
  ndcg: number | undefined;
  recall: number | undefined;
  /** Documents judged to be wrong answers, among the first ten. */
  wrong: number;
}

/** One line of a table. */
export interface Summary {
  queries: number;
  ndcg: number;
  recall: number;
  wrong: number;
}

export async function score(system: System, queries: JudgedQuery[]): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const query of queries) {
    const ranked = await system.search(query.kind, query.query);
    scored.push({
      query,
      ranked,
      ndcg: ndcg(ranked, query.grades, TOP),
      recall: recall(ranked, query.grades, DEPTH),
      wrong: wrongHits(ranked, query.grades, TOP),
    });
  }
  return scored;
}

/** Of the queries that have a right answer. */
export function summarise(scored: Scored[]): Summary {
  const answerable = scored.filter((one) => one.ndcg !== undefined);
  return {
    queries: answerable.length,
    ndcg: mean(answerable.map((one) => one.ndcg ?? 0)),
    recall: mean(answerable.map((one) => one.recall ?? 0)),
    wrong: answerable.reduce((sum, one) => sum + one.wrong, 0),
  };
}

/** Of the queries that have none: how many were answered with an empty list, and how many hits the others showed. */
export function summariseNothing(scored: Scored[]): { queries: number; empty: number; hits: number } {
  const unanswerable = scored.filter((one) => one.ndcg === undefined);
  return {
    queries: unanswerable.length,
    empty: unanswerable.filter((one) => one.ranked.length === 0).length,
    hits: unanswerable.reduce((sum, one) => sum + one.ranked.length, 0),
  };
}

/** The tags that these queries carry, in their order, without those that have no right answer. */
export function tagsOf(queries: JudgedQuery[]): Tag[] {
  return TAGS.filter((tag) => tag !== 'nothing' && queries.some((query) => query.tag === tag));
}
