/** A copy of the examples with the packed package beside them, as an app's developer would have it. */
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs';
import {basename, delimiter, join} from 'node:path';
import {ensureInstalled} from '../../../scripts/lib/ensure-installed.mjs';
import {projectPath} from '../../../scripts/lib/project-path.mjs';
import {installPacked} from './packed.mjs';

const EXAMPLES = projectPath('examples');
const MODULES = join(EXAMPLES, 'node_modules');
/** What an example is built into, and what npm makes. */
const MADE = ['node_modules', 'dist', 'out', 'kit'];

/** Installs what the examples need, and copies them; the test that calls it removes the copy by `remove`. */
export async function copyExamples() {
  const {ok, output} = await ensureInstalled(EXAMPLES);
  if (!ok) throw new Error(output);
  const app = installPacked(MODULES);
  linkDependencies(app.folder);
  cpSync(EXAMPLES, app.root, {
    recursive: true,
    filter: (path) => path === EXAMPLES || !MADE.includes(basename(path)),
  });
  return app;
}

/**
 * Gives the package what it depends on, which the examples do not install.
 * @param {string} folder
 */
function linkDependencies(folder) {
  const {dependencies} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  mkdirSync(join(folder, 'node_modules'));
  // Of `@lit/context` the whole of `@lit`.
  const names = Object.keys(dependencies).map((name) => name.replace(/\/.*/, ''));
  for (const name of new Set(names))
    symlinkSync(projectPath('node_modules', name), join(folder, 'node_modules', name), 'junction');
}

/**
 * Runs a script of an example's package.json, as `npm run` does.
 * @param {string} folder the example's
 * @param {string} name
 * @returns {Promise<{code: number | null, output: string}>}
 */
export function runScript(folder, name) {
  const {scripts} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = [join(MODULES, '.bin'), process.env['PATH']].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(scripts[name], {
      cwd: folder,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: '0'},
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({code, output}));
  });
}
