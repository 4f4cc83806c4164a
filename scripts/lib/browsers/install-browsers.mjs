/**
 * Installs missing browsers from the distribution's packages, where it may. Own, because a
 * distribution's packages are what can be had where nothing else may be downloaded.
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

/** Whether there is apt-get on this machine, and the right to use it. */
export function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && !!findOnPath('apt-get');
}

/**
 * Tries to install the engines' packages, one engine after another, so that one without packages does not
 * keep the others from theirs. The caller looks for what is there afterwards.
 * @param {readonly EngineName[]} engines
 * @returns {Promise<string>} what apt-get said about what failed
 */
export async function installBrowsers(engines) {
  let complaints = (await aptGet(['update'])).complaint;
  for (const names of engines.map((engine) => packages[engine])) {
    for (const alternative of names) {
      const {ok, complaint} = await aptGet([
        'install',
        '-y',
        '--no-install-recommends',
        ...alternative,
      ]);
      if (ok) break;
      complaints += complaint;
    }
  }
  return complaints;
}

/**
 * @param {string[]} args
 * @returns {Promise<{ok: boolean, complaint: string}>}
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
    child.on('error', ({message}) => resolve({ok: false, complaint: `${output}${message}\n`}));
    child.on('close', (code) => resolve({ok: code === 0, complaint: code === 0 ? '' : output}));
  });
}
