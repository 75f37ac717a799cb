import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { EngineFigures } from './bench/engine.ts';
import { benchApi } from './bench/parts/api.ts';
import { benchGrowth } from './bench/parts/growth.ts';
import { benchPages } from './bench/parts/pages.ts';
import { benchEngine, benchUnseen } from './bench/parts/search.ts';
import { benchWorkspace } from './bench/parts/workspace.ts';
import { relevance } from './bench/relevance.ts';

/* npm run bench -- [relevance|pages|search|api|growth|workspace …] [--sizes 150,10000] [--full] [--rounds 3] */
const SMALL = '150,10000';
const FULL = '150,10000,100000,1000000';
const PARTS = ['relevance', 'pages', 'search', 'api', 'growth', 'workspace'] as const;
/** The sizes that the comparisons are about. */
const UNSEEN_SIZE = 10_000;
const API_SIZE = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' }, full: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
});
const sizes = (values.sizes ?? (values.full ? FULL : SMALL)).split(',').map(Number);
const rounds = Number(values.rounds);
const unknown = positionals.filter((part) => !(PARTS as readonly string[]).includes(part));
if (unknown.length > 0 || [...sizes, rounds].some((number) => !Number.isInteger(number) || number < 1)) {
  console.error(`npm run bench -- [${PARTS.join('|')} …] [--sizes ${SMALL}] [--full] [--rounds 3]`);
  process.exit(1);
}
const wanted = new Set(positionals.length > 0 ? positionals : PARTS);

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
if (wanted.has('relevance')) console.log(await relevance());
let engine = new Map<number, EngineFigures>();
if (wanted.has('pages')) await benchPages(sizes[0] ?? 150, rounds);
if (wanted.has('search')) {
  engine = await benchEngine(sizes);
  await benchUnseen(UNSEEN_SIZE, rounds);
}
if (wanted.has('api')) await benchApi(API_SIZE, rounds);
if (wanted.has('workspace')) await benchWorkspace(sizes.filter((size) => size >= UNSEEN_SIZE));
if (wanted.has('growth'))
  await benchGrowth(
    sizes.filter((size) => size >= UNSEEN_SIZE),
    engine,
  );
process.exit(0);
