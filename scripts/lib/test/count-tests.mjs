/**
 * A reporter that counts the browser tests of one engine and prints a line for each file. Own, because the
 * runner's reporters count nothing and let pass what fails here: a skipped test, an unhandled rejection,
 * a file without tests. The runner's reporter prints errors and logs.
 */
import {relative} from 'node:path';
import {projectPath} from '../project-path.mjs';

/**
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult
 * @typedef {import('@web/test-runner').TestResult} TestResult
 * @typedef {{passed: number, failed: number}} Counts
 */

/** How the runner logs an unhandled rejection. */
const REJECTION = 'An error was thrown in a Promise outside a test';

/**
 * @param {string} engine
 * @param {(counts: Counts) => void} tell called with the counts so far after each file
 * @returns {import('@web/test-runner').Reporter & {counts: Counts}}
 */
export function countTests(engine, tell) {
  const counts = {passed: 0, failed: 0};
  /** Ids of counted pages: one that timed out may still finish later. */
  const counted = new Set();
  /** @type {Map<string, number>} */
  const begun = new Map();
  return {
    counts,
    start({sessions}) {
      sessions.on('session-status-updated', (session) => {
        const {id, status, testFile} = session;
        if (status === 'INITIALIZING') begun.set(id, performance.now());
        if (status !== 'FINISHED' || counted.has(id)) return;
        counted.add(id);
        const {passed, failed, notes} = count(session);
        counts.passed += passed;
        counts.failed += failed;
        const seconds = (performance.now() - (begun.get(id) ?? 0)) / 1000;
        const file = `${engine.padEnd(8)} ${relative(projectPath('.'), testFile)}`;
        const result = `${passed} passed${failed ? `, ${failed} failed` : ''}`;
        console.log(`${failed ? '✗' : '✓'} ${file}  ${result}, ${seconds.toFixed(1)} s`);
        for (const note of notes) console.log(`    ${note}`);
        tell(counts);
      });
    },
  };
}

/** @param {TestSession} session */
function count({errors = [], logs = [], testResults}) {
  const tests = testResults ? testsIn(testResults) : [];
  const skipped = tests.filter((test) => test.skipped);
  const rejections = logs.filter(([first]) => String(first).startsWith(REJECTION));
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const isEmpty = tests.length + errors.length === 0;
  return {
    passed,
    failed: tests.length - passed + errors.length + rejections.length + (isEmpty ? 1 : 0),
    notes: [
      ...skipped.map(({name}) => `“${name}” is skipped, and a skipped test counts as failed`),
      ...rejections.map(() => 'a rejection was not handled, see the log'),
      ...(isEmpty ? ['the file contains no test'] : []),
    ],
  };
}

/**
 * @param {TestSuiteResult} suite
 * @returns {TestResult[]}
 */
function testsIn({tests, suites}) {
  return [...tests, ...suites.flatMap(testsIn)];
}
