import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { corpusOf } from '../corpus.ts';
import { printTable } from '../table.ts';
import type { WorkspaceFigures } from '../workspace.ts';

/** The search for willing employers with all that a page of it shows, at each size. */
export async function benchWorkspace(sizes: number[]): Promise<void> {
  const found = new Map<number, WorkspaceFigures>();
  for (const size of sizes) found.set(size, await timesAt(await corpusOf(size)));
  const [first] = found.values();
  printTable(
    'Willing employers, ranked, with all that a page shows, 10,000 enquiries and as many talks',
    ['ms in process', ...sizes.flatMap((size) => [`${size.toLocaleString('en-US')} p50`, 'p95'])],
    Object.keys(first?.shapes ?? {}).map((shape) => [
      shape,
      ...[...found.values()].flatMap(({ shapes: at }) => [at[shape]?.p50 ?? Number.NaN, at[shape]?.p95 ?? Number.NaN]),
    ]),
  );
  printTable(
    'What it keeps in memory',
    ['organisations', 'MB', 'first search, ms', 'after one change, ms'],
    [...found].map(([size, { megabytes, firstMs, followMs }]) => [size, megabytes, firstMs, followMs]),
  );
}

async function timesAt(folder: string): Promise<WorkspaceFigures> {
  const child = fork(join(import.meta.dirname, '..', 'workspace.ts'), [folder]);
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process that searched for employers stopped.');
  });
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures as WorkspaceFigures;
}
