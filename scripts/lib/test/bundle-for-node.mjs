/**
 * Makes one module for Node out of TypeScript that is otherwise for browsers. Own, because a loader such as
 * tsx compiles module by module, and gives packages for browsers no stand-in.
 */
import {build} from 'esbuild';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {projectPath} from '../project-path.mjs';

/** What stands for a package in Node. Chai's own bundle names a main file that it does not have. */
const IN_NODE = {
  '@open-wc/testing': projectPath('test/support/node/testing.ts'),
  '@esm-bundle/chai': fileURLToPath(import.meta.resolve('@esm-bundle/chai/esm/chai.js')),
};

/**
 * Bundles an entry and imports it.
 * @param {string} entry a path in this project
 * @returns {Promise<any>} what the entry exports
 */
export async function importForNode(entry) {
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(await bundleForNode([entry], entry.replaceAll(/\W+/g, '-'))).href);
}

/**
 * In one file an `import()` costs no task, as little as in a browser that has the module already.
 * @param {readonly string[]} paths in this project; what they export is exported
 * @param {string} [name] of the bundle
 * @param {string} [outdir]
 * @returns {Promise<string>} the path of the bundle
 */
export async function bundleForNode(
  paths,
  name = 'logic-tests',
  outdir = projectPath('node_modules/.cache/call-card-kit'),
) {
  const outfile = join(outdir, `${name}.mjs`);
  await build({
    stdin: {
      contents: paths.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: projectPath('.'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: IN_NODE,
    // Each module runs, whatever `sideEffects` of package.json says to bundlers.
    ignoreAnnotations: true,
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return outfile;
}
