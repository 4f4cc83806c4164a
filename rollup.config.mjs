/** What is published: modules for bundlers, and two files for script tags. */
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import nodeResolve from '@rollup/plugin-node-resolve';
import {existsSync, readFileSync} from 'node:fs';
import terser from '@rollup/plugin-terser';
import esbuild, {minify} from 'rollup-plugin-esbuild';
import {entryStandsAlone} from './tools/rollup-entry-stands-alone.mjs';
import {fetchTogether} from './tools/rollup-fetch-together.mjs';
import {htmlPolicy} from './tools/rollup-html-policy.mjs';
import {licences} from './tools/rollup-licences.mjs';

const {exports} = JSON.parse(readFileSync('package.json', 'utf8'));

/** The entries of the package: the sources of what `exports` in package.json names. */
const entries = Object.values(exports)
  .map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
  .filter((path) => path.endsWith('.ts') && existsSync(path));

/** Whose work is in a file, by the modules that it is made of. */
const NOTICES = /** @type {const} */ ([
  [
    /[/]node_modules[/](lit|lit-html|lit-element|@lit)[/]/,
    'Lit: Copyright Google LLC, BSD-3-Clause',
  ],
  [
    /[/]components[/].*[/](history-)?icons[.]/,
    'Icons: Lucide, Copyright Lucide Icons and Contributors, ISC; Feather, Copyright Cole Bemis, MIT',
  ],
  [
    /[/]libphonenumber-js[/]|[/]number-zones[/]/,
    'libphonenumber-js: Copyright Nikolay Kuchumov, MIT',
  ],
]);

/** @param {{readonly moduleIds: readonly string[]}} chunk */
export function banner({moduleIds}) {
  const notices = NOTICES.filter(([ids]) => moduleIds.some((id) => ids.test(id)));
  return `/*! ${['call-card-kit, MIT', ...notices.map(([, notice]) => notice)].join('. ')}. */`;
}

/** @type {import('rollup').RollupOptions} */
const library = {
  input: entries,
  // Whoever uses @lit/localize, too, can configure it once: the kit has a copy of its own.
  external: /^(lit|@lit\/(?!localize)[^/]+|libphonenumber-js)($|\/)/,
  plugins: [nodeResolve(), esbuild({target: 'es2022'})],
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: 'src',
    banner,
    // npm leaves folders of this name out of packages.
    entryFileNames: ({name}) => `${name.replace('node_modules/', 'packages/')}.js`,
  },
};

/** Takes the spaces and comments out of Lit's templates and stylesheets. */
export const templates = minifyLiterals({
  include: 'src/components/**/*.ts',
  failOnError: true,
  // A space between two values, or at the end of a template, may separate words.
  options: {minifyOptions: {conservativeCollapse: true}},
});

/**
 * One minified entry with all that it needs, in its chunks.
 * @param {string} source
 * @param {string} name
 * @param {object} how
 * @param {import('rollup').GetManualChunk} how.chunks by module
 * @param {readonly import('rollup').Plugin[]} how.extra plugins
 * @param {number} how.smallest size of a chunk that nobody asked for by its folder, in bytes
 * @param {string} how.preamble of each file
 * @returns {import('rollup').RollupOptions}
 */
function scriptFile(source, name, {chunks, extra, smallest, preamble}) {
  return {
    input: {[name]: source},
    plugins: [
      nodeResolve(),
      esbuild({target: 'es2022'}),
      templates,
      htmlPolicy(),
      licences,
      entryStandsAlone(),
      ...extra,
      // Shortens the private names, which terser leaves as they are.
      minify({target: 'es2022', legalComments: 'inline'}),
      terser({
        ecma: 2022,
        module: true,
        compress: {passes: 3},
        format: {comments: /^!/, preamble},
      }),
    ],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      sourcemap: true,
      banner,
      entryFileNames: '[name].min.js',
      // The languages are in a folder beside the entry, each in a file of its own.
      chunkFileNames: ({facadeModuleId}) =>
        facadeModuleId?.includes('/src/i18n/languages/') === true
          ? `${name}-words/[name].min.js`
          : `${name}-[name].min.js`,
      manualChunks: chunks,
      onlyExplicitManualChunks: true,
      experimentalMinChunkSize: smallest,
    },
  };
}

/**
 * Which file a module is in: decided by its folder, never by its name. What fits none is with whoever
 * imports it: each element in a file of its own, what they share in further ones.
 */
const CHUNKS = /** @type {const} */ ([
  ['hub', /[/]src[/](hub|model[/]hub)[/]/],
  ['history', /[/]src[/](components[/]crm-history|(crm|model)[/]history)[/]/],
  [
    'record',
    /[/]src[/](components[/](crm-entity-panel|shared[/]record)|crm[/](request|record|format|sharing|cache|actions)|model[/]crm|portal[/]rest)[/]/,
  ],
  [
    'core',
    /[/]src[/](model|portal|startup|controller(?![/]notes[/])|i18n[/]loading|events|components[/](call-card-context|shared))[/]|[/]src[/](crm|i18n)[/][^/]+$|[/]node_modules[/](lit|lit-html|lit-element|@lit[/](reactive-element|context|localize))[/]/,
  ],
]);

/** @param {string} id */
function chunkOf(id) {
  return CHUNKS.find(([, modules]) => modules.test(id))?.[0];
}

/**
 * A worker's page without a card loads three files: the entry, which is a name for all that it imports, that,
 * and the hub.
 * @type {import('rollup').GetManualChunk}
 */
function workerChunkOf(id, {getModuleInfo}) {
  if (isImportedByEntry(id, getModuleInfo)) return 'core';
  // Of what a page starts with, only the prefetching of records is not in a worker's entry.
  if (/[/]src[/]startup[/]/.test(id)) return 'record';
  return CHUNKS.find(([name, modules]) => /hub|record|history/.test(name) && modules.test(id))?.[0];
}

/**
 * @param {string} id
 * @param {import('rollup').GetModuleInfo} getModuleInfo
 * @param {Set<string>} [seen]
 * @returns {boolean}
 */
function isImportedByEntry(id, getModuleInfo, seen = new Set()) {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = getModuleInfo(id);
  if (info === null || info.isEntry) return info !== null;
  return info.importers.some((importer) => isImportedByEntry(importer, getModuleInfo, seen));
}

/**
 * A warning ends the build. Rollup warns of chunks that import each other, for one: an entry that
 * imports its own chunk runs after it, and what the chunk needs of the entry is not there yet.
 * @satisfies {import('rollup').RollupOptions}
 */
const strict = {
  onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
};

export default [
  library,
  scriptFile('src/entries/drop-in.ts', 'call-card-kit', {
    chunks: chunkOf,
    extra: [fetchTogether()],
    smallest: 1000,
    // Compiles a file as a whole, beside the page's own thread, where a browser knows the hint: most
    // functions run before the first picture, and to compile them one by one takes a third of it.
    preamble: '//# allFunctionsCalledOnLoad',
  }),
  scriptFile('src/entries/worker.ts', 'call-card-worker', {
    chunks: workerChunkOf,
    extra: [],
    smallest: 1000,
    // Of its functions few run before there is a card; with the hint the page is ready an eighth later.
    preamble: '',
  }),
].map((options) => ({...options, ...strict}));
