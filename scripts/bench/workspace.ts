import { join } from 'node:path';
import { type Db, openDatabase } from '#db/open.ts';
import type { Viewer } from '#domain/accounts/viewer.ts';
import { employerHits } from '#domain/employers/hits.ts';
import type { EmployerQuery } from '#domain/employers/query.ts';
import { employerSearch } from '#domain/employers/search.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { percentile } from './compare.ts';
import { NOTHING_ASKED, workspaceShapes } from './workspace-queries.ts';
import { writeContacts } from './workspace-rows.ts';

/* Times the search for willing employers on one corpus, in a process of its own, and hands the figures to the one that asked. */
const ROUNDS = 2;

export interface WorkspaceFigures {
  shapes: Record<string, { p50: number; p95: number }>;
  /** The first search of all, which reads what is kept in memory. */
  firstMs: number;
  /** The first search after one organisation has changed. */
  followMs: number;
  megabytes: number;
}

const KARIM: Viewer = {
  id: 1,
  name: 'Karim',
  email: 'karim@personer.example',
  locale: 'da',
  memberOf: [],
  coordinates: [],
  consultant: true,
  administrator: false,
  secondFactorShown: true,
  secondFactorReady: true,
  secondFactorOn: true,
  demo: true,
};

const [folder = ''] = process.argv.slice(2);
const db = openDatabase(join(folder, 'plads.db'));
// What the corpus has not got is written for as long as this lasts, and never kept.
db.$client.exec('begin immediate');
try {
  writeContacts(db, KARIM);
  process.send?.(measured(db));
} finally {
  db.$client.exec('rollback');
  process.disconnect?.();
}

function measured(corpus: Db): WorkspaceFigures {
  const search = employerSearch(corpus, embeddedEngine(corpus));
  const once = (query: EmployerQuery): number => {
    const from = performance.now();
    const found = search.find(KARIM, query);
    employerHits(corpus, KARIM, found.employers);
    return performance.now() - from;
  };
  const shapes = Object.entries(workspaceShapes(corpus));
  const before = process.memoryUsage().rss;
  const firstMs = once(NOTHING_ASKED);
  const megabytes = (process.memoryUsage().rss - before) / 1024 ** 2;
  const times = new Map(shapes.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, queries] of shapes) {
      for (const query of queries) {
        const ms = once(query);
        // The first round fills what is kept between searches.
        if (round > 0) times.get(name)?.push(ms);
      }
    }
  }
  corpus.$client.exec(
    `insert into events (at, actor, verb, noun, noun_id) values ('', 'bench', 'look', 'organisation', 1)`,
  );
  const followMs = once(NOTHING_ASKED);
  return {
    shapes: Object.fromEntries(
      [...times].map(([name, ms]) => [name, { p50: percentile(ms, 50), p95: percentile(ms, 95) }]),
    ),
    firstMs,
    followMs,
    megabytes,
  };
}
