/**
 * Runs one check of `npm test` as a process, and tells how it went. Own, because no runner of commands
 * adds up the counts of tests for the last line of `npm test`.
 */
import {createInterface} from 'node:readline';
import {projectPath} from '../project-path.mjs';
import {endGroup} from '../process-group.mjs';
import {spawnInRun} from './test-run.mjs';

/**
 * @typedef {{name: string, passed: number, failed: number, seconds: number, output: string}} Result
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} args of node: a script with its arguments
 * @property {boolean} [live] whether its lines are shown as they come instead of at the end
 */

/** The limits of one check and of the whole run, so that it always ends with a summary. */
const checkLimitMs = 25 * 60_000;
const runLimitMs = 50 * 60_000;
/** What test runners write to keep a line at the bottom of a terminal. */
// eslint-disable-next-line no-control-regex -- the terminal's escape sequences begin with a control character
const terminalCodes = /\x1b\[\d*[A-Za-z]/g;

/**
 * A process that sends counts of its own is counted by them, any other one is one check.
 * @param {Check} check
 * @returns {Promise<Result>}
 */
export async function runCheck({name, args, live = false}) {
  const started = performance.now();
  const child = spawnInRun(process.execPath, args, {
    cwd: projectPath('.'),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({input: stream}).on('line', (line) => {
      if (live) showLive(line);
      else lines.push(line);
    });
  }
  /** @type {{passed: number, failed: number} | undefined} */
  let sent;
  child.on('message', (message) => (sent = /** @type {NonNullable<typeof sent>} */ (message)));

  let timedOut = 0;
  // `performance.now()` counts from the start of the run's process.
  const limitMs = Math.max(1000, Math.min(checkLimitMs, runLimitMs - started));
  const timer = setTimeout(() => {
    timedOut = 1;
    lines.push(`${name} did not end within ${Math.round(limitMs / 1000)} seconds and was ended.`);
    void endGroup(child);
  }, limitMs);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);

  const seconds = (performance.now() - started) / 1000;
  const {passed, failed} = sent ?? {passed: code === 0 ? 1 : 0, failed: 0};
  if (sent && passed + failed === 0) lines.push(`${name}: no test ran (code ${code})`);
  // A process that fails without a failed test has failed as a whole.
  const failures = code === 0 ? failed : Math.max(failed + timedOut, 1);
  return {name, passed, failed: failures, seconds, output: lines.join('\n')};
}

/** @param {string} line */
function showLive(line) {
  const text = line.replaceAll(terminalCodes, '').trimEnd();
  if (text && !/^Running \d+ test files/.test(text)) console.log(text);
}
