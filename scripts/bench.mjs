/* npm run bench: installs and builds what is missing, then measures (scripts/bench.ts). */
import { join } from 'node:path';
import { alone } from './lib/lock.mjs';
import { build, environmentFor, install, pickNode, ROOT } from './lib/prepare.mjs';
import { loudly, Stop } from './lib/steps.mjs';

try {
  let node = process.execPath;
  await alone(ROOT, async () => {
    await install();
    node = pickNode();
    await build(node);
  });
  const args = [join('scripts', 'bench.ts'), ...process.argv.slice(2)];
  process.exitCode = await loudly(node, args, { cwd: ROOT, env: environmentFor(node) });
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
