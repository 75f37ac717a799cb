/*
 * npm test: installs what is missing, a browser included, runs the unit and the browser tests, and ends with the line
 * "N passed, N failed". `npm test -- unit` and `npm test -- e2e` run a part.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { closingLine, countOf } from './lib/count.mjs';
import { alone } from './lib/lock.mjs';
import { build, environmentFor, install, pickNode, ROOT } from './lib/prepare.mjs';
import { loudly, Stop } from './lib/steps.mjs';

const [part, ...more] = process.argv.slice(2);
const counts = [];

try {
  let node = process.execPath;
  await alone(ROOT, async () => {
    await install();
    node = pickNode();
    if (part !== 'unit') await build(node);
  });
  const reports = mkdtempSync(join(tmpdir(), 'plads-tests-'));
  if (part !== 'e2e') counts.push(await unitTests(node, join(reports, 'unit.json')));
  if (part !== 'unit') counts.push(await browserTests(node, join(reports, 'e2e.json'), await findBrowser(node)));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  counts.push({ passed: 0, failed: 1, skipped: 0 });
}
console.log(closingLine(counts));
process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;

/** @param {string} node @param {string} report */
async function unitTests(node, report) {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more];
  return countOf(report, await loudly(node, [vitest, ...args], { cwd: ROOT, env: environmentFor(node) }));
}

/** @param {string} node @param {string} report @param {string} browser */
async function browserTests(node, report, browser) {
  const env = { ...environmentFor(node), CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
  return countOf(report, await loudly(node, [playwright, 'test', ...more], { cwd: ROOT, env }));
}
