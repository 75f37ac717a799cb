import type { JudgedQuery } from './judgements.ts';
import { type Scored, summarise, summariseNothing, tagsOf } from './scores.ts';

/** Markdown: a line for each tag and for all, a column for each system. */
export function tableOf(title: string, queries: JudgedQuery[], results: { name: string; scored: Scored[] }[]): string {
  const cells = (pick: (scored: Scored[]) => string) => results.map(({ scored }) => pick(scored));
  const rows = tagsOf(queries).map((tag) => [
    tag,
    String(queries.filter((query) => query.tag === tag).length),
    ...cells((scored) => figures(scored.filter((one) => one.query.tag === tag))),
  ]);
  const nothing = results[0] ? summariseNothing(results[0].scored).queries : 0;
  return [
    `### ${title}`,
    '',
    line(['nDCG@10 / recall@20', 'queries', ...results.map(({ name }) => name)]),
    line(['---', '--:', ...results.map(() => '--:')]),
    ...rows.map(line),
    line(['**all**', String(queries.length - nothing), ...cells((scored) => `**${figures(scored)}**`)]),
    line(['wrong answers among the first ten', '', ...cells((scored) => String(summarise(scored).wrong))]),
    line(['rightly nothing found', String(nothing), ...cells(emptiness)]),
    '',
  ].join('\n');
}

function figures(scored: Scored[]): string {
  const { ndcg, recall } = summarise(scored);
  return `${ndcg.toFixed(3)} / ${recall.toFixed(3)}`;
}

function emptiness(scored: Scored[]): string {
  const { empty, hits } = summariseNothing(scored);
  return `${empty} (${hits} hits)`;
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
