/** The pages that are compared, each minified as one would publish it. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {rollup} from 'rollup';
import {projectPath} from '../../scripts/lib/project-path.mjs';
import {FIRST_PICTURE} from '../../scripts/lib/build/script-files.mjs';
import {bundle} from './bundle.mjs';
import {PROBE} from './stage.mjs';

/**
 * @typedef {{name: string, title: string, page: string, files: ReadonlyMap<string, string>}} Candidate
 * `page`: the address of its page; `files`: everything it needs, by address
 */

const TAGS = `<call-card-context>
      <call-summary></call-summary>
      <crm-entity-panel></crm-entity-panel>
      <call-state-controls></call-state-controls>
    </call-card-context>`;

/** In the order in which they are shown; the kit is the first. @type {Record<string, string>} */
export const TITLES = {
  kit: 'the kit',
  'by-hand': 'by hand',
  b24jssdk: 'b24jssdk',
  vue: 'Vue, b24jssdk',
};

/** @returns {Promise<readonly Candidate[]>} */
export async function makeCandidates() {
  return candidatesWith(await kitFiles('call-card-kit'));
}

/** @param {ReadonlyMap<string, string>} kit its files, by their names in dist/cdn/ */
export async function candidatesWith(kit) {
  const others = Object.keys(TITLES).filter((name) => name !== 'kit');
  return [
    candidate('kit', kit, 'call-card-kit.min.js', TAGS),
    ...(await Promise.all(
      others.map(async (name) => {
        const files = new Map([['app.js', await bundle(`bench/rivals/${name}.ts`)]]);
        return candidate(name, files, 'app.js', '');
      }),
    )),
  ];
}

/** A folder with files that are built already: BENCH_DIST=dist/cdn. */
const BUILT = process.env['BENCH_DIST'];

/**
 * The files for script tags with this name, built from the sources as for publishing.
 * @param {string} name
 * @returns {Promise<ReadonlyMap<string, string>>} by their names in dist/cdn/
 */
export async function kitFiles(name) {
  if (BUILT !== undefined) return builtFiles(projectPath(BUILT), name);
  const {default: configs} = await import('../../rollup.config.mjs');
  const config = configs.find(({input}) => typeof input === 'object' && name in input);
  if (config === undefined) throw new Error(`rollup.config.mjs builds no ${name}`);
  const built = await rollup({...config, onwarn: () => undefined});
  try {
    const {output} = await built.generate({...[config.output].flat()[0], sourcemap: false});
    return new Map(
      output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
    );
  } finally {
    await built.close();
  }
}

/**
 * @param {string} folder
 * @param {string} name
 */
function builtFiles(folder, name) {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  const scripts = paths.filter((path) => path.startsWith(name) && path.endsWith('.js'));
  return new Map(scripts.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/**
 * @param {string} name
 * @param {ReadonlyMap<string, string>} scripts by their paths beside the page
 * @param {string} entry
 * @param {string} body
 * @returns {Candidate}
 */
function candidate(name, scripts, entry, body) {
  // The kit's elements bring their own looks.
  const css = name === 'kit' ? 'body { margin: 0; }' : styleSheet();
  const files = [...scripts].map(([path, code]) => /** @type {const} */ ([at(name, path), code]));
  const page = at(name, 'page.html');
  return {
    name,
    title: TITLES[name] ?? name,
    page,
    files: new Map([
      [page, html(headWith(entry, name === 'kit' ? FIRST_PICTURE : []), css, watched(body))],
      ...files,
    ]),
  };
}

/**
 * A script tag, and the files that are fetched with it, as `npm run build` prints them.
 * @param {string} entry
 * @param {readonly string[]} early
 */
export function headWith(entry, early) {
  const links = early.map((path) => `<link rel="modulepreload" href="${path}" />`);
  return [`<script type="module" src="${entry}"></script>`, ...links].join('\n    ');
}

/**
 * @param {string} name
 * @param {string} path
 */
function at(name, path) {
  return `/apps/${name}/${path}`;
}

/**
 * With what looks at the page; it comes from the portal, so that it is not counted.
 * @param {string} body
 */
function watched(body) {
  return `<script src="${PROBE}"></script>
    ${body}`;
}

function styleSheet() {
  return readFileSync(projectPath('bench/rivals/widget.css'), 'utf8');
}

/**
 * @param {string} head
 * @param {string} css
 * @param {string} body
 */
export function html(head, css, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Client</title>
    <link rel="icon" href="data:," />
    ${head}
    <style>${css}</style>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
