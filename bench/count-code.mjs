/**
 * Counts files, lines, siblings and written tests: `node bench/count-code.mjs [folder of a clone]`. A file
 * of `src/` with data alone (a language, icons) counts as any other.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';

const root = resolve(process.argv[2] ?? '.');
/** So many siblings a folder may have. */
const MOST_SIBLINGS = 14;

/** @param {string} folder @returns {string[]} all files below, by their whole paths */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** @param {string} path */
function linesOf(path) {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** @param {string} name @param {readonly string[]} files */
function report(name, files) {
  const lines = files.map(linesOf);
  const sum = lines.reduce((total, each) => total + each, 0);
  console.log(`${name}: ${files.length} files, median ${median(lines)} lines, ${sum} lines`);
}

/** @param {string} folder @returns {string[]} a line for each folder with too many siblings */
function crowded(folder) {
  const entries = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}) : [];
  const here =
    entries.length > MOST_SIBLINGS ? [`${relative(root, folder)} ${entries.length}`] : [];
  const folders = entries.filter((entry) => entry.isDirectory());
  return [...here, ...folders.flatMap(({name}) => crowded(join(folder, name)))];
}

const source = filesIn(join(root, 'src')).filter((path) => path.endsWith('.ts'));
const isIn = (/** @type {string} */ layer) => (/** @type {string} */ path) =>
  path.startsWith(join(root, 'src', layer, '/'));
const [words, simulator] = ['i18n', 'simulator'].map((layer) => source.filter(isIn(layer)));
report(
  'core (src without simulator and i18n)',
  source.filter((path) => !words?.includes(path) && !simulator?.includes(path)),
);
report('i18n', words ?? []);
report('simulator', simulator ?? []);
report('src', source);
report(
  'scripts and tools',
  ['scripts', 'tools']
    .flatMap((folder) => filesIn(join(root, folder)))
    .filter((path) => path.endsWith('.mjs')),
);
const tests = filesIn(join(root, 'test')).filter((path) => /[.](ts|mjs)$/.test(path));
const written = tests.flatMap((path) => readFileSync(path, 'utf8').match(/^\s*it\(/gm) ?? []);
console.log(`tests written: ${written.length} in ${tests.length} files of test/`);
for (const folder of ['src', 'demo', 'test', 'scripts', 'tools', 'bench', 'docs'])
  for (const line of crowded(join(root, folder)))
    console.log(`more than ${MOST_SIBLINGS} siblings: ${line}`);
