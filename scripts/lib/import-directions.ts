import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/**
 * Which rooms each room of the house may import from, beside itself. A room is the longest of these that a path begins
 * with; `domain/*` stands for the noun, and `queries`, `commands` … for its files.
 */
const MAY_IMPORT: Record<string, string[]> = {
  'src/pages': [
    'src/actions',
    'src/components',
    'src/layouts',
    'src/domain',
    'src/search',
    'src/mail',
    'src/lib',
    'src/i18n',
    'db/schema',
  ],
  'src/actions': ['src/domain', 'src/lib', 'src/i18n'],
  'src/layouts': ['src/components', 'src/lib', 'src/i18n', 'src/styles'],
  'src/components': ['src/components/ui', 'src/layouts', 'src/domain', 'src/search', 'src/lib', 'src/i18n'],
  'src/components/ui': ['src/lib', 'src/i18n'],
  'src/middleware.ts': ['src/domain', 'src/lib', 'src/i18n'],
  'src/env.d.ts': ['src/domain', 'src/lib', 'src/i18n'],
  'src/lib': ['src/domain', 'src/search', 'src/mail', 'src/i18n', 'db'],
  'src/domain': ['src/search', 'src/mail', 'db'],
  'src/search': ['src/domain', 'db'],
  'src/mail': ['src/domain', 'src/i18n', 'db'],
  'src/i18n': [],
  db: [],
  scripts: ['scripts/bench', 'src/domain', 'src/search', 'src/mail', 'src/lib', 'src/i18n', 'db'],
  'scripts/bench': ['scripts', 'src/domain', 'src/search', 'src/mail', 'src/lib', 'src/i18n', 'db', 'tests/fixtures'],
  tests: ['src', 'db', 'scripts'],
};

/** Verbs of one noun are not called by another; an import is many verbs, and every verb writes down its event. */
const CALLS_COMMANDS = new Set(['imports']);
const CALLED_BY_ALL = new Set(['events']);

const SOURCE = /\.(?:ts|mjs|astro)$/;
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** @returns one line for each import that goes the wrong way: where, what, and the rule */
export function findImportProblems(root: string): string[] {
  return ['db', 'src', 'scripts', 'tests']
    .flatMap((folder) => filesIn(join(root, folder)))
    .flatMap((file) => {
      const from = relative(root, file).split(sep).join('/');
      return importsOf(readFileSync(file, 'utf8')).flatMap(({ target, line }) => {
        const to = resolveTarget(from, target);
        const problem = to && ruleBroken(from, to);
        return problem ? [`${from}:${line} imports ${to}: ${problem}`] : [];
      });
    });
}

function importsOf(text: string): { target: string; line: number }[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    target: match[1] ?? match[2] ?? '',
    line: text.slice(0, match.index + match[0].length).split('\n').length,
  }));
}

/** `#domain/slots/rules.ts` and `./rules.ts` as paths from the root; nothing for packages. */
function resolveTarget(from: string, target: string): string | undefined {
  if (target.startsWith('#')) return target.startsWith('#db/') ? target.slice(1) : `src/${target.slice(1)}`;
  if (target.startsWith('.')) return posix.normalize(posix.join(dirname(from), target));
  return undefined;
}

function ruleBroken(from: string, to: string): string | undefined {
  const [home, target] = [roomOf(from), roomOf(to)];
  if (!home || !target) return undefined;
  const allowed = MAY_IMPORT[home] ?? [];
  if (home !== target && !allowed.some((room) => to === room || to.startsWith(`${room}/`)))
    return `${home} may import ${allowed.join(', ') || 'nothing else'}`;
  return commandRuleBroken(from, to);
}

function commandRuleBroken(from: string, to: string): string | undefined {
  const noun = /^src\/domain\/([^/]+)\/(?:[a-z]+-)?commands\.ts$/.exec(to)?.[1];
  if (!noun || CALLED_BY_ALL.has(noun)) return undefined;
  if (from.startsWith('src/search/')) return 'the search reads; it changes no data';
  const own = /^src\/domain\/([^/]+)\//.exec(from)?.[1];
  if (own && own !== noun && !CALLS_COMMANDS.has(own))
    return 'a noun calls another’s queries and rules, never its commands';
  if (/^src\/(?:pages|components|layouts)\//.test(from)) return 'a page changes nothing; an action does';
  return undefined;
}

function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
