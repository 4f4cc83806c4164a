/**
 * `npm test`: installs what is missing, runs every check and every test in every browser engine. Own,
 * because it starts before any package is there, and adds up all tests in its last line.
 *
 *   npm test
 *   npm test -- --only=browser --engine=chromium --files='test/model/**'
 *   npm test -- --only=lint,types
 */
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {describeBrowsers, howToGetBrowsers, provideBrowsers} from './lib/browsers/browsers.mjs';
import {runCheck} from './lib/test/check.mjs';
import {ensureInstalled} from './lib/ensure-installed.mjs';
import {engineNames} from './lib/browsers/find-browsers.mjs';
import {summarize} from './lib/test/summary.mjs';
import {endRun} from './lib/test/test-run.mjs';

/**
 * @typedef {import('./lib/test/check.mjs').Check} Check
 * @typedef {import('./lib/test/check.mjs').Result} Result
 */

/** Made before all else: some checks and some pages of the browser tests look at `dist/`. */
const build = {name: 'build', args: ['scripts/build.mjs']};

/** Checks that don't need a browser: the quickest to find a mistake come first. */
const staticChecks = /** @satisfies {Check[]} */ ([
  {name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']},
  {name: 'lint', args: ['node_modules/oxlint/bin/oxlint']},
  {
    name: 'layers',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'demo'],
  },
  {name: 'types', args: ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.browser.json']},
  {name: 'types', args: ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.node.json']},
  {name: 'size', args: ['node_modules/size-limit/bin.js']},
  {name: 'unused', args: ['node_modules/knip/bin/knip.js', '--no-progress']},
  {name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.']},
  {name: 'logic', args: ['scripts/lib/test/logic-tests.mjs']},
  {name: 'tooling', args: ['--import', 'tsx', 'scripts/lib/test/node-tests.mjs']},
  {name: 'package', args: ['scripts/lib/test/node-tests.mjs', 'built']},
]);

const {values: options} = parseArgs({
  options: {
    engine: {type: 'string', default: engineNames.join()},
    files: {type: 'string'},
    only: {type: 'string', default: 'static,browser'},
  },
});
const engines = engineNames.filter((name) => options.engine.split(',').includes(name));
const only = options.only.split(',');

/** @type {Result[]} */
const results = [];
/** @type {string[]} */
const notes = [];
try {
  if (await install()) await runAll(await prepareBrowsers());
} finally {
  await endRun();
}
process.exitCode = summarize(results, notes) ? 0 : 1;

async function install() {
  const {ok, output} = await phase('install', () => ensureInstalled());
  if (!ok) console.log(output);
  return ok;
}

async function prepareBrowsers() {
  if (!only.includes('browser')) return [];
  const {found} = await phase('browsers', async () => {
    const browsers = await provideBrowsers(engines);
    // On a machine of one's own some engine may be missing. CI is where all of them have to pass.
    const isCI = process.env['CI'] === 'true';
    const required = isCI ? engines.length : 1;
    const tooFew = isCI ? 'With CI=true every engine is needed.' : 'No browser was found.';
    const ok = browsers.found.length >= required;
    console.log(describeBrowsers(browsers));
    if (!ok) console.log(`${browsers.output}\n${tooFew} ${howToGetBrowsers}`);
    notes.push(...browsers.missing.map(({name, reason}) => `${name}, ${reason}`));
    return {ok, found: browsers.found};
  });
  return found.map(({name}) => name);
}

/**
 * Checks and engines side by side. The last engine takes a place from the start: the other two are left
 * for the end, so that they end together.
 * @param {string[]} engines
 */
async function runAll(engines) {
  const run = async (/** @type {Check} */ check) => report(await runCheck(check));
  if (isWanted(build)) await run(build);
  const [begin, end] = [engines.slice(-1), engines.slice(0, -1)];
  const checks = staticChecks.filter(isWanted);
  const queue = [...begin.map(browserTests), ...checks, ...end.map(browserTests)];
  const runQueue = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) await run(check);
  };
  // One more than the machine has processors: the tests of a browser wait for half of their time.
  await Promise.all(Array.from({length: availableParallelism() + 1}, runQueue));
}

/** @param {Check} check */
function isWanted({name}) {
  return only.includes('static') || only.includes(name);
}

/**
 * @param {string} engine
 * @returns {Check}
 */
function browserTests(engine) {
  const files = options.files ? [`--files=${options.files}`] : [];
  const args = ['scripts/lib/test/browser-tests.mjs', engine, ...files];
  return {name: engine, args, live: true};
}

/**
 * Runs a step of this script as a phase: one check, timed.
 * @template {{ok: boolean}} T
 * @param {string} name
 * @param {() => Promise<T>} step
 */
async function phase(name, step) {
  const started = performance.now();
  const outcome = await step();
  const seconds = (performance.now() - started) / 1000;
  const passed = outcome.ok ? 1 : 0;
  report({name, passed, failed: 1 - passed, seconds, output: ''});
  return outcome;
}

/** @param {Result} result */
function report(result) {
  results.push(result);
  const {name, passed, failed, seconds, output} = result;
  const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : '';
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds.toFixed(1)} s${counts})`);
  if (failed && output) console.log(output);
}
