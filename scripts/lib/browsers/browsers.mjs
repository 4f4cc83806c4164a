/**
 * Provides the browsers for the tests: finds them, and installs the missing ones if it may. Own, because
 * Playwright and Puppeteer download browsers, and here those of the system are tested.
 */
import {findBrowsers} from './find-browsers.mjs';
import {canInstall, installBrowsers} from './install-browsers.mjs';

/**
 * @typedef {import('./find-browsers.mjs').EngineName} EngineName
 * @typedef {import('./find-browsers.mjs').FoundEngine} FoundEngine
 * @typedef {import('./find-browsers.mjs').MissingEngine} MissingEngine
 */

/**
 * @param {readonly EngineName[]} wanted the engines to provide
 * @returns {Promise<{found: FoundEngine[], missing: MissingEngine[], output: string}>}
 */
export async function provideBrowsers(wanted) {
  let browsers = only(wanted, await findBrowsers());
  let output = '';
  if (browsers.missing.length > 0 && canInstall()) {
    const names = browsers.missing.map(({name}) => name);
    console.log(`Installing the browsers that are missing: ${names.join(', ')} …`);
    output = await installBrowsers(names);
    browsers = only(wanted, await findBrowsers());
  }
  return {...browsers, output: browsers.missing.length > 0 ? output : ''};
}

/** How to get a browser, for the person who has none. */
export const howToGetBrowsers = `Install one of these and run the tests again:
  Debian, Ubuntu  apt-get install chromium firefox-esr webkit2gtk-driver xvfb
  macOS, Windows  Google Chrome, Chromium, Microsoft Edge or Firefox, in its usual place
  elsewhere       set CHROME_PATH or FIREFOX_PATH to the browser's program`;

/**
 * @param {readonly EngineName[]} wanted
 * @param {{found: FoundEngine[], missing: MissingEngine[]}} browsers
 */
function only(wanted, {found, missing}) {
  return {
    found: found.filter(({name}) => wanted.includes(name)),
    missing: missing.filter(({name}) => wanted.includes(name)),
  };
}

/**
 * What was found and what was not, a line for each engine.
 * @param {{found: FoundEngine[], missing: MissingEngine[]}} browsers
 */
export function describeBrowsers({found, missing}) {
  return [
    ...found.map(({name, version, path}) => `${name.padEnd(9)} ${version} ${path}`),
    ...missing.map(({name, reason}) => `${name.padEnd(9)} missing: ${reason}`),
  ].join('\n');
}
