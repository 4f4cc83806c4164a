/**
 * `npm run docs` serves the documentation's site and follows changes of its pages; with `-- --build` it
 * writes the site to dist-docs/. VitePress makes the pages; own is the gallery for the live examples.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {build, createServer} from 'vitepress';
import {galleryFiles} from './lib/docs/gallery-files.mjs';
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
  for (const [name, text] of await galleryFiles()) writeFileSync(`${GALLERY}/${name}`, text);
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--build')) await buildSite();
  else await serveSite();
}
