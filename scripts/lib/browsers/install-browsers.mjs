/**
 * Installs missing browsers from the distribution's packages, where that is possible unasked. Own,
 * because a distribution's packages are what can be had where nothing else may be downloaded.
 */
import {spawn} from 'node:child_process';
import {findOnPath} from './find-browsers.mjs';

/** @typedef {import('./find-browsers.mjs').EngineName} EngineName */

/**
 * The packages of each engine, in the order in which they are tried: Debian's names, then Ubuntu's.
 * @type {Record<EngineName, string[][]>}
 */
const packages = {
  chromium: [['chromium'], ['chromium-browser']],
  firefox: [['firefox-esr'], ['firefox']],
  webkit: [['webkit2gtk-driver', 'xvfb']],
};

/** Whether this machine lets us install: apt-get, and the rights to use it. */
export function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && !!findOnPath('apt-get');
}

/**
 * Tries to install the engines' packages: all together first, one by one when that does not go.
 * What is there afterwards is for the caller to look at.
 * @param {EngineName[]} engines
 * @returns {Promise<string>} what apt-get said about what failed
 */
export async function installBrowsers(engines) {
  const update = await aptGet(['update']);
  const together = await install(engines.flatMap((engine) => packages[engine][0] ?? []));
  if (together.ok) return '';
  let complaints = update.ok ? '' : update.output;
  for (const engine of engines) {
    for (const names of packages[engine]) {
      const {ok, output} = await install(names);
      if (ok) break;
      complaints += output;
    }
  }
  return complaints;
}

/** @param {string[]} names */
function install(names) {
  return aptGet(['install', '-y', '--no-install-recommends', ...names]);
}

/**
 * @param {string[]} args
 * @returns {Promise<{ok: boolean, output: string}>}
 */
function aptGet(args) {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = `apt-get ${args.join(' ')}\n`;
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ok: false, output: `${output}${error.message}\n`}));
    child.on('close', (code) => resolve({ok: code === 0, output}));
  });
}
