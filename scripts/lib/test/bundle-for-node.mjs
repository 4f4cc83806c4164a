/** Makes one module for Node out of TypeScript that is otherwise for browsers. */
import {build} from 'esbuild';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {projectPath} from '../project-path.mjs';

/**
 * Bundles an entry and imports it. In one file an `import()` costs no task, as little as in a browser
 * that has the module already.
 * @param {string} entry a path in this project
 * @returns {Promise<any>} what the entry exports
 */
export async function importForNode(entry) {
  process.setSourceMapsEnabled(true);
  const outdir = projectPath('node_modules/.cache/call-card-kit');
  const name = entry.replaceAll(/\W+/g, '-');
  await build({
    entryPoints: {[name]: projectPath(entry)},
    outdir,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
}
