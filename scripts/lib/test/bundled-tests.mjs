/**
 * Serves each test, and the scripts of each page that tests open, as one file instead of some hundred
 * modules: a frame is there several times sooner, in Firefox above all, whose every request is told to
 * the driver. Own, because web-test-runner serves modules one by one.
 */
import {build} from 'esbuild';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {projectPath} from '../project-path.mjs';
import {togetherFolder} from './test-files.mjs';

/**
 * @typedef {import('@web/dev-server-core').Middleware} Middleware
 * @typedef {import('@web/dev-server-core').Plugin} Plugin
 * @typedef {Map<string, string>} Files what is served, by its path
 */

/** Where the bundles are served, which is no folder of the project. */
const folder = '/.bundled';
const testPath = new RegExp(`^/(test|${togetherFolder})/.+[.]test[.]ts$`);
const pagePath = /^\/(test|demo)\/.+\.html$/;
const moduleScript = /(<script type="module" src=")([^"]+\.ts)(")/g;

/** Owns the bundle of the tests that are bundled together. */
const ALL_TESTS = '/tests';

/**
 * What was bundled once is served until the end, and the browser asks for it once.
 * @param {readonly string[]} together paths of tests that are bundled at once: most of their modules are the same
 * @returns {{middleware: Middleware, plugin: Plugin}} the files, past all that looks into served scripts, and
 *   the pages
 */
export function bundledTests(together) {
  const all = Array.from(new Set(together), (path) => `/${path}`);
  /** @type {Map<string, Promise<Files>>} */
  const bundles = new Map();
  /**
   * @param {string} path of a test or a page
   * @param {() => Promise<Files>} make
   */
  const once = (path, make) => {
    const bundle = bundles.get(path) ?? bundleOfRun(path, make);
    bundles.set(path, bundle);
    return bundle;
  };
  return {
    async middleware(context, next) {
      const {path} = context;
      if (testPath.test(path)) {
        const [owner, tests] = all.includes(path) ? [ALL_TESTS, all] : [path, [path]];
        await once(owner, () => bundleTests(owner, tests));
        context.type = 'js';
        context.body = `import {tests} from '${folder}${owner}/tests.js'; await tests['${path}']();`;
        return;
      }
      const owner = ownerOf(path);
      const body = owner && (await bundles.get(owner))?.get(path);
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
        const scripts = [...html.matchAll(moduleScript)].map(([, , source]) => source ?? '');
        if (scripts.length === 0) return undefined;
        const at = (/** @type {string} */ script) => new URL(script, `file://${path}`).pathname;
        await once(path, () => bundlePage(path, scripts.map(at)));
        return html.replaceAll(
          moduleScript,
          (_all, before, script, after) => `${before}${bundledPath(path, at(script))}${after}`,
        );
      },
    },
  };
}

/**
 * What one engine has bundled serves the other ones of the same run.
 * @param {string} path
 * @param {() => Promise<Files>} make
 * @returns {Promise<Files>}
 */
async function bundleOfRun(path, make) {
  const run = process.env['CALL_CARD_KIT_RUN'];
  if (run === undefined) return make();
  const kept = join(run, 'bundles', encodeURIComponent(path));
  const known = await readFile(kept, 'utf8').catch(() => undefined);
  if (known !== undefined) return new Map(JSON.parse(known));
  const files = await make();
  await mkdir(dirname(kept), {recursive: true});
  // Moved to its place, since another engine may look for it at this moment.
  const draft = `${kept}.${process.pid}`;
  await writeFile(draft, JSON.stringify([...files]));
  await rename(draft, kept);
  return files;
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
function bundleTests(owner, tests) {
  const entries = tests.map((path) => `'${path}': () => import('.${path}'),`);
  return bundle({
    stdin: {contents: `export const tests = {${entries.join('')}};`, resolveDir: projectPath('.')},
    outfile: projectPath(`.${folder}${owner}/tests.js`),
    sourcemap: 'linked',
  });
}

/**
 * Modules that several of the scripts import, or that are imported when they are needed, are files of
 * their own: they are loaded once, and not before.
 * @param {string} owner
 * @param {readonly string[]} scripts
 */
function bundlePage(owner, scripts) {
  return bundle({
    entryPoints: scripts.map((path) => projectPath(`.${path}`)),
    splitting: true,
    outbase: projectPath('.'),
    outdir: projectPath(`.${folder}${owner}`),
    chunkNames: 'parts/[name]-[hash]',
  });
}

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Files>}
 */
async function bundle(options) {
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
  const root = dirname(projectPath('package.json'));
  return new Map(outputFiles.map(({path, text}) => [path.slice(root.length), text]));
}

/**
 * @param {string} owner
 * @param {string} script
 */
function bundledPath(owner, script) {
  return `${folder}${owner}${script.replace(/\.ts$/, '.js')}`;
}

/** @param {string} path of a bundle's file */
function ownerOf(path) {
  return /^\/\.bundled(\/tests|\/.+?\.(?:html|test\.ts))\//.exec(path)?.[1];
}
