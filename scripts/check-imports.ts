import { findImportProblems } from './lib/import-directions.ts';
import { ROOT } from './lib/prepare.mjs';

/* Fails where an import goes the wrong way: the house stays what STYLE says it is. */
const problems = findImportProblems(ROOT);
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? '\nImports run one way.' : `\n${problems.length} import(s) go the wrong way.`);
process.exitCode = problems.length > 0 ? 1 : 0;
