/**
 * What a page may load, in bytes, gzipped: of the files for script tags, and of what a bundler makes of
 * each entry of the package. `npx size-limit` measures. A change that is worth its bytes raises a limit,
 * in a commit that says why.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';

/** Printed when such a limit is exceeded. */
const PROMISE = 'This limit is a promise to users: it goes down, and never up.';

const {exports} = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Files that are loaded together and share a limit.
 * @param {string} name
 * @param {string[]} names of files in dist/cdn/
 * @param {number} limit
 * @param {string} [message]
 */
function files(name, names, limit, message = '') {
  const paths = names.map((each) => `dist/cdn/${each}.min.js`);
  // Size Limit itself complains only when all of them are missing.
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`${name}: ${missing.join()} is not built`);
  return {
    name,
    path: paths,
    limit: `${limit} B`,
    gzip: true,
    disablePlugins: ['@size-limit/esbuild'],
    message,
  };
}

/**
 * The limit of each file whose path in dist/cdn/ begins like this.
 * @param {string} name
 * @param {string} start
 * @param {number} limit
 * @param {string} [message]
 */
function each(name, start, limit, message) {
  const built = readdirSync('dist/cdn', {recursive: true, encoding: 'utf8'})
    .map((path) => /^(.*)\.min\.js$/.exec(path.replaceAll('\\', '/'))?.[1] ?? '')
    .filter((path) => path.startsWith(start));
  if (built.length === 0) throw new Error(`dist/cdn/ has no file ${start}*.min.js`);
  return built.map((path) => files(`${name}: ${path.slice(start.length)}`, [path], limit, message));
}

/**
 * An entry of the package, bundled and minified for a page, with Lit. What it imports later is left out.
 * @param {string} name
 * @param {string} entry as package.json exports it
 * @param {number} limit
 */
function entry(name, entry, limit) {
  const path = exports[entry].replace('./', '');
  return {
    name: `package: ${name}`,
    path,
    limit: `${limit} B`,
    gzip: true,
    /** @param {import('esbuild').BuildOptions} config */
    modifyEsbuildConfig: (config) => ({
      ...config,
      format: 'esm',
      splitting: true,
      target: 'es2022',
      conditions: ['production'],
      legalComments: 'none',
      logLevel: 'error',
      plugins: [firstOf(path)],
    }),
  };
}

/**
 * Leaves of a bundle's files only the entry and what it imports statically: Size Limit adds up the files
 * that are in the report.
 * @param {string} entry
 * @returns {import('esbuild').Plugin}
 */
function firstOf(entry) {
  const setup = (/** @type {import('esbuild').PluginBuild} */ {onEnd}) =>
    onEnd(({metafile}) => {
      const outputs = metafile?.outputs ?? {};
      const all = Object.keys(outputs);
      const first = new Set(all.filter((path) => outputs[path]?.entryPoint === entry));
      for (const path of first) {
        for (const {path: next, kind} of outputs[path]?.imports ?? []) {
          if (kind === 'import-statement') first.add(next);
        }
      }
      for (const path of all) if (!first.has(path)) delete outputs[path];
    });
  return {name: 'first-files', setup};
}

export default [
  files(
    'drop-in with what all tags share: controller, Lit, context, styles, icons, languages, phone numbers',
    ['call-card-kit', 'call-card-kit-core'],
    44500,
    PROMISE,
  ),
  files('the hub between frames', ['call-card-kit-hub'], 13897),
  files('call-summary', ['call-card-kit-call-summary'], 2665),
  files(
    'national form of numbers, fetched with the first number',
    ['call-card-kit-national-number'],
    9173,
  ),
  ...each('how the countries of a zone write their numbers', 'call-card-kit-zone-', 3433),
  files('call-state-controls', ['call-card-kit-call-state-controls'], 10955),
  files('call-notes', ['call-card-kit-call-notes'], 9195),
  files(
    'crm-entity-panel, with loading, reading and formatting of records',
    ['call-card-kit-record'],
    29100,
  ),
  files('crm-history, with loading and reading of histories', ['call-card-kit-history'], 15030),
  ...each('what the kit says in a language', 'call-card-kit-words/', 5632, PROMISE),
  files('background worker', ['call-card-worker', 'call-card-worker-core'], 13000, PROMISE),
  files('background worker: the hub', ['call-card-worker-hub'], 19969),
  files('background worker: once there is a card', ['call-card-worker-card-service'], 4700),
  entry('everything that it exports, with Lit', '.', 83600),
  entry('all elements, with Lit', './define', 80250),
  entry('background worker', './worker', 15100),
  entry('adapter of b24jssdk', './b24jssdk', 6258),
  entry('adapter of BX24.js', './bx24', 6405),
];
