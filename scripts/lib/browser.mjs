import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environmentFor, ROOT } from './prepare.mjs';
import { quietly, Stop, step } from './steps.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A browser for the tests: the one that CHROMIUM_PATH names, a Chromium of the machine, Playwright's own, or the
 * system's package where this user may install one.
 *
 * @param {string} node
 * @returns {Promise<string>} its path
 */
export async function findBrowser(node) {
  const found = process.env.CHROMIUM_PATH || onPath() || (await playwrightsOwn(node));
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    await step('Installing the system’s Chromium', async () => {
      await quietly('apt-get', ['update'], {});
      await quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    });
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Stop(
    'The browser tests need Chromium. Install it (Debian: sudo apt install chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find((file) => existsSync(file));
}

/** @param {string} node */
async function playwrightsOwn(node) {
  const own = () =>
    spawnSync(node, ['-e', "console.log(require('playwright-core').chromium.executablePath())"], {
      cwd: ROOT,
      encoding: 'utf8',
    }).stdout.trim();
  if (existsSync(own())) return own();
  try {
    await step('Fetching a browser for the tests', () =>
      quietly(node, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
        cwd: ROOT,
        env: { ...environmentFor(node), PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      }),
    );
    return existsSync(own()) ? own() : undefined;
  } catch {
    return undefined;
  }
}
