import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { percentile } from './compare.ts';
import { shapesFor } from './queries.ts';

/* Times the embedded engine on one corpus, in a process of its own, and hands the figures to the one that asked. */
const ROUNDS = 3;

export interface EngineFigures {
  shapes: Record<string, { p50: number; p95: number }>;
  megabytes: number;
  /** The first search of all, which reads what is kept in memory. */
  firstMs: number;
}

const [folder = ''] = process.argv.slice(2);
const db = openDatabase(join(folder, 'plads.db'));
const engine = embeddedEngine(db);
const started = performance.now();
for (const kind of ['organisations', 'slots'] as const)
  await engine.search({ kind, text: 'a', filters: {}, sort: 'relevance', page: 1, pageSize: 12 });
const firstMs = performance.now() - started;
const shapes = Object.entries(await shapesFor(db, engine));
const times = new Map(shapes.map(([name]) => [name, [] as number[]]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, queries] of shapes) {
    for (const query of queries) {
      const from = performance.now();
      await engine.search(query);
      // The first round fills what is kept between searches.
      if (round > 0) times.get(name)?.push(performance.now() - from);
    }
  }
}
const figures: EngineFigures = {
  shapes: Object.fromEntries(
    [...times].map(([name, ms]) => [name, { p50: percentile(ms, 50), p95: percentile(ms, 95) }]),
  ),
  megabytes: process.memoryUsage().rss / 1024 ** 2,
  firstMs,
};
process.send?.(figures);
process.disconnect?.();
