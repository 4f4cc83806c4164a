/**
 * Serves each test, and the scripts of each page that tests open, as one file instead of some hundred
 * modules: a frame is there several times sooner, in Firefox above all, whose every request is told to
 * the driver. Own, because web-test-runner serves modules one by one.
 */
import {build} from 'esbuild';
import {projectPath} from '../project-path.mjs';
import {togetherFolder} from './test-files.mjs';

/**
 * @typedef {import('@web/dev-server-core').Middleware} Middleware
 * @typedef {import('@web/dev-server-core').Plugin} Plugin
 * @typedef {import('esbuild').BuildOptions} BuildOptions
 */

/** Where the bundles are served, which is no folder of the project. */
const folder = '/.bundled';
const testPath = new RegExp(`^/(test|${togetherFolder})/.+[.]test[.]ts$`);
const pagePath = /^\/(test|demo)\/.+\.html$/;
const moduleScript = /(<script type="module" src=")([^"]+\.ts)(")/g;

/**
 * What was bundled once is served until the end, and the browser asks for it once.
 * @param {readonly string[]} together paths of tests that are bundled at once: most of their modules are the same
 * @returns {{middleware: Middleware, plugin: Plugin}} of the files, and of the pages that name them
 */
export function bundledTests(together) {
  const all = together.map((path) => `/${path}`);
  /** @type {Map<string, Promise<void>>} */
  const bundles = new Map();
  /** @type {Map<string, string>} */
  const files = new Map();
  const once = (/** @type {string} */ owner, /** @type {BuildOptions} */ options) => {
    const made = bundles.get(owner) ?? bundle(options, files);
    bundles.set(owner, made);
    return made;
  };
  return {
    async middleware(context, next) {
      const {path} = context;
      if (testPath.test(path)) {
        const [owner, tests] = all.includes(path) ? ['/tests', all] : [path, [path]];
        await once(owner, ofTests(owner, tests));
        context.type = 'js';
        context.body = `import {tests} from '${folder}${owner}/tests.js'; await tests['${path}']();`;
        return;
      }
      const body = files.get(path);
      if (body === undefined) return next();
      context.type = path.endsWith('.map') ? 'json' : 'js';
      context.set('Cache-Control', 'max-age=3600, immutable');
      context.body = body;
    },
    plugin: {
      name: 'bundled-tests',
      async transform(context) {
        const {path} = context;
        if (!pagePath.test(path)) return undefined;
        const html = String(context.body);
        const at = (script = '') => new URL(script, `file://${path}`).pathname;
        const scripts = [...html.matchAll(moduleScript)].map(([, , script]) => at(script));
        if (scripts.length === 0) return undefined;
        await once(path, ofPage(path, scripts));
        return html.replaceAll(
          moduleScript,
          (_all, before, script, after) =>
            `${before}${folder}${path}${at(script).replace(/ts$/, 'js')}${after}`,
        );
      },
    },
  };
}

/**
 * A language stays a file by itself, with nothing in it but text: tests ask which of them were loaded.
 * @type {import('esbuild').Plugin}
 */
const languagesByThemselves = {
  name: 'languages-by-themselves',
  setup({onResolve}) {
    onResolve({filter: /^\.\.\/languages\/\w+\.js$/}, ({kind, path}) =>
      kind === 'dynamic-import'
        ? {path: path.replace('..', '/src/i18n').replace(/js$/, 'ts'), external: true}
        : null,
    );
  },
};

/**
 * One file for all, in which the modules of a test run when it is asked for: a part which the kit fetches when
 * it is needed takes no time of the network.
 * @param {string} owner
 * @param {readonly string[]} tests
 */
function ofTests(owner, tests) {
  const entries = tests.map((path) => `'${path}': () => import('.${path}'),`);
  return {
    stdin: {contents: `export const tests = {${entries.join('')}};`, resolveDir: projectPath('.')},
    outfile: projectPath(`.${folder}${owner}/tests.js`),
    sourcemap: /** @type {const} */ ('linked'),
  };
}

/**
 * Modules that several of the scripts import, or that are imported when they are needed, are files of
 * their own: they are loaded once, and not before.
 * @param {string} owner
 * @param {readonly string[]} scripts
 */
function ofPage(owner, scripts) {
  return {
    entryPoints: scripts.map((path) => projectPath(`.${path}`)),
    splitting: true,
    outbase: projectPath('.'),
    outdir: projectPath(`.${folder}${owner}`),
    chunkNames: 'parts/[name]-[hash]',
  };
}

/**
 * @param {BuildOptions} options
 * @param {Map<string, string>} files gets what is made, by the path where it is served
 */
async function bundle(options, files) {
  const {outputFiles = []} = await build({
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // As modules one by one: each runs, whatever `sideEffects` of package.json says to bundlers.
    ignoreAnnotations: true,
    conditions: ['development', 'browser'],
    // Packages written for bundlers ask for this name, which browsers don't have.
    define: {'process.env.NODE_ENV': '"development"'},
    plugins: [languagesByThemselves],
    sourcesContent: false,
    logLevel: 'error',
    ...options,
  });
  for (const {path, text} of outputFiles) files.set(path.slice(projectPath('.').length), text);
}
