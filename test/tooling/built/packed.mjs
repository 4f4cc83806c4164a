/** The packed package in a folder of its own, beside links to the packages that it depends on. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {projectPath} from '../../../scripts/lib/project-path.mjs';

/** Names the package that this process has packed for those which it starts. */
const SHARED = 'CALL_CARD_KIT_TARBALL';

/** Packs once for all test files that this process starts: it takes as long as many a test. */
export function sharePacked() {
  const folder = mkdtempSync(join(tmpdir(), 'call-card-kit-tarball-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  process.env[SHARED] = pack(folder);
}

/**
 * Packs what the build has made, as `npm publish` would.
 * @param {string} folder to put it into
 * @returns {string} its path
 */
function pack(folder) {
  const [{filename}] = JSON.parse(npm(['pack', '--json', `--pack-destination=${folder}`]));
  return join(folder, filename);
}

/**
 * Unpacks the packed package where npm would install it.
 * @param {string} [modules] the packages beside it: a folder that npm has filled
 * @returns {{folder: string, root: string, tarball: string, remove: () => void}} `root`: where an app
 *   would be, `folder`: of the package itself
 */
export function installPacked(modules = projectPath('node_modules')) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'call-card-kit-packed-')));
  const folder = join(root, 'node_modules/call-card-kit');
  mkdirSync(folder, {recursive: true});
  const tarball = process.env[SHARED] ?? pack(root);
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  for (const name of readdirSync(modules)) {
    const target = join(modules, name);
    if (!name.startsWith('.')) symlinkSync(target, join(root, 'node_modules', name), 'junction');
  }
  return {folder, root, tarball, remove: () => rmSync(root, {recursive: true, force: true})};
}

/** @param {string[]} args */
function npm(args) {
  // npm's own script, where npm started us, so that the same npm runs and Windows needs no shell.
  const script = process.env['npm_execpath'];
  const isKnown = script !== undefined && /npm-cli\.c?js$/.test(script);
  return execFileSync(isKnown ? process.execPath : 'npm', isKnown ? [script, ...args] : args, {
    cwd: projectPath('.'),
    encoding: 'utf8',
    shell: !isKnown && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64_000_000,
  });
}
