import { parseArgs } from 'node:util';
import { hasMeilisearch } from '../../tests/fixtures/meilisearch.ts';
import { CORPORA, openCorpus } from './relevance/corpora.ts';
import { findInCorpora } from './relevance/find.ts';
import { readJudgements, SETS } from './relevance/judgements.ts';
import { type Scored, score } from './relevance/scores.ts';
import { systemsOver } from './relevance/systems.ts';
import { tableOf } from './relevance/table.ts';

/** A named server would lose its indexes to this benchmark, which fills them with corpora of its own. */
const WITH_SERVER = hasMeilisearch && !process.env.MEILI_URL;
/** A tuning query below this is shown with `--misses`. */
const GOOD = 0.9;

/**
 * How well the search finds what people mean: every system over every corpus, with the queries for tuning and those held
 * out apart.
 *
 * @returns Markdown
 */
export async function relevance({ misses = false } = {}): Promise<string> {
  const parts = ['## Relevance', ''];
  if (!WITH_SERVER)
    parts.push(
      process.env.MEILI_URL
        ? 'Without Meilisearch: `MEILI_URL` names a server, and this benchmark starts and fills one of its own. Unset it.'
        : 'Without Meilisearch: there is no `meilisearch` program on the path.',
      '',
    );
  for (const corpus of CORPORA) {
    const db = await openCorpus(corpus);
    const { systems, stop } = await systemsOver(db, corpus.home, WITH_SERVER);
    try {
      for (const set of SETS) {
        const queries = readJudgements(set, corpus.id);
        const results = [];
        for (const system of systems) results.push({ name: system.name, scored: await score(system, queries) });
        parts.push(tableOf(`${corpus.title}: ${set}`, queries, results));
        if (misses && set === 'tuning') parts.push(...results.slice(0, 2).map(missesOf));
      }
    } finally {
      await stop();
      db.$client.close();
    }
  }
  return parts.join('\n');
}

function missesOf({ name, scored }: { name: string; scored: Scored[] }): string {
  const bad = scored.filter((one) => (one.ndcg ?? (one.ranked.length === 0 ? 1 : 0)) < GOOD || one.wrong > 0);
  return [
    `#### ${name}: queries below ${GOOD}, or with wrong answers`,
    '',
    ...bad.map(
      ({ query, ndcg, ranked }) =>
        `- ${query.tag}, ${query.kind}: “${query.query}” ${ndcg?.toFixed(2) ?? 'nothing'}: ` +
        ranked
          .slice(0, 10)
          .map((slug) => `${slug} ${query.grades.get(slug) ?? '?'}`)
          .join(', '),
    ),
    '',
  ].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { misses: { type: 'boolean' }, find: { type: 'string' } } });
  console.log(values.find ? await findInCorpora(values.find) : await relevance({ misses: values.misses ?? false }));
}
