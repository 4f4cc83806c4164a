/**
 * Provides the browsers for the tests: finds them, and installs the missing ones if it may. Own, because
 * Playwright and Puppeteer download browsers, and here those of the system are tested.
 */
import {findBrowsers} from './find-browsers.mjs';
import {canInstall, installBrowsers} from './install-browsers.mjs';

/** @typedef {Awaited<ReturnType<typeof findBrowsers>>} Browsers */

/**
 * @param {readonly import('./find-browsers.mjs').EngineName[]} wanted the engines to provide
 * @returns {Promise<Browsers & {output: string}>} `output`: of an installation that failed
 */
export async function provideBrowsers(wanted) {
  const browsers = await findBrowsers(wanted);
  if (browsers.missing.length === 0 || !canInstall()) return {...browsers, output: ''};
  const names = browsers.missing.map(({name}) => name);
  console.log(`Installing the browsers that are missing: ${names.join(', ')} …`);
  const output = await installBrowsers(names);
  const provided = await findBrowsers(wanted);
  return {...provided, output: provided.missing.length > 0 ? output : ''};
}

/** How to get a browser, for a machine that has none. */
export const howToGetBrowsers = `Install one of these and run the tests again:
  Debian, Ubuntu  apt-get install chromium firefox-esr webkit2gtk-driver xvfb
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
