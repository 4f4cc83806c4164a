/**
 * Builds dist/: modules, the types, what tells editors and frameworks about the elements, and in dist/cdn/ the
 * two files for script tags with all that they load. Own, because three tools make parts of it, and what the
 * manifest and the hashes say comes after them.
 */
import {spawn} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {writeManifestFiles} from './lib/build/package-files.mjs';
import {projectPath} from './lib/project-path.mjs';
import {writeScriptFiles} from './lib/build/script-files.mjs';

rmSync(projectPath('dist'), {recursive: true, force: true});
const built = await Promise.all([
  runTool('rollup/dist/bin/rollup', ['-c', '--silent']),
  runTool('typescript-native/bin/tsc', ['-p', 'tsconfig.build.json']),
  runTool('typescript-native/bin/tsc', ['-p', 'tsconfig.build-node.json']),
]);
process.exitCode = built.every(Boolean) && (await finish()) ? 0 : 1;

/** Adds what is made from the rest. Returns whether nothing is missing. */
async function finish() {
  await writeManifestFiles();
  for (const line of writeScriptFiles()) console.log(line);
  const missing = missingExports();
  for (const path of missing) console.error(`package.json exports ${path}, which was not built`);
  return missing.length === 0;
}

/**
 * @param {string} path of a program, inside node_modules
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it succeeded
 */
function runTool(path, args) {
  const command = projectPath('node_modules', path);
  const child = spawn(process.execPath, [command, ...args], {
    cwd: projectPath('.'),
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

/** The files that package.json promises, with the types beside them, and the build has not made. */
function missingExports() {
  const {exports} = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  return /** @type {string[]} */ (Object.values(exports))
    .flatMap((path) => (path.endsWith('.js') ? [path, path.replace(/js$/, 'd.ts')] : [path]))
    .filter((path) => !existsSync(projectPath(path)));
}
