/** Prints what the browser tests of one engine did, file by file, and counts it. */
import {relative} from 'node:path';
import {lineDiff} from './line-diff.mjs';
import {projectPath} from './project-path.mjs';

/**
 * @typedef {import('@web/test-runner').Reporter} Reporter
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult
 * @typedef {import('@web/test-runner').TestResultError} TestResultError
 * @typedef {{passed: number, failed: number}} Counts
 * @typedef {{name: string, error?: TestResultError}} Failure
 */

/** What a failure is called that belongs to no test. */
const wholeFile = '(the file itself)';

/**
 * @param {string} engine
 * @param {(counts: Counts) => void} tell hears the counts so far after each file
 * @returns {Reporter & {counts: Counts}}
 */
export function testReporter(engine, tell) {
  const counts = {passed: 0, failed: 0};
  /** A page that was given up may still answer later; its file was counted then. */
  const counted = new Set();
  /** @type {Map<string, number>} */
  const begun = new Map();
  const created = performance.now();
  return {
    counts,
    // Of the session itself: the runner's own report would wait for a whole file in all browsers.
    start({sessions}) {
      sessions.on('session-status-updated', (session) => {
        if (session.status === 'INITIALIZING') begun.set(session.id, performance.now());
        if (session.status !== 'FINISHED' || counted.has(session.id)) return;
        counted.add(session.id);
        const {passed, failures} = readResults(session);
        counts.passed += passed;
        counts.failed += failures.length;
        const took = performance.now() - (begun.get(session.id) ?? created);
        console.log(describeFile(engine, session, passed, failures, took));
        tell(counts);
      });
    },
  };
}

/**
 * @param {TestSession} session
 * @returns {{passed: number, failures: Failure[]}}
 */
function readResults(session) {
  const tests = session.testResults ? flatten(session.testResults, []) : [];
  const failures = [
    ...(session.errors ?? []).map((error) => ({name: wholeFile, error})),
    ...(session.logs ?? []).flatMap(([first]) =>
      // The runner's own words for it. A rejection that nobody hears is a mistake like any other.
      String(first).startsWith('An error was thrown in a Promise outside a test')
        ? [{name: wholeFile, error: {message: 'Nobody handled a rejected promise, see the log.'}}]
        : [],
    ),
    ...tests.flatMap(({name, test}) => {
      // Nothing is skipped here, so that a forgotten `.skip` does not pass for a tested thing.
      if (test.skipped) return [{name, error: {message: 'This test is skipped.'}}];
      return test.passed ? [] : [{name, ...(test.error ? {error: test.error} : {})}];
    }),
  ];
  const passed = tests.filter(({test}) => test.passed && !test.skipped).length;
  if (passed + failures.length === 0) {
    failures.push({name: wholeFile, error: {message: 'It contains no test.'}});
  }
  return {passed, failures};
}

/**
 * @param {TestSuiteResult} suite
 * @param {string[]} path the names of the suites around it
 * @returns {{name: string, test: import('@web/test-runner').TestResult}[]}
 */
function flatten(suite, path) {
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((test) => ({name: [...here, test.name].join(' > '), test})),
    ...suite.suites.flatMap((inner) => flatten(inner, here)),
  ];
}

/**
 * @param {string} engine
 * @param {TestSession} session
 * @param {number} passed
 * @param {Failure[]} failures
 * @param {number} took milliseconds, with the time to load the page
 */
function describeFile(engine, session, passed, failures, took) {
  const file = relative(projectPath('.'), session.testFile);
  const counts = [`${passed} passed`, ...(failures.length ? [`${failures.length} failed`] : [])];
  const seconds = `${(took / 1000).toFixed(1)} s`;
  const missing = failures.length > 0 ? (session.request404s ?? []) : [];
  return [
    `${failures.length ? '✗' : '✓'} ${engine.padEnd(8)} ${file}  ${counts.join(', ')}, ${seconds}`,
    ...failures.map((failure) => describeFailure(engine, file, failure)),
    ...missing.map((url) => `    not found by the server: ${url}`),
    ...(session.logs ?? []).map((log) => indent(`browser log: ${log.map(text).join(' ')}`, 4)),
  ].join('\n');
}

/**
 * @param {string} engine
 * @param {string} file
 * @param {Failure} failure
 */
function describeFailure(engine, file, {name, error}) {
  const {message = 'It failed without an error.', stack, expected, actual} = error ?? {};
  const diff =
    typeof expected === 'string' && typeof actual === 'string'
      ? [`- expected  + actual\n${lineDiff(expected, actual)}`]
      : [];
  const heading = error?.name ? `${error.name}: ${message}` : message;
  return [
    '',
    `  ✗ ${name}`,
    `    ${engine}, ${file}`,
    indent([heading, ...diff, ...(stack ? [stack.replace(heading, '').trim()] : [])].join('\n'), 4),
    '',
  ].join('\n');
}

/** @param {unknown} value something that a page has logged */
function text(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * @param {string} lines
 * @param {number} width
 */
function indent(lines, width) {
  return lines.replaceAll(/^(?=.)/gm, ' '.repeat(width));
}
