/**
 * Provides the browsers for the tests: finds them, and installs the missing ones from the distribution's
 * packages if it may. Own, because Playwright and Puppeteer download browsers, and here those of the system
 * are tested.
 */
import {execFile} from 'node:child_process';
import {findBrowsers, findOnPath, SHELL} from './find-browsers.mjs';

/**
 * @typedef {import('./find-browsers.mjs').EngineName} EngineName
 * @typedef {Awaited<ReturnType<typeof findBrowsers>>} Browsers
 */

/**
 * The packages of each engine, in the order in which they are tried: Debian's names, then Ubuntu's.
 * @type {Record<EngineName, string[][]>}
 */
const packages = {
  chromium: [['chromium', SHELL], ['chromium'], ['chromium-browser']],
  firefox: [['firefox-esr'], ['firefox']],
  webkit: [['webkit2gtk-driver', 'xvfb']],
};

/**
 * @param {readonly EngineName[]} wanted the engines to provide
 * @returns {Promise<Browsers & {output: string}>} `output`: of an installation that failed
 */
export async function provideBrowsers(wanted) {
  const browsers = await findBrowsers(wanted);
  const lacking = browsers.missing.map(({name}) => packages[name]);
  // Pages of Debian's Chromium take half as long again, which is no failure.
  const isSlow = browsers.found.some(({path}) => path.endsWith('/chromium'));
  if (isSlow && !findOnPath(SHELL)) lacking.push([[SHELL]]);
  if (lacking.length === 0 || !canInstall()) return {...browsers, output: ''};
  console.log(`Installing what is missing: ${lacking.flatMap(([first]) => first).join(', ')} …`);
  const output = await install(lacking);
  const provided = await findBrowsers(wanted);
  return {...provided, output: provided.missing.length > 0 ? output : ''};
}

/** How to get a browser, for a machine that has none. */
export const howToGetBrowsers = `Install one of these and run the tests again:
  Debian, Ubuntu  apt-get install chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb
  macOS, Windows  Google Chrome, Chromium, Microsoft Edge or Firefox, in its usual place
  elsewhere       set CHROME_PATH or FIREFOX_PATH to the browser's program`;

/**
 * A line for each engine, found or missing.
 * @param {Browsers} browsers
 */
export function describeBrowsers({found, missing}) {
  return [
    ...found.map(({name, version, path}) => `${name.padEnd(9)} ${version} ${path}`),
    ...missing.map(({name, reason}) => `${name.padEnd(9)} missing: ${reason}`),
  ].join('\n');
}

/** Whether there is apt-get on this machine, and the right to use it. */
function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && !!findOnPath('apt-get');
}

/**
 * Tries to install packages, one engine after another, so that one without packages does not keep the others
 * from theirs. The caller looks for what is there afterwards.
 * @param {readonly string[][][]} lacking
 * @returns {Promise<string>} what apt-get said about what failed
 */
async function install(lacking) {
  let complaints = await aptGet('update');
  for (const alternatives of lacking) {
    for (const alternative of alternatives) {
      const complaint = await aptGet('install', '-y', '--no-install-recommends', ...alternative);
      complaints += complaint;
      if (complaint === '') break;
    }
  }
  return complaints;
}

/**
 * @param {string[]} args
 * @returns {Promise<string>} what it has said if it failed, or nothing
 */
function aptGet(...args) {
  const all = ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args];
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  return new Promise((resolve) => {
    execFile('apt-get', all, {env, maxBuffer: Infinity}, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}${error.message}\n` : '');
    }).stdin?.end();
  });
}
