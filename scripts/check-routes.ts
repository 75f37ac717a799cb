import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ACCESS } from '#lib/access.ts';
import { ROOT } from './lib/prepare.mjs';

/* Fails where a page has no row in the access table, or a row has no page. */
const pages = join(ROOT, 'src', 'pages');
const routes = readdirSync(pages, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(?:astro|ts)$/.test(entry.name))
  .map((entry) => patternOf(relative(pages, join(entry.parentPath, entry.name))));

const problems = [
  ...routes
    .filter((route) => !(route in ACCESS))
    .map((route) => `${route} is not in the access table (src/lib/access.ts): who may open it?`),
  ...Object.keys(ACCESS)
    .filter((route) => !routes.includes(route))
    .map((route) => `${route} is in the access table, but there is no such page.`),
];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Every route says who may open it.' : '');
process.exitCode = problems.length > 0 ? 1 : 0;

function patternOf(file: string): string {
  const path = `/${file
    .split(sep)
    .join('/')
    .replace(/\.(?:astro|ts)$/, '')}`.replace(/\/index$/, '');
  return path === '' ? '/' : path;
}
