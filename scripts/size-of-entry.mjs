/** What an app's bundler makes of an entry of this package, as far as a page needs it at the start. */
import {build} from 'esbuild';
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {projectPath} from './project-path.mjs';

/**
 * @param {string} entry a name in `exports` of package.json
 * @returns {Promise<Buffer>} the minified code of the entry and of all that it imports at once
 */
export async function bundleEntry(entry) {
  const {exports} = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const path = exports[entry]?.default;
  if (path === undefined) throw new Error(`package.json exports no module as ${entry}`);
  const {outputFiles, metafile} = await build({
    entryPoints: {entry: projectPath(path)},
    absWorkingDir: projectPath('.'),
    outdir: 'bundled',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const names = startingWith('bundled/entry.js', metafile.outputs).map((name) => basename(name));
  const chosen = outputFiles.filter((file) => names.includes(basename(file.path)));
  return Buffer.concat(chosen.map(({contents}) => contents));
}

/**
 * A file with those that it imports statically.
 * @param {string} first
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
function startingWith(first, outputs) {
  const found = new Set([first]);
  for (const name of found) {
    for (const {path, kind} of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement') found.add(path);
    }
  }
  return [...found];
}
