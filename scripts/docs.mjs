/**
 * `npm run docs` serves the documentation's site and follows changes of its pages; with `-- --build` it
 * writes the site to dist-docs/.
 */
import {build as bundle} from 'esbuild';
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {build, createServer} from 'vitepress';
import {projectPath} from './lib/project-path.mjs';

/** Beside the pages: the gallery for the live examples. See `publicDir` in the site's configuration. */
const GALLERY = projectPath('node_modules', '.cache', 'docs-public', 'gallery');

/** Writes the site to dist-docs/. Rejects when a link between the pages leads nowhere. */
export async function buildSite() {
  await buildGallery();
  await build(projectPath('docs'));
}

async function serveSite() {
  await buildGallery();
  const server = await createServer(projectPath('docs'));
  await server.listen();
  server.printUrls();
}

async function buildGallery() {
  mkdirSync(GALLERY, {recursive: true});
  const page = readFileSync(projectPath('demo/gallery/index.html'), 'utf8');
  writeFileSync(`${GALLERY}/index.html`, page.replace('src="./gallery.ts"', 'src="gallery.js"'));
  copyFileSync(projectPath('demo/gallery/gallery.css'), `${GALLERY}/gallery.css`);
  await bundle({
    entryPoints: [projectPath('demo/gallery/gallery.ts')],
    outdir: GALLERY,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: projectPath('tsconfig.json'),
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--build')) await buildSite();
  else await serveSite();
}
