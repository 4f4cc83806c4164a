/** The pages that are compared, each minified as one would publish it. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {rollup} from 'rollup';
import {projectPath} from '../../scripts/lib/project-path.mjs';
import {FIRST_PICTURE} from '../../scripts/lib/build/script-files.mjs';
import {bundle} from './bundle.mjs';
import {headWith, html} from './page-html.mjs';
import {PROBE} from './stage.mjs';
import {WORKER, WORKER_PAGE} from './worker-page.mjs';

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {string} title
 * @property {string} page the address of its page
 * @property {string} [worker] the address of its page for the background worker, where it has one
 * @property {ReadonlyMap<string, string>} files everything it needs, by address
 */

const TAGS = `<call-card-context>
      <call-summary></call-summary>
      <crm-entity-panel></crm-entity-panel>
      <call-state-controls></call-state-controls>
    </call-card-context>`;

/** In the order in which they are shown; the kit is the first. @type {Record<string, string>} */
const TITLES = {
  kit: 'the kit',
  'by-hand': 'by hand',
  b24jssdk: 'b24jssdk',
  vue: 'Vue, b24jssdk',
};

/** @returns {Promise<readonly Candidate[]>} */
export async function makeCandidates() {
  const others = Object.keys(TITLES).filter((name) => name !== 'kit');
  return [
    await withWorker(
      candidate('kit', await kitFiles('call-card-kit'), 'call-card-kit.min.js', TAGS),
    ),
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
 * With the kit's page for the background worker beside it.
 * @param {Candidate} kit
 * @returns {Promise<Candidate>}
 */
async function withWorker(kit) {
  const worker = at(kit.name, 'worker.html');
  const scripts = [...(await kitFiles(WORKER))].map(
    ([path, code]) => /** @type {const} */ ([at(kit.name, path), code]),
  );
  return {...kit, worker, files: new Map([...kit.files, [worker, WORKER_PAGE], ...scripts])};
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
