/** Compares the built files with their budgets, which are `sizeBudgets` in package.json. */
import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {gzipSync} from 'node:zlib';
import {projectPath} from './project-path.mjs';

/**
 * All files that match one of the patterns share the budget: they are loaded together. With `each`
 * every one of them has it for itself.
 * @typedef {{name: string, files: string[], maxGzipBytes: number, each?: boolean}} Budget
 */

/** @type {{sizeBudgets: Budget[]}} */
const {sizeBudgets} = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
for (const budget of sizeBudgets) {
  const files = budget.files.flatMap(matchingFiles).map((path) => ({path, bytes: gzipBytes(path)}));
  const sizes = files.map(({bytes}) => bytes);
  const total = budget.each ? Math.max(0, ...sizes) : sizes.reduce((sum, bytes) => sum + bytes, 0);
  const problem =
    files.length === 0
      ? `no file matches ${budget.files.join(', ')}`
      : total > budget.maxGzipBytes
        ? `${total - budget.maxGzipBytes} bytes too many`
        : undefined;
  console.log(`${problem ? '✗' : '✓'} ${budget.name}${problem ? `: ${problem}` : ''}`);
  const listed = budget.each ? files.filter(({bytes}) => bytes === total) : files;
  for (const {path, bytes} of listed) console.log(`  ${column(bytes)}  ${path}`);
  console.log(`  ${column(total)}  of ${budget.maxGzipBytes} bytes, gzipped`);
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
function gzipBytes(path) {
  return gzipSync(readFileSync(projectPath(path)), {level: 9}).length;
}

/** @param {number} bytes */
function column(bytes) {
  return String(bytes).padStart(7);
}
