/**
 * Writes what a page says of the files for script tags, which are in dist/cdn: their hashes, and its head.
 * Own, because the plugins for integrity write one HTML page and not what a head needs.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectPath} from '../project-path.mjs';

/** All that somebody copies who publishes the kit. */
const FOLDER = projectPath('dist/cdn');

/** What a page with tags runs before it shows a record, beside the entry and the words. */
export const FIRST_PICTURE = ['core', 'record', 'call-summary'].map(
  (part) => `call-card-kit-${part}.min.js`,
);

/** What a worker's page runs before there is a card, beside the entry. */
export const WORKER_START = ['call-card-worker-core.min.js'];

const ENTRY = 'call-card-kit.min.js';
const WORKER = 'call-card-worker.min.js';

/** @typedef {Readonly<Record<string, string>>} Hashes by the files */

/**
 * Writes the hashes of all files, in sri.json, and what the head of a page with tags has, so that the
 * files of its first picture are fetched at once, in head.html. Returns the lines for both pages.
 */
export function writeScriptFiles() {
  const hashes = hashesOfScripts();
  writeFileSync(projectPath('dist/sri.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  const head = headOf(ENTRY, FIRST_PICTURE, hashes);
  writeFileSync(join(FOLDER, 'head.html'), `${head.join('\n')}\n`);
  return [...head, ...headOf(WORKER, WORKER_START, hashes)];
}

/**
 * @param {string} entry
 * @param {readonly string[]} others that are fetched with it
 * @param {Hashes} hashes
 */
function headOf(entry, others, hashes) {
  const attributes = (/** @type {string} */ name) => `crossorigin integrity="${hashes[name]}"`;
  return [
    `<script type="module" src="${entry}" ${attributes(entry)}></script>`,
    ...others.map((name) => `<link rel="modulepreload" href="${name}" ${attributes(name)} />`),
  ];
}

/** @returns {Hashes} */
function hashesOfScripts() {
  const names = readdirSync(FOLDER, {recursive: true})
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.min.js'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, hashOf(name)]));
}

/** @param {string} name */
function hashOf(name) {
  const content = readFileSync(join(FOLDER, name));
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
