/**
 * `node test/properties/fuzz.mjs`: every property with many more cases than `npm test` has time for, and the memory that
 * a whole shift leaves. Own is the report; the cases are fast-check's.
 *
 *   node test/properties/fuzz.mjs
 *   node test/properties/fuzz.mjs --only='each of the 20 events' --runs=1000000
 *   node test/properties/fuzz.mjs --only='…' --seed=… --path=…    plays a counterexample again
 */
import {parseArgs} from 'node:util';
import {importForNode} from '../../scripts/lib/test/bundle-for-node.mjs';
import {measureShifts} from '../shift/shift-memory.mjs';

/** @typedef {{runs: number, seed: number, failure: string | undefined}} Report */

const {values: options} = parseArgs({
  options: {
    only: {type: 'string', default: ''},
    runs: {type: 'string'},
    seed: {type: 'string'},
    path: {type: 'string'},
  },
});
// First, while the heap is small, so that small leaks stand out.
const isBounded = options.only !== '' || (await measureShifts());
console.log();
const {allProperties, reportFault, expectNoFault, tally} = await importForNode(
  'test/properties/all-properties.ts',
);
process.on('unhandledRejection', reportFault);
process.on('uncaughtException', reportFault);

const properties = allProperties.filter((/** @type {{name: string}} */ {name}) =>
  name.includes(options.only),
);
const started = performance.now();
let failed = 0;
for (const {name, runs, check} of properties) {
  const began = performance.now();
  /** @type {Report} */
  const report = await check({
    runs: options.runs === undefined ? runs.long : Number(options.runs),
    ...(options.seed === undefined ? {} : {seed: Number(options.seed)}),
    ...(options.path === undefined ? {} : {path: options.path}),
  });
  await new Promise((resolve) => setImmediate(resolve));
  expectNoFault();
  const cells = [String(report.runs).padStart(8), `${seconds(began).padStart(6)} s`, name];
  console.log(`${report.failure === undefined ? '✓' : '✗'} ${cells.join('  ')}`);
  console.log(`${' '.repeat(21)}seed ${report.seed}`);
  if (report.failure === undefined) continue;
  failed += 1;
  console.log(`\n${report.failure}\n`);
}

const counts = Object.entries(tally).map(([name, count]) => `${count} ${name}`);
console.log(`\nIn all: ${counts.join(', ')}.`);
console.log(`${properties.length} properties in ${seconds(started)} s: ${failed} failed.`);
process.exitCode = isBounded && failed === 0 && properties.length > 0 ? 0 : 1;

/** @param {number} since */
function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}
