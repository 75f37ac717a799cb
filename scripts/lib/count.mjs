import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * How many tests a runner's report tells of. A runner that wrote none, or that failed without a failed test, counts as
 * one failure: silence is no success.
 *
 * @param {string} file the JSON report of Vitest or of Playwright
 * @param {number} status the runner's exit status
 * @returns {Count}
 */
export function countOf(file, status) {
  const count = existsSync(file)
    ? readReport(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const silent = count.passed + count.failed === 0 || (status !== 0 && count.failed === 0);
  return silent ? { ...count, failed: count.failed + 1 } : count;
}

/** @param {any} report @returns {Count} */
function readReport(report) {
  if (report.stats)
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Count[]} counts */
export function closingLine(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
