/**
 * Compares what was built with the budgets, which are `sizeBudgets` in package.json.
 *
 *   npm run size
 *   npm run size -- --update    sets every budget to the size of today and 2 %
 *
 * A budget with `"hard": true` is a promise: an update may lower it and never raises it.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {posix} from 'node:path';
import {gzipSync} from 'node:zlib';
import {isMainScript} from './is-main-script.mjs';
import {projectPath} from './project-path.mjs';
import {bundleEntry} from './size-of-entry.mjs';

/**
 * All files that match one of the patterns share the budget: they are loaded together. With `each`
 * every one of them has it for itself. With `entry` it is what a bundler makes of that entry of the
 * package for the start of a page: minified, with Lit, without what is loaded later.
 * @typedef {object} Budget
 * @property {string} name
 * @property {string[]} [files]
 * @property {string} [entry]
 * @property {number} maxGzipBytes
 * @property {boolean} [each]
 * @property {boolean} [hard]
 *
 * @typedef {{what: string, bytes: number}} Part
 */

/** What the budgets leave to what is added by and by. */
const ROOM = 1.02;

/**
 * The budget that today's size gives.
 * @param {Budget} budget
 * @param {number} bytes
 */
export function updatedLimit({maxGzipBytes, hard = false}, bytes) {
  const wanted = Math.ceil(bytes * ROOM);
  return hard ? Math.min(maxGzipBytes, wanted) : wanted;
}

/** @param {Budget} budget */
async function measure({files = [], entry, each = false}) {
  /** @type {Part[]} */
  const parts = entry
    ? [{what: `call-card-kit${entry.slice(1)}`, bytes: gzipBytes(await bundleEntry(entry))}]
    : files.flatMap(matchingFiles).map((path) => ({path, what: path, bytes: fileBytes(path)}));
  const sizes = parts.map(({bytes}) => bytes);
  const total = each ? Math.max(0, ...sizes) : sizes.reduce((sum, bytes) => sum + bytes, 0);
  return {parts: each ? parts.filter(({bytes}) => bytes === total) : parts, total};
}

async function main() {
  const packagePath = projectPath('package.json');
  const content = JSON.parse(readFileSync(packagePath, 'utf8'));
  const isUpdate = process.argv.includes('--update');
  for (const budget of /** @type {Budget[]} */ (content.sizeBudgets)) {
    const {parts, total} = await measure(budget);
    if (isUpdate && parts.length > 0) budget.maxGzipBytes = updatedLimit(budget, total);
    report(budget, parts, total);
  }
  if (isUpdate) writeFileSync(packagePath, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * @param {Budget} budget
 * @param {Part[]} parts
 * @param {number} total
 */
function report({name, files = [], maxGzipBytes}, parts, total) {
  const problem =
    parts.length === 0
      ? `no file matches ${files.join(', ')}`
      : total > maxGzipBytes
        ? `${total - maxGzipBytes} bytes too many`
        : undefined;
  console.log(`${problem ? '✗' : '✓'} ${name}${problem ? `: ${problem}` : ''}`);
  for (const {what, bytes} of parts) console.log(`  ${column(bytes)}  ${what}`);
  console.log(`  ${column(total)}  of ${maxGzipBytes} bytes, gzipped`);
  if (problem) process.exitCode = 1;
}

/** @param {string} pattern a path whose last part may contain `*` */
function matchingFiles(pattern) {
  const folder = posix.dirname(pattern);
  const parts = posix.basename(pattern).split('*');
  const name = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.*')}$`);
  return filesIn(folder).flatMap((file) => (name.test(file) ? [posix.join(folder, file)] : []));
}

/** @param {string} folder */
function filesIn(folder) {
  try {
    return readdirSync(projectPath(folder));
  } catch {
    return []; // Nothing is built yet, which is reported as a budget without files.
  }
}

/** @param {string} path */
function fileBytes(path) {
  return gzipBytes(readFileSync(projectPath(path)));
}

/** @param {import('node:zlib').InputType} content */
function gzipBytes(content) {
  return gzipSync(content, {level: 9}).length;
}

/** @param {number} bytes */
function column(bytes) {
  return String(bytes).padStart(7);
}

if (isMainScript(import.meta.url)) await main();
