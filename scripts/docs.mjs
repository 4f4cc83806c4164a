/**
 * `npm run docs`: writes the page of the elements, and builds the site of the documentation into
 * dist-docs/. It is made of files alone: a browser shows it from the disk, too.
 */
import {build} from 'esbuild';
import MarkdownIt from 'markdown-it';
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {ELEMENTS_PAGE, elementsPage} from './docs-elements.mjs';
import {LIVE, liveExample} from './docs-live.mjs';
import {docsPages} from './docs-samples.mjs';
import {isMainScript} from './is-main-script.mjs';
import {projectPath} from './project-path.mjs';

/** In the navigation; the others follow. */
const ORDER = ['README', 'start', 'elements', 'recipes', 'two-pages', 'controller', 'registering'];
const SITE = 'dist-docs';

/** Builds the whole site. Returns the names of its pages. */
export async function buildSite() {
  rmSync(projectPath(SITE), {recursive: true, force: true});
  mkdirSync(projectPath(SITE, 'gallery'), {recursive: true});
  const pages = docsPages()
    .map((path) => readPage(path))
    .sort((a, b) => rank(a.name) - rank(b.name));
  for (const page of pages) write(fileOf(page.name), pageHtml(page, pages));
  write('site.css', readFileSync(projectPath('scripts', 'docs.css'), 'utf8'));
  copyFileSync(projectPath('docs', 'demo.png'), projectPath(SITE, 'demo.png'));
  await buildGallery();
  return pages.map(({name}) => fileOf(name));
}

/** The gallery as one ordinary script: browsers load no modules from the disk. */
async function buildGallery() {
  await build({
    entryPoints: [projectPath('demo/gallery/gallery.ts')],
    outfile: projectPath(SITE, 'gallery/gallery.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    tsconfig: projectPath('tsconfig.json'),
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  const page = readFileSync(projectPath('demo/gallery/index.html'), 'utf8');
  const script = /<script type="module" src="\.\/gallery\.ts">/;
  if (!script.test(page)) throw new Error('The gallery has no script that could be replaced.');
  write('gallery/index.html', page.replace(script, '<script defer src="gallery.js">'));
  copyFileSync(projectPath('demo/gallery/gallery.css'), projectPath(SITE, 'gallery/gallery.css'));
}

/** @param {string} path */
function readPage(path) {
  const text = readFileSync(projectPath(path), 'utf8');
  const name = path.replace(/^docs\//, '').replace(/\.md$/, '');
  return {name, text, title: /^# (.*)$/m.exec(text)?.[1] ?? name};
}

/**
 * @param {{name: string, text: string, title: string}} page
 * @param {{name: string, title: string}[]} pages
 */
function pageHtml({name, text, title}, pages) {
  const links = pages.map((each) => {
    const current = each.name === name ? ' aria-current="page"' : '';
    return `<li><a href="${fileOf(each.name)}"${current}>${escape(each.title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${escape(title)}${name === 'README' ? '' : ' · call-card-kit'}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="site.css" />
  </head>
  <body>
    <nav aria-label="Pages"><ul>${links.join('')}</ul></nav>
    <main>${markdown().render(text)}</main>
  </body>
</html>
`;
}

function markdown() {
  // Comments of the sources are what the samples' test reads; nothing else in them is HTML.
  const renderer = new MarkdownIt({html: true});
  const {rules} = renderer.renderer;
  rules['heading_open'] = (tokens, index) => {
    const words = tokens[index + 1]?.content ?? '';
    const id = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-');
    return `<${tokens[index]?.tag ?? 'h2'} id="${id}">`;
  };
  rules['heading_close'] = (tokens, index) => {
    const {tag = 'h2'} = tokens[index] ?? {};
    const element = /^`<([\w-]+)>`$/.exec(tokens[index - 1]?.content ?? '')?.[1] ?? '';
    return `</${tag}>${element in LIVE ? liveExample(element) : ''}`;
  };
  rules['table_open'] = () => '<div class="table" tabindex="0"><table>';
  rules['table_close'] = () => '</table></div>';
  renderer.normalizeLink = (address) => siteAddress(address);
  return renderer;
}

/**
 * What a link of the pages leads to in the site.
 * @param {string} address
 */
export function siteAddress(address) {
  if (/^\w+:/.test(address)) return address;
  return address
    .replace(/^(\.\.\/|docs\/)/, '')
    .replace(/^(.*)\.md(#.*)?$/, (_, name, anchor = '') => fileOf(name) + anchor);
}

/** @param {string} name */
function fileOf(name) {
  return name === 'README' ? 'index.html' : `${name}.html`;
}

/** @param {string} name */
function rank(name) {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  writeFileSync(projectPath(SITE, name), text);
}

if (isMainScript(import.meta.url)) {
  writeFileSync(projectPath(ELEMENTS_PAGE), await elementsPage());
  const pages = await buildSite();
  console.log(`${pages.length} pages in ${SITE}/, beginning with index.html`);
}
