/** The gallery in bundled files, for the live examples of the docs and for the tests of its pictures. */
import {build} from 'esbuild';
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {projectPath} from '../project-path.mjs';

/**
 * @param {readonly string[]} [modules] of demo/gallery/ that are imported by their names, beside the page's own
 * @returns {Promise<Map<string, string>>} the files' contents by their names
 */
export async function galleryFiles(modules = []) {
  const {outputFiles} = await build({
    entryPoints: ['gallery', ...modules].map((name) => projectPath(`demo/gallery/${name}.ts`)),
    outdir: projectPath('dist-docs'),
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: projectPath('tsconfig.json'),
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  const read = (/** @type {string} */ name) =>
    readFileSync(projectPath('demo/gallery', name), 'utf8');
  return new Map([
    ...outputFiles.map(({path, text}) => /** @type {const} */ ([basename(path), text])),
    ['gallery.css', read('gallery.css')],
    ['index.html', read('index.html').replace('src="./gallery.ts"', 'src="gallery.js"')],
  ]);
}
