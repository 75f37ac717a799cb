import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import type { SearchQuery } from '#search/engine.ts';
import { percentile } from './compare.ts';
import { shapesFor } from './queries.ts';

/* Times the embedded engine on one corpus, in a process of its own, and hands the figures to the one that asked. */
const ROUNDS = 3;

export interface ShapeFigures {
  p50: number;
  p95: number;
  /** Asked for the first time, so that nothing of it is remembered. */
  newP95: number;
}

export interface EngineFigures {
  shapes: Record<string, ShapeFigures>;
  megabytes: number;
  /** The first search of all, which reads what is kept in memory. */
  firstMs: number;
}

const [folder = ''] = process.argv.slice(2);
const db = openDatabase(join(folder, 'plads.db'));
const engine = embeddedEngine(db);

/** The processor's time, since a machine that others use too makes everything wait. */
async function cpuMsOf(query: SearchQuery): Promise<number> {
  const before = process.cpuUsage();
  await engine.search(query);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

let firstMs = 0;
for (const kind of ['organisations', 'slots'] as const)
  firstMs += await cpuMsOf({ kind, text: 'a', filters: {}, sort: 'relevance', page: 1, pageSize: 12 });
const shapes = Object.entries(await shapesFor(db, engine));
const times = new Map(shapes.map(([name]) => [name, { anew: [] as number[], again: [] as number[] }]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, queries] of shapes) {
    for (const query of queries) times.get(name)?.[round === 0 ? 'anew' : 'again'].push(await cpuMsOf(query));
  }
}
const figures: EngineFigures = {
  shapes: Object.fromEntries(
    [...times].map(([name, { anew, again }]) => [
      name,
      { p50: percentile(again, 50), p95: percentile(again, 95), newP95: percentile(anew, 95) },
    ]),
  ),
  megabytes: process.memoryUsage().rss / 1024 ** 2,
  firstMs,
};
process.send?.(figures);
process.disconnect?.();
