/**
 * Counts the files that a request passes: `node bench/count-walks.mjs [folder of a clone]`. The walks are the
 * lists in `docs/architecture.md` under the titles that begin with “From”. Each file of a list must exist, and
 * must be linked to another of its list: one imports the other, or both have the name in backticks on its line.
 */
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, normalize, resolve} from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const FILE = /(?<![\w/.-])[\w-]+(?:\/[\w-]+)*[.]ts\b/g;

/** @typedef {{path: string, names: string[]}} Step */

/** @param {string} path below `src/` */
function read(path) {
  return readFileSync(join(root, 'src', path), 'utf8');
}

/** @param {string} path @returns {Set<string>} the files that it imports, by their paths below `src/` */
function importsOf(path) {
  const specifiers = read(path).matchAll(/(?:from|import\()\s*'([.][^']+)[.]js'/g);
  return new Set([...specifiers].map(([, to = '']) => `${normalize(join(dirname(path), to))}.ts`));
}

/** @param {string} block @returns {Step[]} each file once */
function stepsOf(block) {
  /** @type {Map<string, Step>} */
  const steps = new Map();
  let folder = '';
  for (const line of block.split('\n')) {
    if (/^[\w-]+(\/[\w-]+)*\/$/.test(line)) folder = line;
    const names = [...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    for (const [file] of line.matchAll(FILE)) {
      const path = existsSync(join(root, 'src', folder, file)) ? join(folder, file) : file;
      steps.set(path, {path, names: [...(steps.get(path)?.names ?? []), ...names]});
    }
  }
  return [...steps.values()];
}

/** @param {readonly Step[]} steps @returns {string[]} what is wrong */
function faultsIn(steps) {
  const missing = steps.filter(({path}) => !existsSync(join(root, 'src', path)));
  if (missing.length > 0) return missing.map(({path}) => `${path} does not exist`);
  /** @param {Step} one @param {Step} other */
  const areLinked = (one, other) =>
    importsOf(one.path).has(other.path) ||
    importsOf(other.path).has(one.path) ||
    one.names.some((name) => read(one.path).includes(name) && read(other.path).includes(name));
  return steps
    .filter((step) => !steps.some((other) => other !== step && areLinked(step, other)))
    .map(({path}) => `${path} has no link to another file of its walk`);
}

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
for (const [, title = '', block = ''] of page.matchAll(
  /^## (From .+)\n[^#]*?^```text\n([^]*?)^```/gm,
)) {
  const steps = stepsOf(block);
  console.log(`${title}: ${steps.length} files`);
  for (const fault of faultsIn(steps)) {
    console.log(`  ${fault}`);
    process.exitCode = 1;
  }
}
