/**
 * Finds the browsers on this machine that the tests can run in, one for each engine. Own, because
 * Playwright and Puppeteer look for those that they have downloaded, and for Google Chrome.
 */
import {execFile} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync, statSync} from 'node:fs';
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

const {env, platform} = process;
const SYSTEM = platform === 'darwin' || platform === 'win32' ? platform : 'linux';

/** The folders of programs on each system. */
const FOLDERS = {
  darwin: ['/Applications', join(homedir(), 'Applications')],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name] ?? ''),
  linux: (env['PATH'] ?? '').split(delimiter),
}[SYSTEM].filter(Boolean);

/** Debian's Chromium without windows of its own, which take a third of the time of a page. */
export const SHELL = 'chromium-headless-shell';

/** The programs of an engine inside these folders, the preferred one first. */
const PROGRAMS = {
  chromium: {
    darwin: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
    linux: [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  }[SYSTEM],
  firefox: {
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
    linux: ['firefox-esr', 'firefox'],
  }[SYSTEM],
};

/**
 * @param {readonly EngineName[]} [wanted]
 * @returns {Promise<{found: (FoundEngine | FoundWebKit)[], missing: MissingEngine[]}>}
 */
export async function findBrowsers(wanted = engineNames) {
  const engines = await Promise.all(wanted.map((name) => findEngine(name)));
  return {
    found: engines.filter((engine) => 'path' in engine),
    missing: engines.filter((engine) => 'reason' in engine),
  };
}

/**
 * The path of Chromium, for tests that drive it themselves.
 * @param {boolean} [hasTabs] whether a page must be one of several tabs, as in a user's browser
 */
export async function findChromium(hasTabs = false) {
  const found = await findEngine('chromium', hasTabs ? [SHELL] : []);
  if ('path' in found) return found.path;
  throw new Error(`This needs Chromium: ${found.reason}. See CHROME_PATH.`);
}

/**
 * The first program of the engine that can tell its version. Ubuntu's `firefox` and `chromium-browser`
 * may be stand-ins that only name a snap: they are there and do not start.
 * @param {EngineName} name
 * @param {readonly string[]} [besides] programs that will not do
 * @returns {Promise<FoundEngine | FoundWebKit | MissingEngine>}
 */
async function findEngine(name, besides = []) {
  if (name === 'webkit') return findWebKit();
  const chosen = env[name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'] ?? '';
  const programs = PROGRAMS[name].filter((program) => !besides.includes(program));
  const present = [chosen, ...programs.flatMap(inFolders)].filter(isExecutable);
  for (const path of present) {
    const version = await readVersion(path);
    if (version !== undefined) return {name, path, version};
  }
  const reasons = present.map((path) => `${path} does not start`);
  return {name, reason: reasons.join(', ') || 'no such browser is installed'};
}

/**
 * WebKitGTK is the WebKit that can be driven without a person who allows it first, as Safari asks.
 * @returns {FoundWebKit | MissingEngine}
 */
function findWebKit() {
  const name = 'webkit';
  if (platform !== 'linux') return {name, reason: 'WebKitGTK is for Linux only'};
  const path = findOnPath('WebKitWebDriver');
  if (!path) return {name, reason: 'WebKitWebDriver is not installed'};
  const miniBrowser = findMiniBrowser();
  if (!miniBrowser) return {name, reason: 'MiniBrowser, a part of WebKitGTK, is not installed'};
  const xvfb = findOnPath('Xvfb');
  if (!xvfb) return {name, reason: 'Xvfb, the display to run it on, is not installed'};
  const version = /webkit2?gtk-[\d.]+/.exec(miniBrowser)?.[0] ?? '';
  return {name, path, version, miniBrowser, xvfb};
}

/** MiniBrowser lies beside the library, in a folder named after the API's version. */
function findMiniBrowser() {
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const folders = ['', ...libraries].map((name) => join('/usr/lib', name));
  const roots = ['/usr/libexec', '/usr/lib64', ...folders];
  return versions
    .flatMap((version) => roots.map((root) => join(root, version, 'MiniBrowser')))
    .find(isExecutable);
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined when the browser does not start
 */
function readVersion(path) {
  // On Windows the question opens a window instead of being answered.
  if (platform === 'win32') return Promise.resolve('');
  return new Promise((resolve) => {
    execFile(path, ['--version'], {timeout: 30_000}, (error, stdout) => {
      resolve(error ? undefined : (/\d+(\.\d+)*\w*/.exec(stdout)?.[0] ?? ''));
    });
  });
}

/** @param {string} name */
export function findOnPath(name) {
  return inFolders(name).find(isExecutable);
}

/** @param {string} program */
function inFolders(program) {
  return FOLDERS.map((folder) => join(folder, program));
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
