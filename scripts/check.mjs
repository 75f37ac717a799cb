/* npm run check: types, lint, format, and the directions of imports and the access table. */
import { join } from 'node:path';
import { alone } from './lib/lock.mjs';
import { environmentFor, install, pickNode, ROOT } from './lib/prepare.mjs';
import { loudly, Stop } from './lib/steps.mjs';

const CHECKS = {
  Types: ['astro/bin/astro.mjs', 'check'],
  'Lint and format': ['@biomejs/biome/bin/biome', 'ci', '.'],
  'Format of components': ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', 'src/**/*.astro'],
};

try {
  await alone(ROOT, install);
  const node = pickNode();
  const env = environmentFor(node);
  const failed = [];
  for (const [title, [program = '', ...args]] of Object.entries(CHECKS)) {
    console.log(`\n${title}`);
    if ((await loudly(node, [join('node_modules', program), ...args], { cwd: ROOT, env })) !== 0) failed.push(title);
  }
  for (const script of ['check-imports.ts', 'check-routes.ts']) {
    if ((await loudly(node, [join('scripts', script)], { cwd: ROOT, env })) !== 0) failed.push(script);
  }
  console.log(failed.length > 0 ? `\nTo mend: ${failed.join(', ')}` : '\nAll checks are fine.');
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
