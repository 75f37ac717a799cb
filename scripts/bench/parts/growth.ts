import { corpusOf } from '../corpus.ts';
import type { EngineFigures } from '../engine.ts';
import { pace, startPortal } from '../portal.ts';
import { printTable } from '../table.ts';
import { unseenAddresses } from '../unseen.ts';
import { timesAt } from './search.ts';

const SECONDS = 2;
const ADDRESSES = 6000;

/** How time and memory grow with the directory. @param known what the engine was timed at already */
export async function benchGrowth(sizes: number[], known: Map<number, EngineFigures>): Promise<void> {
  const engine = new Map<number, EngineFigures>();
  for (const size of sizes) engine.set(size, known.get(size) ?? (await timesAt(size)));
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)];
  if (small !== large)
    printTable(
      `Engine time (p95) at ${large.toLocaleString('en-US')} organisations, as a multiple of that at ${small.toLocaleString('en-US')}`,
      ['search', 'times'],
      Object.keys(engine.get(small)?.shapes ?? {}).map((shape) => [
        shape,
        (engine.get(large)?.shapes[shape]?.p95 ?? Number.NaN) / (engine.get(small)?.shapes[shape]?.p95 ?? Number.NaN),
      ]),
    );
  const rows: (string | number)[][] = [];
  for (const size of sizes) rows.push([size, ...(await serverAt(size)), engine.get(size)?.firstMs ?? Number.NaN]);
  printTable(
    'The server by size',
    ['organisations', 'MB at start', 'MB under load', 'new pages/s', 'processor ms each', 'p99 ms', 'first search, ms'],
    rows,
  );
}

async function serverAt(size: number): Promise<number[]> {
  const folder = await corpusOf(size);
  const { paths } = await unseenAddresses(folder, ADDRESSES);
  const portal = await startPortal(folder);
  const { megabytes: before } = await portal.usage();
  await portal.warm();
  const { perSecond, p99Ms, cpuMs } = await pace(portal, { paths, seconds: SECONDS, once: true });
  const { megabytes: after } = await portal.usage();
  await portal.stop();
  return [before, after, perSecond, cpuMs, p99Ms];
}
