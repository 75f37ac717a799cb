/*
 * npm start: everything from a fresh clone to a running portal. npm run dev (--dev): the same with live reload.
 * Each thing that is done already is skipped, so a second start takes a moment.
 */
import { join } from 'node:path';
import { alone } from './lib/lock.mjs';
import { build, environmentFor, install, pickNode, ROOT } from './lib/prepare.mjs';
import { loudly, Stop } from './lib/steps.mjs';

const isDev = process.argv.includes('--dev');

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  let node = process.execPath;
  await alone(ROOT, async () => {
    await install();
    node = pickNode();
    const status = await loudly(node, [join('scripts', 'setup.ts')], { cwd: ROOT, env: environmentFor(node) });
    if (status !== 0) throw new Stop('');
    if (!isDev) await build(node);
  });
  return loudly(node, [join('scripts', isDev ? 'dev.ts' : 'serve.ts')], { cwd: ROOT, env: environmentFor(node) });
}
