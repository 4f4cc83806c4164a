/**
 * Runs `npm ci` when node_modules is not what package-lock.json says. Own, because `npm test` is the first
 * command in a clone, before any package is there.
 */
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectPath} from './project-path.mjs';

/**
 * Installs the packages when they are missing or other than the lock file's.
 * @param {string} [folder] where the lock file is
 * @param {{tellEvery?: number}} [options] how often it reports that it still installs, in milliseconds
 * @returns {Promise<{ok: boolean, output: string}>}
 */
export async function ensureInstalled(folder = projectPath('.'), {tellEvery = 10_000} = {}) {
  if (isInstalled(folder)) return {ok: true, output: ''};
  const count = Object.keys(readLock(join(folder, 'package-lock.json')) ?? {}).length;
  console.log(`Installing ${count} packages of package-lock.json: once, for a minute or two …`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const telling = setInterval(() => console.log(`… still installing, ${seconds()} s`), tellEvery);
  const {ok, output} = await runNpmCi(folder).finally(() => clearInterval(telling));
  if (ok) console.log(`Installed in ${seconds()} s.`);
  return {ok, output: ok ? '' : `npm ci failed\n${output}`};
}

/**
 * Whether node_modules holds every package of the lock file. npm writes down what it has installed
 * in node_modules/.package-lock.json, as its last step; an interrupted install leaves none.
 * @param {string} folder
 */
function isInstalled(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  const present = readLock(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  const same = (/** @type {string} */ path) =>
    present[path]?.version === wanted[path]?.version &&
    present[path]?.integrity === wanted[path]?.integrity;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(
      // Optional packages are for one platform each: only some of them are ever there.
      ([path, entry]) => path === '' || same(path) || (entry.optional && !(path in present)),
    )
  );
}

/**
 * @param {string} path
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}> | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined; // Missing or cut short: it has to be installed again.
  }
}

/**
 * @param {string} folder
 * @returns {Promise<{ok: boolean, output: string}>}
 */
function runNpmCi(folder) {
  // npm's own script, where npm started us, so that the same npm runs and Windows needs no shell.
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, commandArgs] =
    npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm, ...args]] : ['npm', args];
  const options = {
    cwd: folder,
    shell: command === 'npm' && process.platform === 'win32',
    env: {...process.env, PUPPETEER_SKIP_DOWNLOAD: '1'},
    maxBuffer: Infinity,
  };
  return new Promise((resolve) => {
    execFile(command, commandArgs, options, (error, stdout, stderr) => {
      resolve({ok: error === null, output: `${stdout}${stderr}${error?.message ?? ''}`});
    }).stdin?.end();
  });
}
