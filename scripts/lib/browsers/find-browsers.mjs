/**
 * Finds the browsers on this machine that the tests can run in, one for each engine. Own, because
 * Playwright and Puppeteer look for those that they have downloaded, and for Google Chrome.
 */
import {execFile} from 'node:child_process';
import {accessSync, constants, readdirSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {delimiter, join} from 'node:path';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineName
 * @typedef {{name: EngineName, path: string, version: string}} FoundEngine
 * @typedef {{name: EngineName, reason: string}} MissingEngine
 * @typedef {FoundEngine & {name: 'webkit', miniBrowser: string, xvfb: string}} FoundWebKit
 */

/** @type {readonly EngineName[]} */
export const engineNames = ['chromium', 'firefox', 'webkit'];

/** @returns {Promise<{found: (FoundEngine | FoundWebKit)[], missing: MissingEngine[]}>} */
export async function findBrowsers() {
  const engines = await Promise.all([
    findByCandidates('chromium', [process.env['CHROME_PATH'], ...chromiumCandidates()]),
    findByCandidates('firefox', [process.env['FIREFOX_PATH'], ...firefoxCandidates()]),
    findWebKit(),
  ]);
  return {
    found: engines.filter((engine) => 'path' in engine),
    missing: engines.filter((engine) => 'reason' in engine),
  };
}

function chromiumCandidates() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return {
    darwin: [
      ...macApps('Google Chrome.app/Contents/MacOS/Google Chrome'),
      ...macApps('Chromium.app/Contents/MacOS/Chromium'),
      ...macApps('Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ],
    win32: [
      ...windowsApps('Google/Chrome/Application/chrome.exe'),
      ...windowsApps('Chromium/Application/chrome.exe'),
      ...windowsApps('Microsoft/Edge/Application/msedge.exe'),
    ],
    other: names.map(findOnPath),
  }[platformFamily()];
}

function firefoxCandidates() {
  return {
    darwin: macApps('Firefox.app/Contents/MacOS/firefox'),
    win32: windowsApps('Mozilla Firefox/firefox.exe'),
    other: ['firefox-esr', 'firefox'].map(findOnPath),
  }[platformFamily()];
}

/** WebKitGTK is the WebKit that can be driven without a person who allows it first, as Safari asks. */
async function findWebKit() {
  const missing = (/** @type {string} */ reason) => ({
    name: /** @type {const} */ ('webkit'),
    reason,
  });
  if (process.platform !== 'linux') return missing('WebKitGTK is for Linux only');
  const path = findOnPath('WebKitWebDriver');
  if (!path) return missing('WebKitWebDriver is not installed');
  const miniBrowser = findMiniBrowser();
  if (!miniBrowser) return missing('MiniBrowser, a part of WebKitGTK, is not installed');
  const xvfb = findOnPath('Xvfb');
  if (!xvfb) return missing('Xvfb, the display to run it on, is not installed');
  const version = /webkit2?gtk-[\d.]+/.exec(miniBrowser)?.[0] ?? '';
  return {name: /** @type {const} */ ('webkit'), path, version, miniBrowser, xvfb};
}

/** MiniBrowser lies beside the library, in a folder named after the API's version. */
function findMiniBrowser() {
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const roots = ['/usr/libexec', '/usr/lib64', '/usr/lib', ...foldersIn('/usr/lib')];
  return versions
    .flatMap((version) => roots.map((root) => join(root, version, 'MiniBrowser')))
    .find(isExecutable);
}

/**
 * The first of the candidates that can tell its version. Ubuntu's `firefox` and `chromium-browser`
 * may be stand-ins that only name a snap: they are there and do not start.
 * @param {EngineName} name
 * @param {(string | undefined)[]} candidates
 * @returns {Promise<FoundEngine | MissingEngine>}
 */
async function findByCandidates(name, candidates) {
  /** @type {string[]} */
  const reasons = [];
  for (const path of candidates) {
    if (!path || !isExecutable(path)) continue;
    const version = await readVersion(path);
    if (version !== undefined) return {name, path, version};
    reasons.push(`${path} does not start`);
  }
  return {name, reason: reasons.length > 0 ? reasons.join(', ') : 'no such browser is installed'};
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined when the browser does not start
 */
function readVersion(path) {
  // On Windows the question opens a window instead of being answered.
  if (process.platform === 'win32') return Promise.resolve('');
  return new Promise((resolve) => {
    execFile(path, ['--version'], {timeout: 30_000}, (error, stdout) => {
      resolve(error ? undefined : (/\d+(\.\d+)*\w*/.exec(stdout)?.[0] ?? ''));
    });
  });
}

function platformFamily() {
  const {platform} = process;
  return platform === 'darwin' || platform === 'win32' ? platform : 'other';
}

/** @param {string} path inside the folder of applications */
function macApps(path) {
  return [join('/Applications', path), join(homedir(), 'Applications', path)];
}

/** @param {string} path inside the folder of programs */
function windowsApps(path) {
  const {env} = process;
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
    folder ? [join(folder, path)] : [],
  );
}

/** @param {string} name */
export function findOnPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // The usual answer for a candidate: not there.
  }
}

/** @param {string} folder */
function foldersIn(folder) {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
