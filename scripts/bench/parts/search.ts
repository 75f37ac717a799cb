import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inTurn } from '../compare.ts';
import { buildConstant } from '../constant/build.ts';
import { corpusOf } from '../corpus.ts';
import type { EngineFigures } from '../engine.ts';
import { load, loader } from '../load.ts';
import { startPortal } from '../portal.ts';
import { printTable } from '../table.ts';
import { unseenAddresses } from '../unseen.ts';

const SECONDS = 2;
/** More than are asked for in that time. */
const ADDRESSES = 12_000;

/** Every shape of search in the engine, at each size. */
export async function benchEngine(sizes: number[]): Promise<Map<number, EngineFigures>> {
  const found = new Map<number, EngineFigures>();
  for (const size of sizes) found.set(size, await timesAt(size));
  const [first] = found.values();
  const head = ['ms in process', ...sizes.flatMap((size) => [`${size.toLocaleString('en-US')} p50`, 'p95'])];
  const shapes = Object.keys(first?.shapes ?? {});
  printTable(
    'Search with facet counts in the embedded engine',
    head,
    shapes.map((shape) => [
      shape,
      ...[...found.values()].flatMap(({ shapes: at }) => [at[shape]?.p50 ?? Number.NaN, at[shape]?.p95 ?? Number.NaN]),
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
  const { paths, model } = await unseenAddresses(folder, ADDRESSES);
  const portals = { searched: await startPortal(folder), constant: await startPortal(folder, await buildConstant()) };
  // What the constant page is made of from now on.
  const bytes = (await fetch(`http://127.0.0.1:${portals.constant.port}${model}`).then((page) => page.text())).length;
  await portals.searched.warm();
  const measure = (portal: keyof typeof portals) => async () => {
    portals[portal].change();
    const { port } = portals[portal];
    return (await load({ port, paths, seconds: SECONDS, once: true })).perSecond;
  };
  await inTurn(1, { searched: measure('searched'), constant: measure('constant') });
  const { searched, constant } = await inTurn(rounds, { searched: measure('searched'), constant: measure('constant') });
  await Promise.all(Object.values(portals).map((portal) => portal.stop()));
  printTable(
    `A search page never seen before, ${size} organisations, requests per second by ${loader}`,
    ['searched', 'constant content', 'ratio', 'characters of the constant page'],
    [[searched, constant, searched / constant, bytes]],
  );
}
