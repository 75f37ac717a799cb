/*
 * What must be there before the portal can start or be tested: packages, a Node that is new enough, a build. Plain
 * JavaScript without dependencies, because it runs before anything is installed, on whatever Node the machine has.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietly, Stop, skipped, step } from './steps.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What package.json asks for under `engines`. */
export const LEAST_NODE = 24;

const INSTALL_STAMP = join(ROOT, 'node_modules', '.plads-install');
const BUILD_STAMP = join(ROOT, 'dist', '.plads-build');
/** Everything that a build is made of. */
const BUILD_SOURCES = [
  'src',
  'public',
  'db/schema',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Installs the packages where the lock file says others than are there. */
export async function install() {
  const wanted = hashOf(['package-lock.json']) + process.platform + process.arch;
  if (stampOf(INSTALL_STAMP) === wanted) return skipped('Packages are installed');
  await step('Installing packages', () =>
    npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
  );
  stamp(INSTALL_STAMP, wanted);
}

/**
 * The Node that runs everything else: the one that runs now, or the one that came with the packages.
 *
 * @returns {string} path of the program
 */
export function pickNode(version = process.versions.node, own = process.execPath, packaged = packagedNode()) {
  if (Number.parseInt(version, 10) >= LEAST_NODE) return own;
  if (packaged) return packaged;
  throw new Stop(
    `Plads needs Node ${LEAST_NODE} or newer. This is Node ${version}, and npm has no Node package for ${process.platform} ${process.arch}.\n` +
      `Install Node ${LEAST_NODE} from https://nodejs.org/ and try again.`,
  );
}

/** Builds where a source is newer than the build. @param {string} node */
export async function build(node) {
  const wanted = hashOf(BUILD_SOURCES);
  if (stampOf(BUILD_STAMP) === wanted) return skipped('The build is up to date');
  rmSync(BUILD_STAMP, { force: true });
  await step('Building', () =>
    quietly(node, [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
      cwd: ROOT,
      env: environmentFor(node),
    }),
  );
  stamp(BUILD_STAMP, wanted);
}

/** The environment in which `node` is the first one that is found, too. @param {string} node */
export function environmentFor(node) {
  return { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter), ASTRO_TELEMETRY_DISABLED: '1' };
}

/** One hash for the content and the names of files and folders. @param {string[]} places relative to the root */
export function hashOf(places, root = ROOT) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesIn(join(root, place))).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesIn(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesIn(join(place, name)));
}

/** Written last, so that an interrupted step is done again. @param {string} file @param {string} content */
function stamp(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** @param {string} file */
function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The npm that started this program, or the one on the path. @param {string[]} args */
function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: ROOT, env: { ...process.env, NODE_ENV: '' } };
  if (own?.endsWith('.js')) return quietly(process.execPath, [own, ...args], options);
  return quietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  });
}

function packagedNode() {
  const file = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}
