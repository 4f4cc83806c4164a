/**
 * Writes the summary at the end of `npm test`: a table, summary.json for `.ci/run`, and the last line. Own,
 * because CI reads that form.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {projectPath} from '../project-path.mjs';

/** @typedef {import('./check.mjs').Result} Result */

const folder = projectPath('node_modules/.cache/call-card-kit');

/**
 * Prints the table and the last line.
 * @param {Result[]} results
 * @param {string[]} notes what did not run, and why
 * @returns {boolean} whether all went well
 */
export function summarize(results, notes) {
  const passed = results.reduce((total, result) => total + result.passed, 0);
  const failed = results.reduce((total, result) => total + result.failed, 0);
  const line = `${passed} passed, ${failed} failed`;
  const rows = results.map((each) => [
    each.name,
    each.passed,
    each.failed,
    each.seconds.toFixed(1),
  ]);
  console.log(`\n${[['phase', 'passed', 'failed', 'seconds'], ...rows].map(row).join('\n')}`);
  for (const note of notes) console.log(`not run: ${note}`);
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}/summary.json`, JSON.stringify({line, passed, failed, results}, null, 2));
  console.log(`\n${line}`);
  return failed === 0 && passed > 0;
}

/** @param {(string | number)[]} cells */
function row([name, ...numbers]) {
  return `${name}`.padEnd(10) + numbers.map((cell) => `${cell}`.padStart(9)).join('');
}
