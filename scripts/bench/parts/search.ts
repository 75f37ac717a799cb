import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inTurn } from '../compare.ts';
import { buildConstant } from '../constant/build.ts';
import { corpusOf } from '../corpus.ts';
import type { EngineFigures } from '../engine.ts';
import { loader } from '../load.ts';
import { answerFrom, pace, startPortal } from '../portal.ts';
import { type Cell, printTable } from '../table.ts';
import { unseenAddresses } from '../unseen.ts';

const SECONDS = 2;
/** More than are asked for in that time. */
const ADDRESSES = 12_000;

const NOTHING = { p50: Number.NaN, p95: Number.NaN, newP95: Number.NaN };

/** Every shape of search in the engine, at each size. */
export async function benchEngine(sizes: number[]): Promise<Map<number, EngineFigures>> {
  const found = new Map<number, EngineFigures>();
  for (const size of sizes) found.set(size, await timesAt(size));
  const [first] = found.values();
  const head = ['', ...sizes.flatMap((size) => [`${size.toLocaleString('en-US')}: p50`, 'p95', 'new p95'])];
  const shapes = Object.keys(first?.shapes ?? {});
  printTable(
    'Search with facet counts in the embedded engine, ms of processor time; new is what was not asked before',
    head,
    shapes.map((shape) => [
      shape,
      ...[...found.values()].flatMap(({ shapes: at }) => {
        const { p50, p95, newP95 } = at[shape] ?? NOTHING;
        return [p50, p95, newP95];
      }),
    ]),
  );
  return found;
}

export async function timesAt(size: number): Promise<EngineFigures> {
  const child = fork(join(import.meta.dirname, '..', 'engine.ts'), [await corpusOf(size)]);
  const ended = once(child, 'exit').then(() => {
    throw new Error('The engine’s process stopped.');
  });
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  return figures as EngineFigures;
}

/** A search page that nobody asked for before, beside the same page when nothing has to be searched or read for it. */
export async function benchUnseen(size: number, rounds: number): Promise<void> {
  const folder = await corpusOf(size);
  const { paths, models } = await unseenAddresses(folder, ADDRESSES);
  const portals = { searched: await startPortal(folder), constant: await startPortal(folder, await buildConstant()) };
  // What the constant pages are made of from now on.
  for (const path of models) await answerFrom(portals.constant.port, path);
  await portals.searched.warm();
  const kinds = { organisations: '/virksomheder', slots: '/pladser' };
  const rows: Cell[][] = [];
  for (const [kind, start] of Object.entries(kinds)) {
    const own = paths.filter((path) => path.startsWith(start));
    const measure = (portal: keyof typeof portals) => () => {
      portals[portal].change();
      return pace(portals[portal], { paths: own, seconds: SECONDS, once: true });
    };
    const measures = { searched: measure('searched'), constant: measure('constant') };
    await inTurn(1, measures);
    const { searched, constant } = await inTurn(rounds, measures);
    const rates = [searched.perSecond, constant.perSecond, searched.perSecond / constant.perSecond];
    rows.push([kind, ...rates, searched.cpuMs, constant.cpuMs, constant.cpuMs / searched.cpuMs]);
  }
  await Promise.all(Object.values(portals).map((portal) => portal.stop()));
  printTable(
    `A search page never seen before, ${size} organisations, by ${loader}: requests per second, and ms of processor time each`,
    ['search for', 'searched', 'constant content', 'ratio', 'searched, ms', 'constant, ms', 'ratio'],
    rows,
  );
}
